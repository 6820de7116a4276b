package org.breathline.core.structure;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;

/**
 * The surface of a {@link LevelSet} as triangles: every cell between eight voxel centres is cut
 * into six tetrahedra along its main diagonal, the same way in all cells, and in each the function
 * is taken as linear (marching tetrahedra: Payne and Toga, IEEE Comput Graph Appl 10, 1990). The
 * surface is closed where the level set's box has an outside all around; no case is ambiguous.
 *
 * <p>Vertices are kept in voxel indices counted from the box's corner; {@link #vertex} gives them
 * in the patient.
 */
public final class SurfaceMesh {

  /** The corners of a cell, bit 0 along i, bit 1 along j, bit 2 along k. */
  private static final int[][] TETRAHEDRA = {
    {0, 1, 3, 7}, {0, 3, 2, 7}, {0, 2, 6, 7}, {0, 6, 4, 7}, {0, 4, 5, 7}, {0, 5, 1, 7}
  };

  private final Grid grid;
  private final GridBox box;

  /** Cell c has the triangles from {@code cells[c]} to below {@code cells[c + 1]}. */
  private final int[] cells;

  /** Nine indices a triangle; seen from outside, its corners run counter-clockwise. */
  private float[] triangles = new float[9 * 1024];

  private int count;

  private SurfaceMesh(Grid grid, GridBox box) {
    this.grid = grid;
    this.box = box;
    this.cells = new int[box.nx() * box.ny() * box.nz() + 1];
  }

  /** The surface of a region. */
  public static SurfaceMesh of(LevelSet region) {
    var mesh = new SurfaceMesh(region.grid(), region.box());
    mesh.march(region.values());
    return mesh;
  }

  private void march(float[] values) {
    int nx = box.nx();
    int ny = box.ny();
    int nz = box.nz();
    float[] corner = new float[8];
    int cell = 0;
    for (int k = 0; k < nz; k++) {
      for (int j = 0; j < ny; j++) {
        for (int i = 0; i < nx; i++) {
          cells[cell] = count;
          if (i + 1 < nx && j + 1 < ny && k + 1 < nz) {
            int inside = 0;
            for (int c = 0; c < 8; c++) {
              corner[c] = values[cell + (c & 1) + (c >> 1 & 1) * nx + (c >> 2) * nx * ny];
              inside += corner[c] <= 0 ? 1 : 0;
            }
            if (inside > 0 && inside < 8) {
              for (int[] tetrahedron : TETRAHEDRA) {
                cut(i, j, k, tetrahedron, corner);
              }
            }
          }
          cell++;
        }
      }
    }
    cells[cell] = count;
  }

  private void cut(int i, int j, int k, int[] tetrahedron, float[] corner) {
    int inside = 0;
    int[] in = new int[4];
    int[] out = new int[4];
    int outside = 0;
    for (int c : tetrahedron) {
      if (corner[c] <= 0) {
        in[inside++] = c;
      } else {
        out[outside++] = c;
      }
    }
    switch (inside) {
      case 1 -> triangle(i, j, k, corner, in[0], out[0], in[0], out[1], in[0], out[2]);
      case 3 -> triangle(i, j, k, corner, in[0], out[0], in[1], out[0], in[2], out[0]);
      case 2 -> {
        triangle(i, j, k, corner, in[0], out[0], in[0], out[1], in[1], out[1]);
        triangle(i, j, k, corner, in[0], out[0], in[1], out[1], in[1], out[0]);
      }
      default -> {}
    }
  }

