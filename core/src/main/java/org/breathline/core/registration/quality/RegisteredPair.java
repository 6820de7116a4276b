package org.breathline.core.registration.quality;

import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.image.Volume;
import org.breathline.core.registration.LandmarkPair;

/**
 * Two images and what registration made of them.
 *
 * @param fixed the fixed (reference) image, HU
 * @param moving the moving image, HU
 * @param field where each point of the fixed image is in the moving image
 * @param reverse the field of a registration the other way round, if there was one
 * @param otherEngine the field that an independent engine found for the same pair, if one was asked
 * @param landmarks that a person or a phantom gave; may be empty
 * @param regions of the fixed image in which the field is looked at, the body among them
 */
public record RegisteredPair(
    Volume fixed,
    Volume moving,
    DisplacementField field,
    Optional<DisplacementField> reverse,
    Optional<DisplacementField> otherEngine,
    List<LandmarkPair> landmarks,
    List<EvaluationRegion> regions) {

  /** Copies the lists. */
  public RegisteredPair {
    landmarks = List.copyOf(landmarks);
    regions = List.copyOf(regions);
  }

  /** A field alone, looked at in the body and in the lungs that are found in the fixed image. */
  public static RegisteredPair of(Volume fixed, Volume moving, DisplacementField field) {
    return new RegisteredPair(
        fixed,
        moving,
        field,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        EvaluationRegion.of(fixed));
  }

  /** The same with the field of a registration the other way round. */
  public RegisteredPair withReverse(DisplacementField back) {
    return new RegisteredPair(
        fixed, moving, field, Optional.of(back), otherEngine, landmarks, regions);
  }

  /** The same with the field of an independent engine. */
  public RegisteredPair withOtherEngine(DisplacementField other) {
    return new RegisteredPair(
        fixed, moving, field, reverse, Optional.of(other), landmarks, regions);
  }

  /** The same with landmarks. */
  public RegisteredPair withLandmarks(List<LandmarkPair> given) {
    return new RegisteredPair(fixed, moving, field, reverse, otherEngine, given, regions);
  }
}
