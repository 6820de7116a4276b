package org.breathline.study.target;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.LevelSet;

/** Carries a region to another image along a rigid transform, its surface between voxels kept. */
final class CarriedRegion {

  private CarriedRegion() {}

  /**
   * Carries.
   *
   * @param region in the 4DCT's coordinates
   * @return on the image's slices, with the steps within them that targets are worked on
   */
  static LevelSet onto(PlanningImage image, LevelSet region) {
    Grid grid = GrossTumour.planes(image.volume().grid());
    GridBox box = box(grid, region, image.toScan().inverse());
    float[] values = new float[Math.multiplyExact(box.nx() * box.ny(), box.nz())];
    int at = 0;
    for (int k = box.k0(); k < box.k1(); k++) {
      for (int j = box.j0(); j < box.j1(); j++) {
        for (int i = box.i0(); i < box.i1(); i++) {
          values[at++] = (float) region.at(image.toScan().apply(grid.point(i, j, k)));
        }
      }
    }
    return new LevelSet(grid, box, values, region.outside());
  }

  private static GridBox box(Grid grid, LevelSet region, RigidTransform fromScan) {
    double[] low = {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE};
    double[] high = {-Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
    GridBox box = region.box();
    for (int corner = 0; corner < 8; corner++) {
      Vector3 index =
          grid.index(
              fromScan.apply(
                  region
                      .grid()
                      .point(
                          (corner & 1) == 0 ? box.i0() : box.i1() - 1,
                          (corner & 2) == 0 ? box.j0() : box.j1() - 1,
                          (corner & 4) == 0 ? box.k0() : box.k1() - 1)));
      double[] place = {index.x(), index.y(), index.z()};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.min(low[axis], place[axis]);
        high[axis] = Math.max(high[axis], place[axis]);
      }
    }
    return new GridBox(
        first(low[0], grid.nx()),
        last(high[0], grid.nx()),
        first(low[1], grid.ny()),
        last(high[1], grid.ny()),
        first(low[2], grid.nz()),
        last(high[2], grid.nz()));
  }

  private static int first(double index, int count) {
    return Math.clamp((long) Math.floor(index), 0, count - 1);
  }

  private static int last(double index, int count) {
    return Math.clamp((long) Math.ceil(index) + 1, 1, count);
  }
}
