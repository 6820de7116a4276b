package org.breathline.core.phantom;

import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.scan.SliceGeometry;

/**
 * A cine scan: at every couch position the same slab again and again, for longer than a breath.
 *
 * @param geometry the slices' pixels
 * @param firstPositionMm the lowest slice
 * @param sliceMm thickness of a slice and distance to the next
 * @param slicesPerPosition slices imaged together
 * @param couchPositions stops of the couch
 * @param rotationS the time a slice is averaged over, seconds
 * @param intervalS from one acquisition to the next, seconds
 * @param acquisitions acquisitions at every stop
 * @param travelS from the end of the beam at one stop to its beginning at the next, seconds
 * @param startS beginning of the first beam on the trace's clock, seconds
 */
public record CineProtocol(
    SliceGeometry geometry,
    double firstPositionMm,
    double sliceMm,
    int slicesPerPosition,
    int couchPositions,
    double rotationS,
    double intervalS,
    int acquisitions,
    double travelS,
    double startS) {

  private static final double ROTATION_S = 0.5;
  private static final double TRAVEL_S = 1.4;

  /** Checks ranges. */
  public CineProtocol {
    if (slicesPerPosition < 1 || couchPositions < 1 || acquisitions < 1) {
      throw new IllegalArgumentException(
          "a cine scan needs at least one slice, stop and acquisition");
    }
    if (!(sliceMm > 0 && rotationS > 0 && intervalS > 0 && travelS > 0)) {
      throw new IllegalArgumentException("thickness and times of a cine scan must be above 0");
    }
  }

  /** 128 x 128 pixels of 3.2 mm, 24 stops of 4 slices of 2.5 mm, 12 acquisitions each. */
  public static CineProtocol small() {
    return new CineProtocol(square(128, 3.2), -82.5, 2.5, 4, 24, ROTATION_S, 0.4, 12, TRAVEL_S, 2);
  }

  /** 512 x 512 pixels of 0.98 mm, 24 stops of 4 slices of 2.5 mm, 20 acquisitions each. */
  public static CineProtocol full() {
    return new CineProtocol(
        square(512, 0.9765625), -82.5, 2.5, 4, 24, ROTATION_S, 0.25, 20, TRAVEL_S, 2);
  }

  /** The same protocol with enough acquisitions for the longest breath and one rotation. */
  public CineProtocol covering(BreathingCycles cycles) {
    double longest = cycles.breaths().stream().mapToDouble(Breath::periodS).max().orElse(0);
    int needed = (int) Math.ceil((longest + rotationS) / intervalS) + 1;
    return withAcquisitions(Math.max(acquisitions, needed));
  }

  /** The same protocol with another number of acquisitions. */
  public CineProtocol withAcquisitions(int number) {
    return with(slicesPerPosition, number, startS);
  }

  /** The same protocol from another moment on the trace's clock on, seconds. */
  public CineProtocol startingAt(double timeS) {
    return with(slicesPerPosition, acquisitions, timeS);
  }

  /**
   * The same slices with more or fewer of them imaged together, at fewer or more stops.
   *
   * @throws IllegalArgumentException if the slices cannot be shared out so
   */
  public CineProtocol withSlab(int slices) {
    if (slices < 1 || slices() % slices != 0) {
      throw new IllegalArgumentException(
          "%d slices cannot be imaged %d at a time".formatted(slices(), slices));
    }
    return with(slices, acquisitions, startS);
  }

  private CineProtocol with(int slab, int number, double timeS) {
    return new CineProtocol(
        geometry,
        firstPositionMm,
        sliceMm,
        slab,
        slices() / slab,
        rotationS,
        intervalS,
        number,
        travelS,
        timeS);
  }

  /** The number of slice positions. */
  public int slices() {
    return couchPositions * slicesPerPosition;
  }

  /** The time the beam is on at one stop, seconds. */
  public double beamS() {
    return (acquisitions - 1) * intervalS + rotationS;
  }

  /** The time from the first beam's beginning to the last one's end, seconds. */
  public double durationS() {
    return couchPositions * beamS() + (couchPositions - 1) * travelS;
  }

  /** The beginning of the beam at a stop on the trace's clock, seconds. */
  public double beamStartS(int stop) {
    return startS + stop * (beamS() + travelS);
  }

  /** Square axial slices about the axis of the body. */
  public static SliceGeometry square(int pixels, double spacingMm) {
    double corner = -0.5 * (pixels - 1) * spacingMm;
    return new SliceGeometry(
        pixels, pixels, spacingMm, spacingMm, new Vector3(corner, corner, 0), Orientation.AXIAL);
  }
}
