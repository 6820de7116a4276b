package org.breathline.core.planning;

import org.breathline.core.planning.sequencing.LeafLimits;
import org.breathline.core.treatment.BeamQuality;
import org.breathline.core.treatment.MultileafCollimator;

/**
 * What a plan must know of the machine that gives it.
 *
 * @param name the machine's name
 * @param quality its photons
 * @param sourceAxisMm distance from source to isocentre, mm
 * @param collimator its leaves, which travel along x
 * @param limits what the collimator asks for
 * @param doseRate monitor units a minute
 */
public record DeliveryMachine(
    String name,
    BeamQuality quality,
    double sourceAxisMm,
    MultileafCollimator collimator,
    LeafLimits limits,
    double doseRate) {}
