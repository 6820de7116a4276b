package org.breathline.core.planning.sequencing;

/**
 * What a collimator asks of its leaves.
 *
 * @param interdigitation whether a leaf may reach beyond the opposite one of the pair beside it
 * @param leastOpeningMm the smallest opening of a pair that is open, mm, above 0
 * @param speedMmPerS the highest speed of a leaf, mm/s
 */
public record LeafLimits(boolean interdigitation, double leastOpeningMm, double speedMmPerS) {}
