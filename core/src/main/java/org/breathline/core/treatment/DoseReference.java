package org.breathline.core.treatment;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.breathline.core.geometry.Vector3;

/**
 * What dose is meant for a target or allowed for an organ (DICOM PS3.3, C.8.8.10).
 *
 * @param number unique in its plan
 * @param description what it is about, maybe empty
 * @param target whether it is a target; else an organ at risk
 * @param doseGy the dose prescribed to a target, or the maximum of an organ, over all fractions, Gy
 * @param structureNumber the structure that it is about, if it is a volume
 * @param point the point that it is about, LPS mm, if it is one
 */
public record DoseReference(
    int number,
    String description,
    boolean target,
    OptionalDouble doseGy,
    OptionalInt structureNumber,
    Optional<Vector3> point) {

  /** A prescription to a target that is not said to be a structure or a point. */
  public static DoseReference prescription(int number, String description, double doseGy) {
    return new DoseReference(
        number,
        description,
        true,
        OptionalDouble.of(doseGy),
        OptionalInt.empty(),
        Optional.empty());
  }
}
