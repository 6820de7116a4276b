package org.breathline.core.scan;

import java.util.List;

/**
 * An unsorted respiration-correlated scan: couch positions in the order of increasing slice
 * position, evenly spaced slices, and their times on one clock.
 *
 * @param geometry what the slices share
 * @param sliceSpacingMm distance between neighbouring slice positions
 * @param rotationS the time a slice was averaged over, seconds
 * @param couchPositions in the order of increasing position, without overlap
 */
public record TimedScan(
    SliceGeometry geometry,
    double sliceSpacingMm,
    double rotationS,
    List<CouchPosition> couchPositions) {

  /** Copies the list. */
  public TimedScan {
    couchPositions = List.copyOf(couchPositions);
  }

  /** The number of slice positions of a sorted volume. */
  public int slicePositions() {
    return couchPositions.stream().mapToInt(CouchPosition::slicesPerAcquisition).sum();
  }

  /** The number of slices in the whole scan. */
  public int sliceCount() {
    return couchPositions.stream()
        .mapToInt(c -> c.acquisitions().size() * c.slicesPerAcquisition())
        .sum();
  }
}
