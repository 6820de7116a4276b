package org.breathline.core.dose;

/**
 * Energy fluence of a beam over the plane through the isocentre, in the axes of the beam limiting
 * device (IEC 61217): how much of the open, uncollimated central-axis fluence passes each square.
 * Outside of the map nothing passes.
 */
public final class FluenceMap {

  private final double x0Mm;
  private final double y0Mm;
  private final double spacingMm;
  private final int nx;
  private final int ny;
  private final float[] values;

  /**
   * A map that owns its values.
   *
   * @param x0Mm x of the centre of the first square, mm
   * @param y0Mm y of the centre of the first square, mm
   * @param spacingMm side of a square, mm, above 0
   * @param nx squares along x, at least 1
   * @param ny squares along y, at least 1
   * @param values fluence relative to the open beam's on the axis, x fastest, nx * ny of them
   * @throws IllegalArgumentException if sizes don't fit or the spacing is not above 0
   */
  public FluenceMap(double x0Mm, double y0Mm, double spacingMm, int nx, int ny, float[] values) {
    if (nx < 1 || ny < 1 || !(spacingMm > 0) || values.length != (long) nx * ny) {
      throw new IllegalArgumentException(
          "a fluence map of %d x %d squares of %s mm needs one value each, not %d values"
              .formatted(nx, ny, spacingMm, values.length));
    }
    this.x0Mm = x0Mm;
    this.y0Mm = y0Mm;
    this.spacingMm = spacingMm;
    this.nx = nx;
    this.ny = ny;
    this.values = values;
  }

  /** x of the centre of the first square, mm. */
  public double x0Mm() {
    return x0Mm;
  }

  /** y of the centre of the first square, mm. */
  public double y0Mm() {
    return y0Mm;
  }

  /** Side of a square, mm. */
  public double spacingMm() {
    return spacingMm;
  }

  /** Squares along x. */
  public int nx() {
    return nx;
  }

  /** Squares along y. */
  public int ny() {
    return ny;
  }

  /** The values, x fastest; not a copy. */
  public float[] values() {
    return values;
  }
}
