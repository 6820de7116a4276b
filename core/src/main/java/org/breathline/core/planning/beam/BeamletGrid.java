package org.breathline.core.planning.beam;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.breathline.core.dose.FluenceMap;

/**
 * The beamlets of a beam: those squares of a raster in the plane through the isocentre whose centre
 * lies in the target's shadow. The raster's lines are at multiples of its spacing, so that leaves
 * of the same width end on them. Immutable.
 */
public final class BeamletGrid {

  private final double x0Mm;
  private final double y0Mm;
  private final double spacingMm;
  private final int nx;
  private final int ny;

  /** Places y * nx + x of the beamlets, rising. */
  private final int[] places;

  private BeamletGrid(double x0Mm, double y0Mm, double spacingMm, int nx, int ny, int[] places) {
    this.x0Mm = x0Mm;
    this.y0Mm = y0Mm;
    this.spacingMm = spacingMm;
    this.nx = nx;
    this.ny = ny;
    this.places = places;
  }

  /**
   * The beamlets over a shadow. A row is without a hole from its first to its last beamlet: leaves
   * pass over what lies between.
   *
   * @param view the shadow of the target with its margin
   * @param spacingMm side of a beamlet, mm
   */
  public static BeamletGrid over(BeamsEyeView view, double spacingMm) {
    BeamsEyeView.Extent high = view.alongY();
    BeamsEyeView.Extent wide = view.alongX(high.fromMm(), high.toMm()).orElseThrow();
    int x1 = (int) Math.floor(wide.fromMm() / spacingMm);
    int y1 = (int) Math.floor(high.fromMm() / spacingMm);
    int nx = (int) Math.ceil(wide.toMm() / spacingMm) - x1;
    int ny = (int) Math.ceil(high.toMm() / spacingMm) - y1;
    double x0 = (x1 + 0.5) * spacingMm;
    double y0 = (y1 + 0.5) * spacingMm;
    IntStream.Builder places = IntStream.builder();
    for (int y = 0; y < ny; y++) {
      int row = y;
      int[] inside =
          IntStream.range(0, nx)
              .filter(x -> view.contains(x0 + x * spacingMm, y0 + row * spacingMm))
              .toArray();
      if (inside.length > 0) {
        IntStream.rangeClosed(inside[0], inside[inside.length - 1])
            .forEach(x -> places.add(row * nx + x));
      }
    }
    return new BeamletGrid(x0, y0, spacingMm, nx, ny, places.build().toArray());
  }

  /** The number of beamlets. */
  public int beamlets() {
    return places.length;
  }

  /** x of the centre of the raster's first square, mm. */
  public double x0Mm() {
    return x0Mm;
  }

  /** y of the centre of the raster's first square, mm. */
  public double y0Mm() {
    return y0Mm;
  }

  /** Side of a beamlet, mm. */
  public double spacingMm() {
    return spacingMm;
  }

  /** Squares of the raster along x. */
  public int nx() {
    return nx;
  }

  /** Squares of the raster along y. */
  public int ny() {
    return ny;
  }

  /** Column of a beamlet in the raster. */
  public int column(int beamlet) {
    return places[beamlet] % nx;
  }

  /** Row of a beamlet in the raster. */
  public int row(int beamlet) {
    return places[beamlet] / nx;
  }

  /** x of a beamlet's centre, mm. */
  public double xMm(int beamlet) {
    return x0Mm + column(beamlet) * spacingMm;
  }

  /** y of a beamlet's centre, mm. */
  public double yMm(int beamlet) {
    return y0Mm + row(beamlet) * spacingMm;
  }

  /** The beamlet of a square of the raster, or -1. */
  public int beamletAt(int column, int row) {
    int found = Arrays.binarySearch(places, row * nx + column);
    return found >= 0 && column >= 0 && column < nx ? found : -1;
  }

  /** The first column of a row that is a beamlet, or -1 if none is. */
  public int firstColumn(int row) {
    int found = Arrays.binarySearch(places, row * nx);
    int next = found >= 0 ? found : -found - 1;
    return next < places.length && places[next] / nx == row ? places[next] % nx : -1;
  }

  /** One beyond the last column of a row that is a beamlet; -1 if none is. */
  public int endColumn(int row) {
    int found = Arrays.binarySearch(places, (row + 1) * nx);
    int previous = (found >= 0 ? found : -found - 1) - 1;
    return previous >= 0 && places[previous] / nx == row ? places[previous] % nx + 1 : -1;
  }

  /**
   * The map of weights.
   *
   * @param weights of all beams' beamlets
   * @param first where this beam's begin
   */
  public FluenceMap map(double[] weights, int first) {
    float[] values = new float[nx * ny];
    for (int beamlet = 0; beamlet < places.length; beamlet++) {
      values[places[beamlet]] = (float) weights[first + beamlet];
    }
    return new FluenceMap(x0Mm, y0Mm, spacingMm, nx, ny, values);
  }
}
