package org.breathline.core.registration;

import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.TrilinearWarp;

/**
 * What a displacement of knots costs on one level: the mean dissimilarity of every channel's region
 * plus the roughness. Parameters are three runs of displacements in voxels: all x, all y, all z.
 */
final class DeformableObjective implements Objective {

  private final KnotLattice lattice;
  private final List<Channel> channels;
  private final Regulariser regulariser;
  private final double roughnessFactor;
  private final float[] stretched;
  private final float[] warped;
  private final float[] derivative;
  private final float[][] gradients;
  private final float[][] slabs;

  /**
   * Puts the terms together.
   *
   * @param lambda the weight of the roughness, per voxel of the first channel's region
   */
  DeformableObjective(
      KnotLattice lattice, List<Channel> channels, Regulariser regulariser, double lambda) {
    this.lattice = lattice;
    this.channels = channels;
    this.regulariser = regulariser;
    int step = lattice.step();
    this.roughnessFactor =
        lambda * step * step * step / channels.getFirst().metric().region().voxels();
    int size = lattice.level().size();
    this.stretched = new float[3 * lattice.stretchedSize()];
    this.warped = new float[size];
    this.derivative = new float[size];
    this.gradients = new float[3][size];
    this.slabs = new float[2 * lattice.nz()][3 * lattice.ny() * lattice.level().nx()];
  }

  @Override
  public double evaluate(float[] knots, float[] gradient) {
    Arrays.fill(gradient, 0);
    lattice.stretch(knots, stretched);
    double value = 0;
    for (Channel channel : channels) {
      Region region = channel.metric().region();
      warp(channel, region);
      double share = 1.0 / region.voxels();
      value += share * channel.metric().evaluate(warped, derivative);
      spread(region);
      collect((float) share, gradient);
    }
    return value + regulariser.evaluate(lattice, knots, roughnessFactor, gradient);
  }

  private void warp(Channel channel, Region region) {
    Grid level = lattice.level();
    Grid from = channel.moving().grid();
    Vector3 shift = from.index(level.origin());
    float[] values = channel.moving().values();
    int nx = level.nx();
    Planes.forEach(
        level.nz(),
        k -> {
          float[] row = new float[3 * nx];
          for (int j = 0; j < level.ny(); j++) {
            int number = k * level.ny() + j;
            int end = region.to(number);
            int first = region.from(number);
            // Between the lungs nothing is looked at, and a warp takes longer than all the rest.
            while (first < end) {
              int last = region.runEnd(number, first);
              int count = last - first;
              lattice.displacements(stretched, j, k, first, last, row, nx);
              TrilinearWarp.row(
                  values,
                  from.nx(),
                  from.ny(),
                  from.nz(),
                  (float) shift.x() + first,
                  (float) shift.y() + j,
                  (float) shift.z() + k,
                  row,
                  nx,
                  count,
                  warped,
                  gradients,
                  number * nx + first);
              first = region.nextRun(number, last);
            }
          }
        });
  }

  /** Spreads the derivatives by the voxels' displacements to stretched rows of knots. */
  private void spread(Region region) {
    Grid level = lattice.level();
    int nx = level.nx();
    int step = lattice.step();
    int component = lattice.ny() * nx;
    Planes.forEach(
        lattice.nz() - 1,
        slab -> {
          float[] rows = new float[6 * component];
          int last = Math.min(level.nz(), (slab + 1) * step);
          for (int k = slab * step; k < last; k++) {
            for (int j = 0; j < level.ny(); j++) {
              int number = k * level.ny() + j;
              int first = region.from(number);
              int count = region.to(number) - first;
              if (count <= 0) {
                continue;
              }
              int jj = j / step;
              float b = (float) (j - jj * step) / step;
              float c = (float) (k - slab * step) / step;
              for (int n = 0; n < 3; n++) {
                int lower = n * component + jj * nx + first;
                int upper = lower + 3 * component;
                Kernels.knotRows()
                    .spread(
                        derivative,
                        gradients[n],
                        number * nx + first,
                        count,
                        b,
                        c,
                        rows,
                        lower,
                        lower + nx,
                        upper,
                        upper + nx);
              }
            }
          }
          System.arraycopy(rows, 0, slabs[2 * slab], 0, 3 * component);
          System.arraycopy(rows, 3 * component, slabs[2 * slab + 1], 0, 3 * component);
        });
  }

  /** Adds what was spread to the knots. */
  private void collect(float share, float[] gradient) {
    int nx = lattice.level().nx();
    int component = lattice.ny() * nx;
    Planes.forEach(
        lattice.nz(),
        k -> {
          float[] sum = new float[nx];
          float[] row = new float[lattice.nx() + 1];
          for (int n = 0; n < 3; n++) {
            for (int j = 0; j < lattice.ny(); j++) {
              int at = n * component + j * nx;
              for (int i = 0; i < nx; i++) {
                float above = k + 1 < lattice.nz() ? slabs[2 * k][at + i] : 0;
                float below = k > 0 ? slabs[2 * k - 1][at + i] : 0;
                sum[i] = share * (above + below);
              }
              Arrays.fill(row, 0);
              Kernels.knotRows().gather(sum, 0, nx, lattice.step(), row, 0);
              int to = lattice.row(n, j, k);
              for (int i = 0; i < lattice.nx(); i++) {
                gradient[to + i] += row[i];
              }
            }
          }
        });
  }
}
