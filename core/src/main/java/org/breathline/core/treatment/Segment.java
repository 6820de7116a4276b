package org.breathline.core.treatment;

/**
 * A part of a beam during which nothing is taken to move. Segments come in the order of delivery.
 *
 * @param frame where the beam stands
 * @param aperture what it passes through
 * @param monitorUnits given during it, in one fraction
 */
public record Segment(BeamFrame frame, Aperture aperture, double monitorUnits) {}
