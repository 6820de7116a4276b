package org.breathline.core.target;

import org.breathline.core.geometry.Vector3;

/** The sides of a patient. */
public enum Direction {
  /** To the patient's left. */
  LEFT,
  /** To the patient's right. */
  RIGHT,
  /** To the front. */
  ANTERIOR,
  /** To the back. */
  POSTERIOR,
  /** To the head. */
  SUPERIOR,
  /** To the feet. */
  INFERIOR;

  /** The direction as a unit vector, LPS. */
  public Vector3 axis() {
    return switch (this) {
      case LEFT -> new Vector3(1, 0, 0);
      case RIGHT -> new Vector3(-1, 0, 0);
      case ANTERIOR -> new Vector3(0, -1, 0);
      case POSTERIOR -> new Vector3(0, 1, 0);
      case SUPERIOR -> new Vector3(0, 0, 1);
      case INFERIOR -> new Vector3(0, 0, -1);
    };
  }

  /** The side that a vector points to most. */
  public static Direction of(Vector3 vector) {
    Direction most = LEFT;
    for (Direction direction : values()) {
      if (vector.dot(direction.axis()) > vector.dot(most.axis())) {
        most = direction;
      }
    }
    return most;
  }
}
