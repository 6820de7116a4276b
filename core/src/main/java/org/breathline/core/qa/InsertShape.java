package org.breathline.core.qa;

import org.breathline.core.geometry.Vector3;

/** The body of an insert, about its centre. */
public sealed interface InsertShape {

  /** The distance of a point from the surface, mm; negative inside. */
  double distanceMm(Vector3 fromCentre);

  /** Its volume, mm3. */
  double volumeMm3();

  /** The variance of its volume's places along a direction of length 1, mm2. */
  double varianceMm2(Vector3 direction);

  /** From the centre to its farthest point, mm. */
  double reachMm();

  /** In words, with its size. */
  String words();

  /**
   * A ball.
   *
   * @param diameterMm above 0
   */
  record Sphere(double diameterMm) implements InsertShape {

    /** Checks the size; throws {@link IllegalArgumentException}. */
    public Sphere {
      requirePositive(diameterMm);
    }

    @Override
    public double distanceMm(Vector3 fromCentre) {
      return fromCentre.length() - diameterMm / 2;
    }

    @Override
    public double volumeMm3() {
      return Math.PI / 6 * diameterMm * diameterMm * diameterMm;
    }

    @Override
    public double varianceMm2(Vector3 direction) {
      return diameterMm * diameterMm / 20;
    }

    @Override
    public double reachMm() {
      return diameterMm / 2;
    }

    @Override
    public String words() {
      return "sphere of %.0f mm".formatted(diameterMm);
    }
  }

  /**
   * A cylinder with flat ends.
   *
   * @param diameterMm above 0
   * @param lengthMm above 0
   * @param axis a direction of length 1
   */
  record Cylinder(double diameterMm, double lengthMm, Vector3 axis) implements InsertShape {

    /** Checks the size; throws {@link IllegalArgumentException}. */
    public Cylinder {
      requirePositive(diameterMm);
      requirePositive(lengthMm);
      if (Math.abs(axis.length() - 1) > 1e-6) {
        throw new IllegalArgumentException("a direction has length 1");
      }
    }

    @Override
    public double distanceMm(Vector3 fromCentre) {
      double along = fromCentre.dot(axis);
      double beyondSide = fromCentre.minus(axis.times(along)).length() - diameterMm / 2;
      double beyondEnd = Math.abs(along) - lengthMm / 2;
      return beyondSide > 0 && beyondEnd > 0
          ? Math.hypot(beyondSide, beyondEnd)
          : Math.max(beyondSide, beyondEnd);
    }

    @Override
    public double volumeMm3() {
      return Math.PI / 4 * diameterMm * diameterMm * lengthMm;
    }

    @Override
    public double varianceMm2(Vector3 direction) {
      double cosine = direction.dot(axis);
      double along = cosine * cosine;
      return along * lengthMm * lengthMm / 12 + (1 - along) * diameterMm * diameterMm / 16;
    }

    @Override
    public double reachMm() {
      return Math.hypot(diameterMm, lengthMm) / 2;
    }

    @Override
    public String words() {
      return "cylinder of %.0f mm, %.0f mm long".formatted(diameterMm, lengthMm);
    }
  }

  private static void requirePositive(double mm) {
    if (!(mm > 0 && Double.isFinite(mm))) {
      throw new IllegalArgumentException("an insert's size must be above 0 mm");
    }
  }
}
