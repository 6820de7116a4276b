package org.breathline.core.treatment;

import org.breathline.core.geometry.Vector3;

/**
 * Where a beam stands in patient space: the IEC 61217 beam limiting device system (its x and y axes
 * those of jaws and leaves, in the plane through the isocentre; its z axis from the isocentre to
 * the source), written in LPS millimetres.
 *
 * <p>The angles turn as IEC 61217 says: gantry clockwise for one who faces it, collimator
 * counter-clockwise as seen from the source, patient support counter-clockwise as seen from above.
 *
 * @param isocentre the isocentre, LPS mm
 * @param sourceAxisMm distance from source to isocentre, mm, above 0
 * @param x unit vector along the device's x axis, LPS
 * @param y unit vector along the device's y axis, LPS
 * @param towardsSource unit vector from the isocentre to the source, LPS
 */
public record BeamFrame(
    Vector3 isocentre, double sourceAxisMm, Vector3 x, Vector3 y, Vector3 towardsSource) {

  /**
   * The frame of a beam from the angles of the machine.
   *
   * @param isocentre LPS mm
   * @param sourceAxisMm mm
   * @param position how the patient lies
   * @param gantryDeg IEC 61217 gantry angle, degrees
   * @param collimatorDeg IEC 61217 beam limiting device angle, degrees
   * @param couchDeg IEC 61217 patient support angle, degrees
   */
  public static BeamFrame of(
      Vector3 isocentre,
      double sourceAxisMm,
      PatientPosition position,
      double gantryDeg,
      double collimatorDeg,
      double couchDeg) {
    Turn gantry = new Turn(gantryDeg);
    Turn collimator = new Turn(collimatorDeg);
    Turn couch = new Turn(couchDeg);
    return new BeamFrame(
        isocentre,
        sourceAxisMm,
        toPatient(new Vector3(collimator.cos, collimator.sin, 0), gantry, couch, position),
        toPatient(new Vector3(-collimator.sin, collimator.cos, 0), gantry, couch, position),
        toPatient(new Vector3(0, 0, 1), gantry, couch, position));
  }

  private static Vector3 toPatient(
      Vector3 inGantry, Turn gantry, Turn couch, PatientPosition position) {
    double fixedX = gantry.cos * inGantry.x() + gantry.sin * inGantry.z();
    double fixedY = inGantry.y();
    double fixedZ = gantry.cos * inGantry.z() - gantry.sin * inGantry.x();
    return position.toPatient(
        couch.cos * fixedX + couch.sin * fixedY, couch.cos * fixedY - couch.sin * fixedX, fixedZ);
  }

  /** The source, LPS mm. */
  public Vector3 source() {
    return isocentre.plus(towardsSource.times(sourceAxisMm));
  }

  /** A point of the plane through the isocentre across the beam, from device coordinates, mm. */
  public Vector3 onIsocentrePlane(double xMm, double yMm) {
    return isocentre.plus(x.times(xMm)).plus(y.times(yMm));
  }

  /**
   * A point of patient space in device coordinates: x and y where the ray from the source through
   * it crosses the isocentre plane, mm; z its height over that plane towards the source, mm. A
   * point at or behind the source has no such ray: x and y are then infinite or NaN.
   */
  public Vector3 project(Vector3 point) {
    Vector3 fromIsocentre = point.minus(isocentre);
    double height = fromIsocentre.dot(towardsSource);
    double magnification =
        height < sourceAxisMm ? sourceAxisMm / (sourceAxisMm - height) : Double.NaN;
    return new Vector3(
        fromIsocentre.dot(x) * magnification, fromIsocentre.dot(y) * magnification, height);
  }

  /** Cosine and sine of an angle, exact at the quarter turns, where beams mostly stand. */
  private record Turn(double cos, double sin) {
    Turn(double degrees) {
      double radians = Math.toRadians(degrees);
      this(
          degrees % 180 == 90 || degrees % 180 == -90 ? 0 : Math.cos(radians),
          degrees % 180 == 0 ? 0 : Math.sin(radians));
    }
  }
}
