package org.breathline.core.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Distribution;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.Organ;

/**
 * How far a registration puts an organ's surface from where it is: at every voxel of the surface
 * the part of the error that stands upright on it, for what slides along it is not seen. Only what
 * lies in the field of view in both states counts: of an organ that is cut, the cut is no surface.
 */
final class OrganSurface {

  /** Over which the organ's direction outwards is taken, voxels along x, y and z. */
  private static final int[] REACH = {3, 3, 1};

  private final ShortVolume labels;
  private final Grid grid;
  private final Organ organ;

  /** The surface of an organ in a volume of labels. */
  OrganSurface(ShortVolume labels, Organ organ) {
    this.labels = labels;
    this.grid = labels.grid();
    this.organ = organ;
  }

  /** Distances of the surface that a field carries from the true one, mm. */
  Distribution distancesMm(DisplacementField field, UnaryOperator<Vector3> truth) {
    List<Double> distances = new ArrayList<>();
    for (int k = REACH[2] + 1; k < grid.nz() - REACH[2] - 1; k++) {
      for (int j = REACH[1]; j < grid.ny() - REACH[1]; j++) {
        for (int i = REACH[0]; i < grid.nx() - REACH[0]; i++) {
          if (isSurface(i, j, k)) {
            Vector3 point = grid.point(i, j, k);
            Vector3 there = truth.apply(point);
            Vector3 inwards = inwards(i, j, k);
            if (isInView(there) && inwards.length() > 0) {
              Vector3 error = field.map(point).minus(there);
              distances.add(Math.abs(error.dot(inwards)) / inwards.length());
            }
          }
        }
      }
    }
    float[] values = new float[distances.size()];
    for (int n = 0; n < values.length; n++) {
      values[n] = distances.get(n).floatValue();
    }
    return Distribution.of(values);
  }

  private boolean isOrgan(int i, int j, int k) {
    return labels.values()[grid.offset(i, j, k)] == organ.label();
  }

  private boolean isSurface(int i, int j, int k) {
    return isOrgan(i, j, k)
        && !(isOrgan(i - 1, j, k)
            && isOrgan(i + 1, j, k)
            && isOrgan(i, j - 1, k)
            && isOrgan(i, j + 1, k)
            && isOrgan(i, j, k - 1)
            && isOrgan(i, j, k + 1));
  }

  private Vector3 inwards(int i, int j, int k) {
    Vector3 sum = new Vector3(0, 0, 0);
    Vector3 middle = grid.point(i, j, k);
    for (int kk = k - REACH[2]; kk <= k + REACH[2]; kk++) {
      for (int jj = j - REACH[1]; jj <= j + REACH[1]; jj++) {
        for (int ii = i - REACH[0]; ii <= i + REACH[0]; ii++) {
          if (isOrgan(ii, jj, kk)) {
            sum = sum.plus(grid.point(ii, jj, kk).minus(middle));
          }
        }
      }
    }
    return sum;
  }

  private boolean isInView(Vector3 point) {
    Vector3 index = grid.index(point);
    return isBetween(index.x(), grid.nx())
        && isBetween(index.y(), grid.ny())
        && isBetween(index.z(), grid.nz());
  }

  private static boolean isBetween(double index, int size) {
    return index >= 2 && index <= size - 3;
  }
}
