package org.breathline.core.qa;

import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.geometry.Vector3;

/**
 * A thing of known size and density that the platform moves.
 *
 * @param name as the user calls it
 * @param shape its body
 * @param hu its nominal Hounsfield units
 * @param backgroundHu of what lies around it, nominal
 * @param position its centre in the middle of the motion, patient space; empty: looked for
 * @param huToleranceHu its own tolerance for its Hounsfield units; empty: that of the test
 */
public record Insert(
    String name,
    InsertShape shape,
    double hu,
    double backgroundHu,
    Optional<Vector3> position,
    OptionalDouble huToleranceHu) {

  /** Less than this drowns in noise: no edge can be found by a level half-way. */
  private static final double LEAST_CONTRAST_HU = 50;

  /** Checks the contrast; throws {@link IllegalArgumentException}. */
  public Insert {
    if (!(Math.abs(hu - backgroundHu) >= LEAST_CONTRAST_HU)) {
      throw new IllegalArgumentException(
          "insert %s stands out from its background by less than %.0f HU"
              .formatted(name, LEAST_CONTRAST_HU));
    }
  }

  /** An insert of nominal tolerance. */
  public Insert(
      String name, InsertShape shape, double hu, double backgroundHu, Optional<Vector3> position) {
    this(name, shape, hu, backgroundHu, position, OptionalDouble.empty());
  }

  /** Half-way between insert and background. */
  double midLevelHu() {
    return (hu + backgroundHu) / 2;
  }

  /** Whether a value is on the insert's side of the level half-way. */
  boolean isInside(double value) {
    return hu > backgroundHu ? value > midLevelHu() : value < midLevelHu();
  }
}
