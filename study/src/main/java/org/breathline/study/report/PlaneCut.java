package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.ContourTracer;
import org.breathline.core.structure.LevelSet;
import org.breathline.study.plot.GreyImage;
import org.breathline.study.plot.ImagePanel;

/**
 * A square plane through the patient, seen as radiologists do: the patient's right, or front, at
 * the left, and the head or the front at the top.
 *
 * @param name axial, coronal or sagittal
 * @param middle of the plane, LPS mm
 * @param across to the right of the picture, a unit vector
 * @param down the picture, a unit vector
 * @param sides what lies beyond its edges
 * @param sizeMm its width and height
 */
record PlaneCut(
    String name,
    Vector3 middle,
    Vector3 across,
    Vector3 down,
    ImagePanel.Sides sides,
    double sizeMm) {

  private static final int PIXELS = 240;

  /** The three planes through a point. */
  static List<PlaneCut> through(Vector3 middle, double sizeMm) {
    Vector3 left = new Vector3(1, 0, 0);
    Vector3 back = new Vector3(0, 1, 0);
    Vector3 feet = new Vector3(0, 0, -1);
    return List.of(
        new PlaneCut(
            "coronal", middle, left, feet, new ImagePanel.Sides("R", "L", "S", "I"), sizeMm),
        new PlaneCut(
            "sagittal", middle, back, feet, new ImagePanel.Sides("A", "P", "S", "I"), sizeMm),
        new PlaneCut(
            "axial", middle, left, back, new ImagePanel.Sides("R", "L", "A", "P"), sizeMm));
  }

  private Vector3 point(double column, double row) {
    double pixelMm = sizeMm / PIXELS;
    return middle
        .plus(across.times((column + 0.5) * pixelMm - sizeMm / 2))
        .plus(down.times((row + 0.5) * pixelMm - sizeMm / 2));
  }

  /** The image in the plane; black beyond it. */
  GreyImage grey(ShortVolume image, CtWindow window) {
    byte[] pixels = new byte[PIXELS * PIXELS];
    for (int row = 0; row < PIXELS; row++) {
      for (int column = 0; column < PIXELS; column++) {
        Vector3 index = image.grid().index(point(column, row));
        pixels[row * PIXELS + column] =
            (byte) (isInside(image.grid(), index) ? window.grey(sample(image, index)) : 0);
      }
    }
    return new GreyImage(PIXELS, PIXELS, pixels);
  }

  private static boolean isInside(Grid grid, Vector3 index) {
    return index.x() >= -0.5
        && index.y() >= -0.5
        && index.z() >= -0.5
        && index.x() <= grid.nx() - 0.5
        && index.y() <= grid.ny() - 0.5
        && index.z() <= grid.nz() - 0.5;
  }

  private static double sample(ShortVolume image, Vector3 index) {
    Grid grid = image.grid();
    double x = Math.clamp(index.x(), 0, grid.nx() - 1.0);
    double y = Math.clamp(index.y(), 0, grid.ny() - 1.0);
    double z = Math.clamp(index.z(), 0, grid.nz() - 1.0);
    int i = Math.min((int) x, Math.max(0, grid.nx() - 2));
    int j = Math.min((int) y, Math.max(0, grid.ny() - 2));
    int k = Math.min((int) z, Math.max(0, grid.nz() - 2));
    double sum = 0;
    for (int corner = 0; corner < 8; corner++) {
      int ci = Math.min(i + (corner & 1), grid.nx() - 1);
      int cj = Math.min(j + (corner >> 1 & 1), grid.ny() - 1);
      int ck = Math.min(k + (corner >> 2), grid.nz() - 1);
      double weight =
          ((corner & 1) == 0 ? 1 - (x - i) : x - i)
              * ((corner >> 1 & 1) == 0 ? 1 - (y - j) : y - j)
              * (corner >> 2 == 0 ? 1 - (z - k) : z - k);
      sum += weight * image.values()[grid.offset(ci, cj, ck)];
    }
    return sum;
  }

  /** A region's outlines in the plane, as shares of its width and height: x, y, x, y, ... */
  List<double[]> outlines(LevelSet region) {
    float[] values = new float[PIXELS * PIXELS];
    for (int row = 0; row < PIXELS; row++) {
      for (int column = 0; column < PIXELS; column++) {
        values[row * PIXELS + column] = (float) region.at(point(column, row));
      }
    }
    Grid plane = new Grid(PIXELS, PIXELS, 1, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    LevelSet cut = new LevelSet(plane, GridBox.all(plane), values, region.outside());
    List<double[]> outlines = new ArrayList<>();
    for (double[] loop : ContourTracer.traceSlice(cut, 0)) {
      double[] shares = new double[loop.length];
      for (int i = 0; i < loop.length; i++) {
        shares[i] = (loop[i] + 0.5) / PIXELS;
      }
      outlines.add(shares);
    }
    return outlines;
  }
}
