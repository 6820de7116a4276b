/**
 * The target that breathes: regions carried from the reference phase to the others, internal target
 * volumes and their reasons, what projections would have missed, margins for setup and breathing.
 */
@NullMarked
package org.breathline.core.target;

import org.jspecify.annotations.NullMarked;
