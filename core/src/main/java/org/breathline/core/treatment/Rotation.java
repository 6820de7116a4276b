package org.breathline.core.treatment;

/**
 * An angle of the machine at a control point and the way that it turns from there to the next one.
 *
 * @param degrees the IEC 61217 angle, degrees
 * @param direction which way it turns from here on
 */
public record Rotation(double degrees, Direction direction) {

  /** Which way an IEC 61217 angle runs. */
  public enum Direction {
    /** It stays. */
    NONE,
    /** The angle grows: gantry clockwise, collimator and couch counter-clockwise. */
    RISING,
    /** The angle falls: gantry counter-clockwise, collimator and couch clockwise. */
    FALLING
  }

  private static final double FULL_TURN = 360;

  /** Checks that the angle is finite. */
  public Rotation {
    if (!Double.isFinite(degrees)) {
      throw new IllegalArgumentException("an angle of " + degrees + " degrees");
    }
  }

  /** An angle that stays. */
  public static Rotation at(double degrees) {
    return new Rotation(degrees, Direction.NONE);
  }

  /** By how many degrees it turns to the angle of the next control point, with sign. */
  public double turnTo(Rotation next) {
    double up = (next.degrees - degrees) % FULL_TURN;
    double rising = up < 0 ? up + FULL_TURN : up;
    return switch (direction) {
      case NONE -> 0;
      case RISING -> rising;
      case FALLING -> rising == 0 ? 0 : rising - FULL_TURN;
    };
  }

  /** The angle a part of the way to the next control point, degrees, from 0 to below 360. */
  double towards(Rotation next, double fraction) {
    double angle = (degrees + fraction * turnTo(next)) % FULL_TURN;
    return angle < 0 ? angle + FULL_TURN : angle;
  }
}
