package org.breathline.core.scan.clock;

/**
 * What the images of one couch position say about the clocks.
 *
 * @param couchPosition its number
 * @param midTimeS the middle of its scanning time, seconds on the scanner's clock
 * @param shiftS by how much the trace's clock reads later than it was taken to, seconds
 * @param uncertaintyS one standard deviation of the shift by the width of its likelihood, seconds
 * @param correlation of the image signal that follows the trace best, 0 to 1
 * @param used whether it took part in the fit: breathing must be seen, and the best shift must lie
 *     within the search
 */
public record PositionShift(
    int couchPosition,
    double midTimeS,
    double shiftS,
    double uncertaintyS,
    double correlation,
    boolean used) {}
