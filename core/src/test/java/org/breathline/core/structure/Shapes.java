package org.breathline.core.structure;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;

/** Regions whose size is known by formula. */
final class Shapes {

  private Shapes() {}

  static Grid grid(int nx, int ny, int nz, double dx, double dy, double dz) {
    Vector3 origin = new Vector3(-(nx - 1) * dx / 2, -(ny - 1) * dy / 2, -(nz - 1) * dz / 2);
    return new Grid(nx, ny, nz, origin, new Vector3(dx, dy, dz), Orientation.AXIAL);
  }

  /** The signed distance from a ball. */
  static LevelSet ball(Grid grid, Vector3 centre, double radiusMm) {
    GridBox box = GridBox.all(grid);
    float[] values = new float[grid.size()];
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          values[grid.offset(i, j, k)] =
              (float) (grid.point(i, j, k).minus(centre).length() - radiusMm);
        }
      }
    }
    return new LevelSet(grid, box, values, 100);
  }

  /** A circle as a polygon of many points, in a plane z. */
  static Contour circle(double x, double y, double z, double radiusMm, int points) {
    List<Vector3> circle = new ArrayList<>();
    for (int p = 0; p < points; p++) {
      double angle = 2 * Math.PI * p / points;
      circle.add(new Vector3(x + radiusMm * Math.cos(angle), y + radiusMm * Math.sin(angle), z));
    }
    return Contour.of(circle);
  }

  static Contour rectangle(double x0, double y0, double x1, double y1, double z) {
    return Contour.ofCoordinates(x0, y0, z, x1, y0, z, x1, y1, z, x0, y1, z);
  }
}
