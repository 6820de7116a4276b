package org.breathline.core.field;

import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;

/**
 * The determinant of the Jacobian matrix of {@code x -> x + u(x)}: by how much tissue is larger in
 * the other image than in the reference image. Above 1 it has grown, at 0 it has vanished, below 0
 * the field folds. On patient axes, whatever the grid's orientation: with axes e and derivatives d
 * of u along them, the determinant is the triple product of the three e + d.
 */
public final class JacobianDeterminant {

  private JacobianDeterminant() {}

  /**
   * By central differences, one-sided at the grid's borders: the local change of volume.
   *
   * @return without unit, on the field's grid
   */
  public static FloatVolume of(DisplacementField field) {
    return slices(field, JacobianDeterminant::central);
  }

  /**
   * The least of the eight determinants that the trilinear cells around a voxel have at it: where
   * none is 0 or below, no cell folds at a corner. Stricter than {@link #of}, whose central
   * differences do not see the field change to and fro between neighbours.
   *
   * @return without unit, on the field's grid
   */
  public static FloatVolume leastOfCells(DisplacementField field) {
    return slices(field, JacobianDeterminant::least);
  }

  /** Works out the determinant at a voxel. */
  private interface AtVoxel {
    double determinant(Derivatives derivatives);
  }

  private static FloatVolume slices(DisplacementField field, AtVoxel atVoxel) {
    Grid grid = field.grid();
    var determinants = new FloatVolume(grid);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          var derivatives = new Derivatives(field);
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              derivatives.moveTo(i, j, k);
              determinants.values()[grid.offset(i, j, k)] =
                  (float) atVoxel.determinant(derivatives);
            }
          }
        });
    return determinants;
  }

  private static double central(Derivatives d) {
    return triple(d.mean(0), d.mean(1), d.mean(2));
  }

  private static double least(Derivatives d) {
    double least = Double.POSITIVE_INFINITY;
    for (int corner = 0; corner < 8; corner++) {
      least =
          Math.min(
              least,
              triple(
                  d.oneSided(0, (corner & 1) != 0),
                  d.oneSided(1, (corner & 2) != 0),
                  d.oneSided(2, (corner & 4) != 0)));
    }
    return least;
  }

  private static double triple(Vector3 a, Vector3 b, Vector3 c) {
    return a.dot(b.cross(c));
  }

  /** The derivatives of x + u along the grid's axes at a voxel. For one thread. */
  private static final class Derivatives {

    private final DisplacementField field;
    private final Grid grid;
    private final Vector3[] axes;
    private final double[] spacings;
    private final int[] strides;
    private final Vector3[] forward = {Vector3.ZERO, Vector3.ZERO, Vector3.ZERO};
    private final Vector3[] backward = {Vector3.ZERO, Vector3.ZERO, Vector3.ZERO};

    Derivatives(DisplacementField field) {
      this.field = field;
      this.grid = field.grid();
      this.axes =
          new Vector3[] {
            grid.orientation().row(), grid.orientation().column(), grid.orientation().normal()
          };
      this.spacings = new double[] {grid.spacing().x(), grid.spacing().y(), grid.spacing().z()};
      this.strides = new int[] {1, grid.nx(), grid.sliceSize()};
    }

    void moveTo(int i, int j, int k) {
      int offset = grid.offset(i, j, k);
      along(0, offset, i, grid.nx());
      along(1, offset, j, grid.ny());
      along(2, offset, k, grid.nz());
    }

    /** Where there is no neighbour on one side, the other side's difference stands for both. */
    private void along(int axis, int offset, int index, int size) {
      boolean hasNext = index + 1 < size;
      boolean hasLast = index > 0;
      Vector3 here = field.at(offset);
      Vector3 next =
          hasNext ? derivative(axis, field.at(offset + strides[axis]).minus(here)) : Vector3.ZERO;
      Vector3 last =
          hasLast ? derivative(axis, here.minus(field.at(offset - strides[axis]))) : Vector3.ZERO;
      forward[axis] = axes[axis].plus(hasNext ? next : last);
      backward[axis] = axes[axis].plus(hasLast ? last : next);
    }

    private Vector3 derivative(int axis, Vector3 difference) {
      return difference.times(1 / spacings[axis]);
    }

    Vector3 oneSided(int axis, boolean ahead) {
      return ahead ? forward[axis] : backward[axis];
    }

    Vector3 mean(int axis) {
      return forward[axis].plus(backward[axis]).times(0.5);
    }
  }
}
