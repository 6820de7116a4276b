package org.breathline.study.qa;

import org.breathline.core.geometry.Vector3;
import org.breathline.study.plot.Figures;

/** Directions in the patient in words. */
final class Directions {

  private Directions() {}

  static String words(Vector3 direction) {
    if (Math.abs(direction.x()) > 0.999) {
      return direction.x() > 0 ? "left" : "right";
    }
    if (Math.abs(direction.y()) > 0.999) {
      return direction.y() > 0 ? "posterior" : "anterior";
    }
    if (Math.abs(direction.z()) > 0.999) {
      return direction.z() > 0 ? "superior" : "inferior";
    }
    return "(%s, %s, %s) in LPS"
        .formatted(
            Figures.fixed(direction.x(), 2),
            Figures.fixed(direction.y(), 2),
            Figures.fixed(direction.z(), 2));
  }
}
