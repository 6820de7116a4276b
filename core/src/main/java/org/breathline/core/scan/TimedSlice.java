package org.breathline.core.scan;

/**
 * One CT slice as acquired.
 *
 * @param image its number in the scan's {@link SliceImages}
 * @param positionMm its place along the slice normal
 * @param midTimeS the middle of its acquisition on the scanner's clock, seconds
 */
public record TimedSlice(int image, double positionMm, double midTimeS) {}
