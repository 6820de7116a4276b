package org.breathline.core.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;

/**
 * Outlines of a region in the slices of its grid, to a part of a pixel: marching squares on the
 * region's function. In a square with two inside corners across from each other the mean of all
 * four decides whether they are joined. Outlines run with the inside on the same hand, so that
 * those of holes run against the others; they never cross.
 */
public final class ContourTracer {

  private final LevelSet region;
  private final int width;
  private final int height;

  /**
   * The value at the corners of the squares of the slice being traced, one ring of outside around.
   */
  private final float[] corners;

  /**
   * The crossing that the outline goes on to from each crossing: 2 * corner for the side to the
   * corner's right, 2 * corner + 1 for the one down; -1 for none.
   */
  private final int[] next;

  private ContourTracer(LevelSet region) {
    this.region = region;
    GridBox box = region.box();
    this.width = box.nx() + 2;
    this.height = box.ny() + 2;
    this.corners = new float[width * height];
    this.next = new int[2 * width * height];
  }

  /** The outlines of a region in all slices of the grid that it reaches, holes as outlines. */
  public static List<Contour> trace(LevelSet region) {
    return trace(region, false);
  }

  /** The outlines of a region in all slices of the grid that it reaches, holes as keyholes. */
  public static List<Contour> traceWithKeyholes(LevelSet region) {
    return trace(region, true);
  }

  private static List<Contour> trace(LevelSet region, boolean keyholes) {
    var tracer = new ContourTracer(region);
    List<Contour> contours = new ArrayList<>();
    GridBox box = region.box();
    for (int k = Math.max(0, box.k0()); k < Math.min(region.grid().nz(), box.k1()); k++) {
      List<double[]> loops = tracer.loops(k);
      for (double[] loop : keyholes ? Keyholes.join(loops) : loops) {
        contours.add(tracer.inPatient(loop, k));
      }
    }
    return contours;
  }

  /** The outlines in one slice of the grid, in its pixels: x, y, x, y, ... along i and j. */
  public static List<double[]> traceSlice(LevelSet region, int k) {
    return new ContourTracer(region).loops(k);
  }

  private Contour inPatient(double[] loop, int k) {
    List<Vector3> points = new ArrayList<>(loop.length / 2);
    for (int i = 0; i < loop.length; i += 2) {
      points.add(region.grid().point(loop[i], loop[i + 1], k));
    }
    return Contour.of(points);
  }

  private List<double[]> loops(int k) {
    GridBox box = region.box();
    for (int j = 0; j < height; j++) {
      for (int i = 0; i < width; i++) {
        corners[j * width + i] = region.at(box.i0() + i - 1, box.j0() + j - 1, k);
      }
    }
    Arrays.fill(next, -1);
    for (int j = 0; j + 1 < height; j++) {
      for (int i = 0; i + 1 < width; i++) {
        square(j * width + i);
      }
    }
    List<double[]> loops = new ArrayList<>();
    for (int start = 0; start < next.length; start++) {
      if (next[start] >= 0) {
        double[] loop = loop(start);
        if (loop.length >= 6) {
          loops.add(loop);
        }
      }
    }
    return loops;
  }

  /** Links the crossings on the sides of a square, the inside on the right hand. */
  private void square(int at) {
    boolean a = corners[at] <= 0;
    boolean b = corners[at + 1] <= 0;
    boolean c = corners[at + width + 1] <= 0;
    boolean d = corners[at + width] <= 0;
    int top = 2 * at;
    int right = 2 * (at + 1) + 1;
    int bottom = 2 * (at + width);
    int left = 2 * at + 1;
    int inside = (a ? 1 : 0) | (b ? 2 : 0) | (c ? 4 : 0) | (d ? 8 : 0);
    switch (inside) {
      case 1 -> next[left] = top;
      case 2 -> next[top] = right;
      case 3 -> next[left] = right;
      case 4 -> next[right] = bottom;
      case 6 -> next[top] = bottom;
      case 7 -> next[left] = bottom;
      case 8 -> next[bottom] = left;
      case 9 -> next[bottom] = top;
      case 11 -> next[bottom] = right;
      case 12 -> next[right] = left;
      case 13 -> next[right] = top;
      case 14 -> next[top] = left;
      case 5, 10 -> saddle(at, inside == 5, top, right, bottom, left);
      default -> {}
    }
  }

  private void saddle(int at, boolean ac, int top, int right, int bottom, int left) {
    boolean joined =
        corners[at] + corners[at + 1] + corners[at + width] + corners[at + width + 1] <= 0;
    if (ac) {
      next[left] = joined ? bottom : top;
      next[right] = joined ? top : bottom;
    } else {
      next[top] = joined ? left : right;
      next[bottom] = joined ? right : left;
    }
  }

  private double[] loop(int start) {
    double[] points = new double[64];
    int count = 0;
    int at = start;
    while (next[at] >= 0) {
      if (count + 2 > points.length) {
        points = Arrays.copyOf(points, 2 * points.length);
      }
      int corner = at / 2;
      int other = at % 2 == 0 ? corner + 1 : corner + width;
      double share = corners[corner] / ((double) corners[corner] - corners[other]);
      double x = region.box().i0() + corner % width - 1 + (at % 2 == 0 ? share : 0);
      double y = region.box().j0() + corner / width - 1 + (at % 2 == 0 ? 0 : share);
      // A corner on the surface itself is met from two sides.
      boolean same = count > 0 && points[count - 2] == x && points[count - 1] == y;
      if (!same) {
        points[count++] = x;
        points[count++] = y;
      }
      int following = next[at];
      next[at] = -1;
      at = following;
    }
    if (count > 2 && points[0] == points[count - 2] && points[1] == points[count - 1]) {
      count -= 2;
    }
    return Arrays.copyOf(points, count);
  }
}
