package org.breathline.core.registration.quality;

import java.util.Optional;
import org.breathline.core.geometry.Vector3;

/**
 * What is asked of a registration before it is made, as AAPM Task Group 132 wants it (Brock et al.,
 * Med. Phys. 44, e43 (2017)). It holds no patient data: images are named by their UID or role.
 *
 * @param purpose what the result is for, in words, such as "propagate the target to every phase"
 * @param fixedImage the image that is kept, such as a series UID or "50 %"
 * @param movingImage the image that is brought to it
 * @param technique how it may be moved
 * @param areaOfInterest where it matters most
 * @param toleranceMm the mean error that the purpose allows, mm, above 0
 */
public record RegistrationRequest(
    String purpose,
    String fixedImage,
    String movingImage,
    Technique technique,
    Optional<AreaOfInterest> areaOfInterest,
    double toleranceMm) {

  /** How an image may be moved. */
  public enum Technique {
    /** Translations and rotations. */
    RIGID,
    /** A displacement field. */
    DEFORMABLE
  }

  /**
   * A ball around what matters.
   *
   * @param name in words, such as "tumour"
   * @param centre in the fixed image, LPS mm
   * @param radiusMm mm
   */
  public record AreaOfInterest(String name, Vector3 centre, double radiusMm) {}

  /** Checks the tolerance; throws {@link IllegalArgumentException} in words. */
  public RegistrationRequest {
    if (!(toleranceMm > 0)) {
      throw new IllegalArgumentException("a tolerance above 0 mm, not " + toleranceMm);
    }
  }
}
