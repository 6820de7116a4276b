package org.breathline.core.geometry;

/**
 * A rotation and a translation of patient space: x goes to {@code R x + t}.
 *
 * @param first the first row of R
 * @param second the second row of R
 * @param third the third row of R
 * @param translation t, mm
 */
public record RigidTransform(Vector3 first, Vector3 second, Vector3 third, Vector3 translation) {

  /** Matrices in files carry about six decimals. */
  private static final double TOLERANCE = 1e-4;

  /** Everything stays where it is. */
  public static final RigidTransform IDENTITY = translating(Vector3.ZERO);

  /** Checks that R is a rotation; throws {@link IllegalArgumentException} in words. */
  public RigidTransform {
    boolean unit =
        Math.abs(first.length() - 1) < TOLERANCE && Math.abs(second.length() - 1) < TOLERANCE;
    if (!unit
        || Math.abs(first.dot(second)) > TOLERANCE
        || !(first.cross(second).minus(third).length() < TOLERANCE)) {
      throw new IllegalArgumentException("the matrix is not a rotation");
    }
  }

  /** A translation, mm. */
  public static RigidTransform translating(Vector3 by) {
    return new RigidTransform(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), by);
  }

  /**
   * Rotations about the patient's axes through a point, then a translation: {@code Rz Ry Rx (x -
   * centre) + centre + by}.
   *
   * @param anglesRad about x, y and z, by the right-hand rule, radians
   * @param centre what does not rotate, mm
   * @param by the translation, mm
   */
  public static RigidTransform of(Vector3 anglesRad, Vector3 centre, Vector3 by) {
    double cx = Math.cos(anglesRad.x());
    double sx = Math.sin(anglesRad.x());
    double cy = Math.cos(anglesRad.y());
    double sy = Math.sin(anglesRad.y());
    double cz = Math.cos(anglesRad.z());
    double sz = Math.sin(anglesRad.z());
    Vector3 first = new Vector3(cz * cy, cz * sy * sx - sz * cx, cz * sy * cx + sz * sx);
    Vector3 second = new Vector3(sz * cy, sz * sy * sx + cz * cx, sz * sy * cx - cz * sx);
    Vector3 third = new Vector3(-sy, cy * sx, cy * cx);
    Vector3 turned = new Vector3(first.dot(centre), second.dot(centre), third.dot(centre));
    return new RigidTransform(first, second, third, centre.plus(by).minus(turned));
  }

  /** Where a point goes. */
  public Vector3 apply(Vector3 point) {
    return turn(point).plus(translation);
  }

  /** Where a direction goes. */
  public Vector3 turn(Vector3 direction) {
    return new Vector3(first.dot(direction), second.dot(direction), third.dot(direction));
  }

  /** The transform back. */
  public RigidTransform inverse() {
    Vector3 a = new Vector3(first.x(), second.x(), third.x());
    Vector3 b = new Vector3(first.y(), second.y(), third.y());
    Vector3 c = new Vector3(first.z(), second.z(), third.z());
    Vector3 back =
        new Vector3(a.dot(translation), b.dot(translation), c.dot(translation)).times(-1);
    return new RigidTransform(a, b, c, back);
  }

  /** First another transform, then this one. */
  public RigidTransform after(RigidTransform earlier) {
    RigidTransform columns = earlier.inverse();
    // The rows of the inverse rotation are the columns of the rotation.
    return new RigidTransform(
        times(first, columns),
        times(second, columns),
        times(third, columns),
        apply(earlier.translation));
  }

  private static Vector3 times(Vector3 row, RigidTransform columns) {
    return new Vector3(row.dot(columns.first), row.dot(columns.second), row.dot(columns.third));
  }

  /** The angle of the rotation, whatever its axis, 0 to 180 degrees. */
  public double angleDegrees() {
    double cosine = (first.x() + second.y() + third.z() - 1) / 2;
    return Math.toDegrees(Math.acos(Math.clamp(cosine, -1, 1)));
  }

  /**
   * The 4 x 4 matrix of homogeneous coordinates, row by row, as DICOM has it (PS3.3, C.20.2.1.1).
   */
  public double[] matrix() {
    return new double[] {
      first.x(),
      first.y(),
      first.z(),
      translation.x(),
      second.x(),
      second.y(),
      second.z(),
      translation.y(),
      third.x(),
      third.y(),
      third.z(),
      translation.z(),
      0,
      0,
      0,
      1
    };
  }
}
