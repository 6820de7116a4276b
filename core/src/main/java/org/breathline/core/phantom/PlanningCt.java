package org.breathline.core.phantom;

import java.util.stream.IntStream;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.core.scan.SliceImages;

/**
 * A standard free-breathing CT for planning: the couch moves steadily and every slice is imaged
 * once, at its own moment of breathing, with the artefacts that follow.
 *
 * @param geometry the slices' pixels
 * @param firstPositionMm the lowest slice
 * @param sliceMm thickness of a slice and distance to the next
 * @param slices the number of slices
 * @param rotationS the time a slice is averaged over, seconds
 * @param couchMmPerS the couch's speed
 * @param startS the middle of the first slice's acquisition on the trace's clock, seconds
 */
public record PlanningCt(
    SliceGeometry geometry,
    double firstPositionMm,
    double sliceMm,
    int slices,
    double rotationS,
    double couchMmPerS,
    double startS) {

  /** Keeps the noise apart from that of a cine scan of the same phantom. */
  private static final long FIRST_IMAGE = 1L << 62;

  /** Checks ranges. */
  public PlanningCt {
    if (slices < 1 || !(sliceMm > 0 && rotationS > 0 && couchMmPerS > 0)) {
      throw new IllegalArgumentException(
          "a planning CT needs slices, a thickness, a rotation time and a moving couch");
    }
  }

  /** Over the same slices as a cine scan: 20 mm/s, from the same moment. */
  public static PlanningCt like(CineProtocol cine) {
    return new PlanningCt(
        cine.geometry(),
        cine.firstPositionMm(),
        cine.sliceMm(),
        cine.slices(),
        cine.rotationS(),
        20,
        cine.startS());
  }

  /** The middle of a slice's acquisition on the trace's clock, seconds. */
  public double midTimeS(int slice) {
    return startS + slice * sliceMm / couchMmPerS;
  }

  /**
   * Scans a phantom that breathes. Slices are rendered when asked for, by the thread that asks, and
   * are the same in any order.
   */
  public SliceImages images(Phantom phantom, BreathingDrive drive, PhantomImaging imaging) {
    var simulator = new SliceSimulator(phantom, drive, imaging);
    return (image, hu) -> render(simulator, image, hu, 0);
  }

  /** Scans a phantom that breathes into one volume. */
  public ShortVolume scan(Phantom phantom, BreathingDrive drive, PhantomImaging imaging) {
    var simulator = new SliceSimulator(phantom, drive, imaging);
    var volume = new ShortVolume(geometry.stack(firstPositionMm, sliceMm, slices));
    IntStream.range(0, slices)
        .parallel()
        .forEach(k -> render(simulator, k, volume.values(), k * geometry.size()));
    return volume;
  }

  private void render(SliceSimulator simulator, int k, short[] hu, int offset) {
    var slice =
        new SliceSimulator.Slice(
            FIRST_IMAGE + k, firstPositionMm + k * sliceMm, sliceMm, midTimeS(k), rotationS);
    simulator.render(geometry, slice, hu, offset);
  }
}
