package org.breathline.core.geometry;

/**
 * A point or a displacement in patient space.
 *
 * @param x millimetres to the patient's left
 * @param y millimetres to posterior
 * @param z millimetres to superior
 */
public record Vector3(double x, double y, double z) {

  /** The origin of patient space. */
  public static final Vector3 ZERO = new Vector3(0, 0, 0);

  /** The sum of this and another vector. */
  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  /** This vector less another one. */
  public Vector3 minus(Vector3 other) {
    return new Vector3(x - other.x, y - other.y, z - other.z);
  }

  /** This vector, every component multiplied by a factor. */
  public Vector3 times(double factor) {
    return new Vector3(factor * x, factor * y, factor * z);
  }

  /** The scalar product. */
  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  /** The vector product, right-handed. */
  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  /** The Euclidean length in millimetres. */
  public double length() {
    return Math.sqrt(dot(this));
  }
}
