package org.breathline.core.registration.quality;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.Volume;
import org.breathline.core.segmentation.BodyMask;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.structure.RunLengthMask;

/**
 * Where a registration is looked at.
 *
 * @param name in words, such as "lungs"
 * @param mask in the fixed image
 */
public record EvaluationRegion(String name, RunLengthMask mask) {

  /** The name of the region of all tissue; every set of regions has it. */
  public static final String BODY = "body";

  /** The name of the lungs' region. */
  public static final String LUNGS = "lungs";

  /** Body and, if there are any, lungs of a CT volume; slices are assumed to be axial. */
  public static List<EvaluationRegion> of(Volume volume) {
    ShortVolume whole =
        switch (volume) {
          case ShortVolume shorts -> shorts;
          case FloatVolume floats -> rounded(floats);
        };
    List<EvaluationRegion> regions = new ArrayList<>();
    regions.add(new EvaluationRegion(BODY, BodyMask.of(whole)));
    RunLengthMask lungs = LungAir.of(whole);
    if (lungs.voxels() > 0) {
      regions.add(new EvaluationRegion(LUNGS, lungs));
    }
    return regions;
  }

  private static ShortVolume rounded(FloatVolume volume) {
    var rounded = new ShortVolume(volume.grid());
    for (int at = 0; at < volume.values().length; at++) {
      rounded.values()[at] =
          (short) Math.clamp(Math.round(volume.at(at)), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return rounded;
  }
}
