package org.breathline.core.registration.quality;

import org.breathline.core.image.FloatVolume;
import org.breathline.core.structure.RunLengthMask;

/** The values of a volume in a mask on its grid. */
final class MaskedValues {

  private MaskedValues() {}

  /** In the order of memory. */
  static float[] of(FloatVolume volume, RunLengthMask mask) {
    float[] values = new float[Math.toIntExact(mask.voxels())];
    int nx = mask.grid().nx();
    int filled = 0;
    for (int row = 0; row < mask.rows(); row++) {
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        System.arraycopy(
            volume.values(), row * nx + mask.start(run), values, filled, mask.length(run));
        filled += mask.length(run);
      }
    }
    return values;
  }
}
