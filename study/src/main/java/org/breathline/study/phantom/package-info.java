/**
 * A digital phantom scanned while it breathes: a cine scan, a planning CT, the trace, and the truth
 * that a sorting, a registration or a contour can be held against.
 */
@NullMarked
package org.breathline.study.phantom;

import org.jspecify.annotations.NullMarked;
