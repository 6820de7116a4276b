package org.breathline.core.treatment;

/**
 * Where the four jaws stand, in the axes of the beam limiting device and the plane through the
 * isocentre (IEC 61217): open is from x1 to x2 and from y1 to y2.
 *
 * @param x1Mm the jaw of the negative x side
 * @param x2Mm the jaw of the positive x side, not below x1
 * @param y1Mm the jaw of the negative y side
 * @param y2Mm the jaw of the positive y side, not below y1
 */
public record Jaws(double x1Mm, double x2Mm, double y1Mm, double y2Mm) {

  /** Checks the order; throws {@link IllegalArgumentException} in words. */
  public Jaws {
    if (!(x1Mm <= x2Mm) || !(y1Mm <= y2Mm)) {
      throw new IllegalArgumentException(
          "jaws cross: x %s to %s mm, y %s to %s mm".formatted(x1Mm, x2Mm, y1Mm, y2Mm));
    }
  }

  /** Jaws of a field that is symmetric about the axis, from its sides, mm. */
  public static Jaws symmetric(double widthMm, double heightMm) {
    return new Jaws(-widthMm / 2, widthMm / 2, -heightMm / 2, heightMm / 2);
  }

  /** The longest way that a jaw goes to other positions, mm. */
  public double farthestMm(Jaws other) {
    return Math.max(
        Math.max(Math.abs(other.x1Mm - x1Mm), Math.abs(other.x2Mm - x2Mm)),
        Math.max(Math.abs(other.y1Mm - y1Mm), Math.abs(other.y2Mm - y2Mm)));
  }

  /** The positions on the way to others: 0 here, 1 there. */
  public Jaws towards(Jaws other, double fraction) {
    return new Jaws(
        x1Mm + fraction * (other.x1Mm - x1Mm),
        x2Mm + fraction * (other.x2Mm - x2Mm),
        y1Mm + fraction * (other.y1Mm - y1Mm),
        y2Mm + fraction * (other.y2Mm - y2Mm));
  }
}
