/**
 * How well neighbouring couch positions agree at their border, how far the anatomy moves there, and
 * from both how far apart the two sides of a sorted volume are.
 */
@NullMarked
package org.breathline.core.sorting.border;

import org.jspecify.annotations.NullMarked;
