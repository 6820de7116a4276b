package org.breathline.core.planning.motion;

import org.breathline.core.field.DisplacementField;
import org.breathline.core.planning.DoseModel;

/**
 * A phase of the breath.
 *
 * @param name such as "50 %"
 * @param weight the share of the time spent in it; only ratios matter
 * @param dose what beams do to its own anatomy
 * @param fromReference where points of the reference are found in it
 */
public record BreathingPhase(
    String name, double weight, DoseModel dose, DisplacementField fromReference) {}
