package org.breathline.core.registration;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.kernel.Kernels;

/**
 * Knots of a trilinear displacement, one every so many voxels of a level's grid along each axis,
 * the first at the first voxel and the last at or beyond the last.
 *
 * @param level the grid of voxels
 * @param step voxels from knot to knot, at least 1
 * @param nx knots along the rows
 * @param ny knots along the columns
 * @param nz knots along the normal
 */
public record KnotLattice(Grid level, int step, int nx, int ny, int nz) {

  /** The lattice over a grid. */
  public static KnotLattice over(Grid level, int step) {
    return new KnotLattice(
        level,
        step,
        (level.nx() - 1) / step + 2,
        (level.ny() - 1) / step + 2,
        (level.nz() - 1) / step + 2);
  }

  /** The number of knots. */
  public int size() {
    return nx * ny * nz;
  }

  /** Where the knots are. */
  public Grid grid() {
    return new Grid(nx, ny, nz, level.origin(), level.spacing().times(step), level.orientation());
  }

  /** Where a component's row of knots begins among all parameters. */
  int row(int component, int j, int k) {
    return component * size() + (k * ny + j) * nx;
  }

  /** The length of one component's {@linkplain #stretch stretched} rows. */
  int stretchedSize() {
    return ny * nz * level.nx();
  }

  /** Stretches all rows of knots along x, one component after the other. */
  void stretch(float[] knots, float[] stretched) {
    int rows = 3 * ny * nz;
    int width = level.nx();
    Planes.forEach(
        3 * nz,
        plane -> {
          for (int row = plane * ny; row < (plane + 1) * ny && row < rows; row++) {
            Kernels.knotRows().stretch(knots, row * nx, step, stretched, row * width, width);
          }
        });
  }

  /** The displacements of the voxels from..to of row (j, k), component c from c * run on. */
  void displacements(float[] stretched, int j, int k, int from, int to, float[] into, int run) {
    int width = level.nx();
    int jj = j / step;
    int kk = k / step;
    float b = (float) (j - jj * step) / step;
    float c = (float) (k - kk * step) / step;
    int plane = ny * width;
    for (int component = 0; component < 3; component++) {
      int corner = component * stretchedSize() + (kk * ny + jj) * width + from;
      Kernels.knotRows()
          .blend(
              stretched,
              corner,
              corner + width,
              corner + plane,
              corner + plane + width,
              b,
              c,
              into,
              component * run,
              to - from);
    }
  }

  /** The same displacement on the knots of another level, in that level's voxels. */
  float[] onto(KnotLattice other, float[] knots) {
    float[] there = new float[3 * other.size()];
    double scale = level.spacing().x() / other.level.spacing().x();
    Grid own = grid();
    Grid others = other.grid();
    Vector3 first = own.index(others.origin());
    double ratio = others.spacing().x() / own.spacing().x();
    Planes.forEach(
        other.nz,
        k -> {
          for (int j = 0; j < other.ny; j++) {
            for (int i = 0; i < other.nx; i++) {
              for (int component = 0; component < 3; component++) {
                there[other.row(component, j, k) + i] =
                    (float)
                        (scale
                            * sample(
                                knots,
                                component * size(),
                                first.x() + i * ratio,
                                first.y() + j * ratio,
                                first.z() + k * ratio));
              }
            }
          }
        });
    return there;
  }

  private double sample(float[] knots, int from, double x, double y, double z) {
    double px = Math.clamp(x, 0, nx - 1);
    double py = Math.clamp(y, 0, ny - 1);
    double pz = Math.clamp(z, 0, nz - 1);
    int i = Math.min((int) px, nx - 2);
    int j = Math.min((int) py, ny - 2);
    int k = Math.min((int) pz, nz - 2);
    double a = px - i;
    double b = py - j;
    double c = pz - k;
    int at = from + (k * ny + j) * nx + i;
    int up = nx * ny;
    double low = plane(knots, at, a, b);
    return low + c * (plane(knots, at + up, a, b) - low);
  }

  private double plane(float[] knots, int at, double a, double b) {
    double near = knots[at] + a * (knots[at + 1] - knots[at]);
    double far = knots[at + nx] + a * (knots[at + nx + 1] - knots[at + nx]);
    return near + b * (far - near);
  }
}
