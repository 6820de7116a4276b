package org.breathline.core.treatment;

/**
 * A state of the machine that a beam passes through: everything moves from one control point to the
 * next in proportion to the monitor units given on the way.
 *
 * @param cumulativeWeight what part of the beam is given when it is reached, in the unit of the
 *     last control point's; at least 0
 * @param gantry the gantry's angle
 * @param collimator the beam limiting device's angle
 * @param couch the patient support's angle
 * @param aperture jaws and leaves
 */
public record ControlPoint(
    double cumulativeWeight,
    Rotation gantry,
    Rotation collimator,
    Rotation couch,
    Aperture aperture) {

  /** Checks the weight. */
  public ControlPoint {
    if (!(cumulativeWeight >= 0) || !Double.isFinite(cumulativeWeight)) {
      throw new IllegalArgumentException("a cumulative weight of " + cumulativeWeight);
    }
  }

  /** A control point whose angles stay. */
  public static ControlPoint at(
      double cumulativeWeight,
      double gantryDeg,
      double collimatorDeg,
      double couchDeg,
      Aperture aperture) {
    return new ControlPoint(
        cumulativeWeight,
        Rotation.at(gantryDeg),
        Rotation.at(collimatorDeg),
        Rotation.at(couchDeg),
        aperture);
  }

  /** By how much gantry, collimator and couch turn together to the next control point, degrees. */
  double turnTo(ControlPoint next) {
    return Math.abs(gantry.turnTo(next.gantry))
        + Math.abs(collimator.turnTo(next.collimator))
        + Math.abs(couch.turnTo(next.couch));
  }
}
