package org.breathline.core.scan;

import java.util.List;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.TimeInterval;

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

  /**
   * From the first beam-on edge to the last on the scanner's clock: mid-acquisition times lie half
   * a rotation after the beam goes on and half a rotation before it goes off.
   *
   * @throws java.util.NoSuchElementException if there is no couch position
   */
  public TimeInterval beamSpan() {
    double firstS =
        couchPositions.stream()
            .mapToDouble(c -> c.acquisitions().getFirst().midTimeS())
            .min()
            .orElseThrow();
    double lastS =
        couchPositions.stream()
            .mapToDouble(c -> c.acquisitions().getLast().midTimeS())
            .max()
            .orElseThrow();
    return new TimeInterval(firstS - rotationS / 2, lastS + rotationS / 2);
  }

  /** The same scan with its times on the trace's clock. */
  public TimedScan onTraceClock(ClockCorrection clock) {
    return new TimedScan(
        geometry,
        sliceSpacingMm,
        rotationS,
        couchPositions.stream().map(c -> onTraceClock(c, clock)).toList());
  }

  private static CouchPosition onTraceClock(CouchPosition couchPosition, ClockCorrection clock) {
    return new CouchPosition(
        couchPosition.acquisitions().stream()
            .map(a ->
                new CouchPosition.Acquisition(
                    clock.toTraceS(a.midTimeS()),
                    a.slices().stream()
                        .map(s ->
                            new TimedSlice(s.image(), s.positionMm(), clock.toTraceS(s.midTimeS())))
                        .toList()))
            .toList());
  }
}