  private void triangle(
      int i, int j, int k, float[] corner, int a, int b, int c, int d, int e, int f) {
    if (9 * count + 9 > triangles.length) {
      triangles = Arrays.copyOf(triangles, Math.addExact(triangles.length, triangles.length / 2));
    }
    int at = 9 * count;
    vertex(at, i, j, k, corner, a, b);
    vertex(at + 3, i, j, k, corner, c, d);
    vertex(at + 6, i, j, k, corner, e, f);
    // The inside corner must lie behind the triangle.
    double x = i + (a & 1) - triangles[at];
    double y = j + (a >> 1 & 1) - triangles[at + 1];
    double z = k + (a >> 2) - triangles[at + 2];
    float[] t = triangles;
    double ux = t[at + 3] - t[at];
    double uy = t[at + 4] - t[at + 1];
    double uz = t[at + 5] - t[at + 2];
    double vx = t[at + 6] - t[at];
    double vy = t[at + 7] - t[at + 1];
    double vz = t[at + 8] - t[at + 2];
    double side = (uy * vz - uz * vy) * x + (uz * vx - ux * vz) * y + (ux * vy - uy * vx) * z;
    if (side > 0) {
      for (int axis = 3; axis < 6; axis++) {
        float swapped = t[at + axis];
        t[at + axis] = t[at + axis + 3];
        t[at + axis + 3] = swapped;
      }
    }
    count++;
  }

  /** Where the function is 0 between two corners of a cell. */
  private void vertex(int at, int i, int j, int k, float[] corner, int a, int b) {
    float share = corner[a] / (corner[a] - corner[b]);
    triangles[at] = i + (a & 1) + share * ((b & 1) - (a & 1));
    triangles[at + 1] = j + (a >> 1 & 1) + share * ((b >> 1 & 1) - (a >> 1 & 1));
    triangles[at + 2] = k + (a >> 2) + share * ((b >> 2) - (a >> 2));
  }

  /** The grid whose voxels the surface lies between. */
  public Grid grid() {
    return grid;
  }

  /** The number of triangles. */
  public int size() {
    return count;
  }

  /** A corner, 0 to 2, of a triangle, LPS mm. */
  public Vector3 vertex(int triangle, int corner) {
    int at = 9 * triangle + 3 * corner;
    return grid.point(
        box.i0() + triangles[at], box.j0() + triangles[at + 1], box.k0() + triangles[at + 2]);
  }

  /** The middle of a triangle, LPS mm. */
  public Vector3 middle(int triangle) {
    return vertex(triangle, 0).plus(vertex(triangle, 1)).plus(vertex(triangle, 2)).times(1.0 / 3);
  }

  /** A triangle's normal, pointing outward, as long as its area is large, mm^2. */
  public Vector3 normal(int triangle) {
    Vector3 a = vertex(triangle, 0);
    Vector3 u = vertex(triangle, 1).minus(a);
    Vector3 v = vertex(triangle, 2).minus(a);
    Vector3 twice = u.cross(v);
    return isMirrored() ? twice.times(-0.5) : twice.times(0.5);
  }

  private boolean isMirrored() {
    return grid.orientation()
            .row()
            .cross(grid.orientation().column())
            .dot(grid.orientation().normal())
        < 0;
  }

  /** The area, mm^2. */
  public double areaMm2() {
    double sum = 0;
    for (int t = 0; t < count; t++) {
      sum += normal(t).length();
    }
    return sum;
  }

  /** The volume inside, by the divergence theorem, mL. */
  public double volumeMl() {
    if (count == 0) {
      return 0;
    }
    Vector3 origin = vertex(0, 0);
    double sum = 0;
    for (int t = 0; t < count; t++) {
      sum += vertex(t, 0).minus(origin).dot(normal(t));
    }
    return sum / 3 / 1000;
  }

  /** The centre of the volume inside, LPS mm; not a number for an empty surface. */
  public Vector3 centroid() {
    Vector3 origin = count == 0 ? Vector3.ZERO : vertex(0, 0);
    Vector3 moment = Vector3.ZERO;
    double volume = 0;
    for (int t = 0; t < count; t++) {
      // A tetrahedron of the triangle and the origin.
      Vector3 a = vertex(t, 0).minus(origin);
      double part = a.dot(normal(t)) / 3;
      Vector3 middle = middle(t).minus(origin).times(0.75);
      volume += part;
      moment = moment.plus(middle.times(part));
    }
    return origin.plus(moment.times(1 / volume));
  }

  GridBox box() {
    return box;
  }

  /** The first triangle of the cell that begins at an offset of the box. */
  int firstOf(int cell) {
    return cells[cell];
  }

  /** Nine indices a triangle, counted from the box's corner. */
  float[] indices() {
    return triangles;
  }
}
