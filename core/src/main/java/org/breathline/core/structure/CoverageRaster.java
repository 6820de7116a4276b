package org.breathline.core.structure;

import java.util.Arrays;

/**
 * How much of every pixel polygons cover, exactly: for every edge, the area between it and the
 * right border of the image is added up per pixel (each edge is cut at the pixels' borders, and a
 * piece within a pixel bounds a trapezoid there); the edges of a closed polygon leave its own area.
 * Pixel (i, j) reaches from (i, j) to (i + 1, j + 1).
 */
final class CoverageRaster {

  private final int nx;
  private final int ny;

  /** Changes of coverage from pixel to pixel along a row; summed up, they are the coverage. */
  private final double[] changes;

  CoverageRaster(int nx, int ny) {
    this.nx = nx;
    this.ny = ny;
    this.changes = new double[(nx + 1) * ny];
  }

  /** Forgets all edges. */
  void clear() {
    Arrays.fill(changes, 0);
  }

  /**
   * Adds an edge.
   *
   * @param sign 1 for polygons whose inside lies to the left of their edges with y upward
   *     (counter-clockwise), -1 for others
   */
  void edge(double x0, double y0, double x1, double y1, int sign) {
    if (y0 == y1) {
      return;
    }
    // Of a counter-clockwise polygon the edges on its left go down: those open the coverage.
    if (y0 < y1) {
      downward(x0, y0, x1, y1, -sign);
    } else {
      downward(x1, y1, x0, y0, sign);
    }
  }

  /** An edge with y0 below y1, cut into the rows it passes through. */
  private void downward(double x0, double y0, double x1, double y1, int sign) {
    double slope = (x1 - x0) / (y1 - y0);
    int first = (int) Math.max(0, Math.floor(y0));
    int last = (int) Math.min(ny - 1.0, Math.ceil(y1) - 1);
    for (int row = first; row <= last; row++) {
      double top = Math.max(y0, row);
      double bottom = Math.min(y1, row + 1);
      if (bottom > top) {
        double left = top == y0 ? x0 : x0 + (top - y0) * slope;
        double right = bottom == y1 ? x1 : x0 + (bottom - y0) * slope;
        inRow(row * (nx + 1), left, right, sign * (bottom - top));
      }
    }
  }

  /** A piece within a row, cut into the pixels it passes through. */
  private void inRow(int from, double xa, double xb, double height) {
    double left = Math.min(xa, xb);
    double right = Math.max(xa, xb);
    if (right <= 0) {
      changes[from] += height;
      return;
    }
    if (left >= nx) {
      return;
    }
    if (right - left < 1e-12) {
      piece(from, left, left, height);
      return;
    }
    double perX = height / (right - left);
    if (left < 0) {
      changes[from] -= left * perX;
      left = 0;
    }
    double end = Math.min(right, nx);
    double x = left;
    while (x < end) {
      double next = Math.min(end, Math.floor(x) + 1);
      piece(from, x, next, (next - x) * perX);
      x = next;
    }
  }

  /** A piece within a pixel: it covers what lies right of it there, and all pixels beyond. */
  private void piece(int from, double left, double right, double height) {
    int pixel = (int) left;
    double middle = (left + right) / 2 - pixel;
    changes[from + pixel] += height * (1 - middle);
    changes[from + pixel + 1] += height * middle;
  }

  /**
   * Adds the coverage, times a weight, to fractions.
   *
   * @param fractions nx * ny values from an offset on
   */
  void addTo(float[] fractions, int offset, double weight) {
    for (int j = 0; j < ny; j++) {
      double coverage = 0;
      for (int i = 0; i < nx; i++) {
        coverage += changes[j * (nx + 1) + i];
        int at = offset + j * nx + i;
        fractions[at] = (float) Math.clamp(fractions[at] + weight * coverage, 0, 1);
      }
    }
  }
}
