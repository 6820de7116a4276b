package org.breathline.core.planning.sequencing;

/**
 * A segment of a step-and-shoot beam.
 *
 * @param shape where the leaves stand
 * @param weight fluence that it gives where it is open, in the unit of the beamlets' weights
 */
public record WeightedShape(LeafShape shape, double weight) {}
