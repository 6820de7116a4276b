package org.breathline.core.segmentation;

import java.util.BitSet;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.ConnectedComponents;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.ThresholdCounting;

/**
 * The air of the lungs, airways included: all voxels under {@link #AIR_HU} inside the body (see
 * {@link BodyMask}), in connected parts (voxels that share a face). Counted are the largest part
 * and every other one of at least a fifth of it, so that the two lungs both count where the scan
 * does not hold the place where the airways join them. A part is left out, however large, if more
 * than half of it is under {@link #GAS_HU}: gas in stomach or bowel, or air under a blanket.
 *
 * <p>Left out are vessels and tumours inside the lungs, small bubbles, and gas that no voxel of air
 * connects with the lungs. What lies outside the scan is not known: of a scan that cuts the lungs
 * it is the volume of the part that was scanned.
 */
public final class LungAir {

  /** Air and lung tissue are below this. */
  public static final int AIR_HU = -400;

  /** Lung tissue is seldom below this (the usual threshold of emphysema); free gas is. */
  public static final int GAS_HU = -950;

  private static final int LEAST_FRACTION = 5;

  private LungAir() {}

  /**
   * Finds the air of the lungs.
   *
   * @param volume Hounsfield units; slices are assumed to be axial
   * @return the voxels; {@link RunLengthMask#volumeMl()} is the lung volume, 0 without lungs
   */
  public static RunLengthMask of(ShortVolume volume) {
    RunLengthMask air = airInside(volume, BodyMask.outside(volume));
    ConnectedComponents parts = ConnectedComponents.inSpace(air);
    long[] sizes = parts.sizes();
    long[] gas = gas(volume, air, parts);
    long largest = 0;
    for (int part = 0; part < sizes.length; part++) {
      if (2 * gas[part] <= sizes[part]) {
        largest = Math.max(largest, sizes[part]);
      }
    }
    BitSet lungs = new BitSet(sizes.length);
    for (int part = 0; part < sizes.length; part++) {
      if (LEAST_FRACTION * sizes[part] >= largest && 2 * gas[part] <= sizes[part]) {
        lungs.set(part);
      }
    }
    return air.keeping(run -> lungs.get(parts.component(run)));
  }

  private static RunLengthMask airInside(ShortVolume volume, RunLengthMask outside) {
    var air = new RunLengthMask.Builder(volume.grid());
    int nx = volume.grid().nx();
    for (int row = 0; row < outside.rows(); row++) {
      int inside = 0;
      for (int run = outside.firstRun(row); run < outside.firstRun(row + 1); run++) {
        addAir(air, volume.values(), row * nx, inside, outside.start(run));
        inside = outside.end(run);
      }
      addAir(air, volume.values(), row * nx, inside, nx);
      air.endRow();
    }
    return air.build();
  }

  private static void addAir(
      RunLengthMask.Builder air, short[] values, int rowFrom, int begin, int end) {
    int x = begin;
    while (x < end) {
      while (x < end && values[rowFrom + x] >= AIR_HU) {
        x++;
      }
      int start = x;
      while (x < end && values[rowFrom + x] < AIR_HU) {
        x++;
      }
      air.add(start, x);
    }
  }

  /** How many voxels of every part are free gas. */
  private static long[] gas(ShortVolume volume, RunLengthMask air, ConnectedComponents parts) {
    long[] gas = new long[air.runs()];
    int nx = volume.grid().nx();
    ThresholdCounting counting = Kernels.thresholdCounting();
    for (int row = 0; row < air.rows(); row++) {
      for (int run = air.firstRun(row); run < air.firstRun(row + 1); run++) {
        gas[parts.component(run)] +=
            counting.below(volume.values(), row * nx + air.start(run), air.length(run), GAS_HU);
      }
    }
    return gas;
  }
}
