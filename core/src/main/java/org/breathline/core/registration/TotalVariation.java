package org.breathline.core.registration;

/**
 * Isotropic total variation of the displacement, smoothed: at a knot the square root of the squared
 * Frobenius norm of the displacement's gradient (forward differences) plus epsilon, less the root
 * of epsilon. It lets a displacement jump, as at the sliding pleura, where a quadratic would smear
 * (Vishnevskiy et al., IEEE Trans Med Imaging 36, 2017).
 *
 * @param epsilon above 0; where the gradient's norm is well under its root, the roughness is
 *     quadratic
 */
public record TotalVariation(double epsilon) implements Regulariser {

  @Override
  public double evaluate(KnotLattice lattice, float[] knots, double factor, float[] gradient) {
    int ny = lattice.ny();
    int nz = lattice.nz();
    float share = 1f / lattice.step();
    double[] sums = new double[nz];
    float[] inverse = new float[lattice.size()];
    Planes.forEach(
        nz,
        k -> {
          double sum = 0;
          for (int j = 0; j < ny; j++) {
            sum += norms(lattice, knots, j, k, share, inverse);
          }
          sums[k] = sum;
        });
    float scale = (float) (factor * share * share);
    Planes.forEach(
        nz,
        k -> {
          for (int j = 0; j < ny; j++) {
            for (int component = 0; component < 3; component++) {
              derivatives(lattice, knots, component, j, k, inverse, scale, gradient);
            }
          }
        });
    double sum = 0;
    for (double plane : sums) {
      sum += plane;
    }
    return factor * sum;
  }

  /** Of a row; also the reciprocals of the smoothed norms. */
  private double norms(
      KnotLattice lattice, float[] knots, int j, int k, float share, float[] inverse) {
    int nx = lattice.nx();
    int size = lattice.size();
    int right = 1;
    int down = j + 1 < lattice.ny() ? nx : 0;
    int up = k + 1 < lattice.nz() ? nx * lattice.ny() : 0;
    int row = lattice.row(0, j, k);
    float root = (float) Math.sqrt(epsilon);
    float eps = (float) epsilon;
    float squaredShare = share * share;
    double sum = 0;
    for (int i = 0; i < nx; i++) {
      int at = row + i;
      int beside = i + 1 < nx ? right : 0;
      float squares = 0;
      for (int from = at; from < 3 * size; from += size) {
        float value = knots[from];
        float dx = knots[from + beside] - value;
        float dy = knots[from + down] - value;
        float dz = knots[from + up] - value;
        squares += dx * dx + dy * dy + dz * dz;
      }
      float norm = (float) Math.sqrt(squares * squaredShare + eps);
      inverse[at] = 1 / norm;
      sum += norm - root;
    }
    return sum;
  }

  /** Gathers what a knot contributes to its own norm and to those of the knots before it. */
  private static void derivatives(
      KnotLattice lattice,
      float[] knots,
      int component,
      int j,
      int k,
      float[] inverse,
      float scale,
      float[] gradient) {
    int nx = lattice.nx();
    int plane = nx * lattice.ny();
    int shift = component * lattice.size();
    int row = lattice.row(0, j, k);
    for (int i = 0; i < nx; i++) {
      int at = row + i;
      float value = knots[shift + at];
      float sum = 0;
      float own = 0;
      if (i + 1 < nx) {
        own += value - knots[shift + at + 1];
      }
      if (j + 1 < lattice.ny()) {
        own += value - knots[shift + at + nx];
      }
      if (k + 1 < lattice.nz()) {
        own += value - knots[shift + at + plane];
      }
      sum += own * inverse[at];
      if (i > 0) {
        sum += (value - knots[shift + at - 1]) * inverse[at - 1];
      }
      if (j > 0) {
        sum += (value - knots[shift + at - nx]) * inverse[at - nx];
      }
      if (k > 0) {
        sum += (value - knots[shift + at - plane]) * inverse[at - plane];
      }
      gradient[shift + at] += scale * sum;
    }
  }
}
