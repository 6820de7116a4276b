/**
 * Minimises smooth functions within bounds (projected L-BFGS) and under constraints (augmented
 * Lagrangian), and the fluence of beams by them.
 */
@NullMarked
package org.breathline.core.planning.optimisation;

import org.jspecify.annotations.NullMarked;
