package org.breathline.core.registration;

import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;

/**
 * Displacements of a lattice's knots, in voxels of its level and along its axes: all x, all y, all
 * z.
 */
record KnotField(KnotLattice lattice, FloatRuns knots) {

  /** An array that a record may hold; it is shared, not copied. */
  static final class FloatRuns {
    final float[] values;

    FloatRuns(float[] values) {
      this.values = values;
    }
  }

  /** A start for a lattice: what was found before, or no motion. */
  static float[] start(KnotLattice lattice, Optional<KnotField> before) {
    return before
        .map(b -> b.lattice.onto(lattice, b.knots.values))
        .orElseGet(() -> new float[3 * lattice.size()]);
  }

  /** A displacement field on a lattice's knots. */
  static KnotField of(DisplacementField field, KnotLattice lattice) {
    float[] knots = new float[3 * lattice.size()];
    Grid grid = lattice.grid();
    Orientation axes = grid.orientation();
    double perVoxel = 1 / lattice.level().spacing().x();
    Planes.forEach(
        lattice.nz(),
        k -> {
          for (int j = 0; j < lattice.ny(); j++) {
            for (int i = 0; i < lattice.nx(); i++) {
              Vector3 u = field.at(grid.point(i, j, k)).times(perVoxel);
              knots[lattice.row(0, j, k) + i] = (float) u.dot(axes.row());
              knots[lattice.row(1, j, k) + i] = (float) u.dot(axes.column());
              knots[lattice.row(2, j, k) + i] = (float) u.dot(axes.normal());
            }
          }
        });
    return new KnotField(lattice, new FloatRuns(knots));
  }

  /** The displacements at the points of another grid with the same axes, mm along them. */
  float[] millimetres(Grid grid) {
    KnotLattice points = new KnotLattice(grid, 1, grid.nx(), grid.ny(), grid.nz());
    float[] there = lattice.onto(points, knots.values);
    float spacing = (float) grid.spacing().x();
    for (int i = 0; i < there.length; i++) {
      there[i] *= spacing;
    }
    return there;
  }
}
