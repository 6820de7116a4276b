package org.breathline.core.registration;

/**
 * The curvature of a displacement: at a knot half the squares of the Laplacians of its three
 * components (Fischer and Modersitzki, J Math Imaging Vis 18, 81, 2003), with no flow across the
 * lattice's border. Displacements that are linear in space, such as stretching, cost nothing away
 * from it; jumps cost much.
 */
public record Curvature() implements Regulariser {

  @Override
  public double evaluate(KnotLattice lattice, float[] knots, double factor, float[] gradient) {
    int size = lattice.size();
    float perSquare = 1f / (lattice.step() * lattice.step());
    float[] laplacian = new float[3 * size];
    double[] sums = new double[3 * lattice.nz()];
    Planes.forEach(
        3 * lattice.nz(),
        plane -> {
          int component = plane / lattice.nz();
          int k = plane % lattice.nz();
          double sum = 0;
          for (int j = 0; j < lattice.ny(); j++) {
            int row = lattice.row(component, j, k);
            for (int i = 0; i < lattice.nx(); i++) {
              float value = perSquare * laplacian(lattice, knots, row + i, i, j, k);
              laplacian[row + i] = value;
              sum += (double) value * value;
            }
          }
          sums[plane] = sum;
        });
    // The Laplacian is its own adjoint.
    float scale = (float) factor * perSquare;
    Planes.forEach(
        3 * lattice.nz(),
        plane -> {
          int component = plane / lattice.nz();
          int k = plane % lattice.nz();
          for (int j = 0; j < lattice.ny(); j++) {
            int row = lattice.row(component, j, k);
            for (int i = 0; i < lattice.nx(); i++) {
              gradient[row + i] += scale * laplacian(lattice, laplacian, row + i, i, j, k);
            }
          }
        });
    double sum = 0;
    for (double plane : sums) {
      sum += plane;
    }
    return factor * sum / 2;
  }

  private static float laplacian(KnotLattice lattice, float[] values, int at, int i, int j, int k) {
    int nx = lattice.nx();
    int plane = nx * lattice.ny();
    float own = values[at];
    float sum = 0;
    sum += i > 0 ? values[at - 1] - own : 0;
    sum += i + 1 < nx ? values[at + 1] - own : 0;
    sum += j > 0 ? values[at - nx] - own : 0;
    sum += j + 1 < lattice.ny() ? values[at + nx] - own : 0;
    sum += k > 0 ? values[at - plane] - own : 0;
    sum += k + 1 < lattice.nz() ? values[at + plane] - own : 0;
    return sum;
  }
}
