package org.breathline.core.structure;

import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.ImageWarp;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;

/**
 * Brings a mask of one image to a reference image by a displacement field u: a voxel at x belongs
 * to it where the mask is at least a half at x + u(x), interpolated trilinearly. It takes eight
 * bytes a voxel of both grids while it works.
 */
public final class MaskWarp {

  private static final float HALF = 0.5f;

  private MaskWarp() {}

  /**
   * Warps a mask.
   *
   * @param mask in the other image
   * @param field from the reference image to the other image
   * @param reference the grid of the result, in the reference image
   */
  public static RunLengthMask warp(RunLengthMask mask, DisplacementField field, Grid reference) {
    var shares = new FloatVolume(mask.grid());
    for (int row = 0; row < mask.rows(); row++) {
      int rowStart = row * mask.grid().nx();
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        for (int i = mask.start(run); i < mask.end(run); i++) {
          shares.values()[rowStart + i] = 1;
        }
      }
    }
    float[] warped = new ImageWarp(field, reference).warp(shares, 0).values();
    var builder = new RunLengthMask.Builder(reference);
    for (int rowStart = 0; rowStart < reference.size(); rowStart += reference.nx()) {
      int i = 0;
      while (i < reference.nx()) {
        int start = i;
        while (i < reference.nx() && warped[rowStart + i] >= HALF) {
          i++;
        }
        builder.add(start, i);
        i++;
      }
      builder.endRow();
    }
    return builder.build();
  }
}
