package org.breathline.core.registration;

import org.breathline.core.geometry.Grid;

/**
 * How far edges do not run alike: at a place, with g the gradient and eta the edge parameter,
 *
 * <pre>1 - r^2,   r = (gF . gW + eta^2) / (nF nW),   n = sqrt(|g|^2 + eta^2)</pre>
 *
 * <p>after Haber and Modersitzki (MICCAI 2006, 726); the edge parameter stands in the product too,
 * so that flat places cost nothing (Koenig and Ruehaak, ISBI 2014, 580). It asks where edges are
 * and which way they run, not how strong they are: another question than a correlation's. Gradients
 * are central differences within the region; at its border, where the neighbour is not known, the
 * half that is. The derivatives are exact.
 */
public final class NormalisedGradientField implements Metric {

  private final Region region;
  private final Grid grid;
  private final float squaredEdge;
  private final float[][] fixed;
  private final float[][] factors;

  /**
   * Prepares for a fixed image.
   *
   * @param region where it is compared
   * @param image the fixed image's intensities, 0 to 1, on the region's grid
   * @param edge eta, above 0: gradients well below it (per voxel) are noise
   */
  public NormalisedGradientField(Region region, float[] image, double edge) {
    if (!(edge > 0)) {
      throw new IllegalArgumentException("an edge parameter is above 0, not " + edge);
    }
    this.region = region;
    this.grid = region.grid();
    this.squaredEdge = (float) (edge * edge);
    this.fixed = new float[3][grid.size()];
    this.factors = new float[3][grid.size()];
    float[] gradient = new float[3];
    eachVoxel((at, i, j, k) -> {
      gradient(image, at, i, j, k, gradient);
      float norm = (float) Math.sqrt(squared(gradient) + squaredEdge);
      for (int axis = 0; axis < 3; axis++) {
        fixed[axis][at] = gradient[axis] / norm;
      }
    });
  }

  @Override
  public Region region() {
    return region;
  }

  @Override
  public double evaluate(float[] warped, float[] derivative) {
    double[] losses = new double[grid.nz()];
    Planes.forEach(grid.nz(), k -> losses[k] = factorPlane(warped, k));
    Planes.forEach(grid.nz(), k -> derivePlane(derivative, k));
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }

  /** The loss of a plane, and its derivatives by the warped image's gradients. */
  private double factorPlane(float[] warped, int k) {
    float[] g = new float[3];
    double sum = 0;
    for (int j = 0; j < grid.ny(); j++) {
      int row = k * grid.ny() + j;
      for (int i = region.from(row); i < region.to(row); i++) {
        int at = row * grid.nx() + i;
        if (region.weights()[at] == 0) {
          continue;
        }
        gradient(warped, at, i, j, k, g);
        float x = fixed[0][at];
        float y = fixed[1][at];
        float z = fixed[2][at];
        float norm = (float) Math.sqrt(squared(g) + squaredEdge);
        // The fixed image's eta over its norm: what is left of 1 beside the normalised gradient.
        float rest = (float) Math.sqrt(Math.max(0f, squaredEdge * (1 - x * x - y * y - z * z)));
        float r = (x * g[0] + y * g[1] + z * g[2] + rest) / norm;
        sum += 1 - (double) r * r;
        float scale = -2 * r / norm;
        factors[0][at] = scale * (x - r * g[0] / norm);
        factors[1][at] = scale * (y - r * g[1] / norm);
        factors[2][at] = scale * (z - r * g[2] / norm);
      }
    }
    return sum;
  }

  /** The adjoint of the differences. */
  private void derivePlane(float[] derivative, int k) {
    int nx = grid.nx();
    int slice = grid.sliceSize();
    for (int j = 0; j < grid.ny(); j++) {
      int row = k * grid.ny() + j;
      for (int i = region.from(row); i < region.to(row); i++) {
        int at = row * nx + i;
        if (region.weights()[at] > 0) {
          derivative[at] =
              along(factors[0], at, 1, i, nx)
                  + along(factors[1], at, nx, j, grid.ny())
                  + along(factors[2], at, slice, k, grid.nz());
        }
      }
    }
  }

  private float along(float[] factor, int at, int stride, int index, int size) {
    float own = factor[at];
    float before = hasBefore(at, stride, index) ? factor[at - stride] : -own;
    float after = hasAfter(at, stride, index, size) ? factor[at + stride] : -own;
    return 0.5f * (before - after);
  }

  private void gradient(float[] image, int at, int i, int j, int k, float[] into) {
    into[0] = difference(image, at, 1, i, grid.nx());
    into[1] = difference(image, at, grid.nx(), j, grid.ny());
    into[2] = difference(image, at, grid.sliceSize(), k, grid.nz());
  }

  private float difference(float[] image, int at, int stride, int index, int size) {
    float after = hasAfter(at, stride, index, size) ? image[at + stride] : image[at];
    float before = hasBefore(at, stride, index) ? image[at - stride] : image[at];
    return 0.5f * (after - before);
  }

  private boolean hasAfter(int at, int stride, int index, int size) {
    return index + 1 < size && region.weights()[at + stride] > 0;
  }

  private boolean hasBefore(int at, int stride, int index) {
    return index > 0 && region.weights()[at - stride] > 0;
  }

  private static float squared(float[] g) {
    return g[0] * g[0] + g[1] * g[1] + g[2] * g[2];
  }

  /** Takes a voxel of the region. */
  private interface Visit {
    void at(int offset, int i, int j, int k);
  }

  private void eachVoxel(Visit visit) {
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        int row = k * grid.ny() + j;
        for (int i = region.from(row); i < region.to(row); i++) {
          if (region.weights()[row * grid.nx() + i] > 0) {
            visit.at(row * grid.nx() + i, i, j, k);
          }
        }
      }
    }
  }
}
