/**
 * What a plan is asked for: functions of the dose of one structure with their gradients, as terms
 * of an objective or as constraints.
 */
@NullMarked
package org.breathline.core.planning.objective;

import org.jspecify.annotations.NullMarked;
