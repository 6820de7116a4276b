package org.breathline.core.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;
import org.locationtech.jts.geom.Coordinate;

/**
 * The contours of a structure as planes one above the other, along the slices of a grid.
 *
 * <p>A contour stands for tissue as thick as its distance to its neighbours: half of it on either
 * side, and half the usual distance (the median) beyond the first and the last, which is how
 * planning systems build volumes. Where the distance is more than {@value #GAP} times the usual one
 * there is a gap with nothing in it: the structure has two parts there, or a slice was not drawn.
 * {@link #gapsMm} says so.
 */
public final class ContourStack {

  /** A distance between contours of more than so many times the usual one is a gap. */
  public static final double GAP = 1.5;

  /** Contours so close to each other lie in the same plane, mm. */
  private static final double SAME_PLANE_MM = 0.05;

  /** Contours may lean out of the slices by this much of their distance. */
  private static final double TILT = 0.25;

  private final Grid grid;
  private final List<Plane> planes;
  private final double usual;

  /** A plane's place in slices of the grid and its polygons in pixels. */
  private record Plane(double k, List<Coordinate[]> polygons) {}

  private ContourStack(Grid grid, List<Plane> planes) {
    this.grid = grid;
    this.planes = planes;
    this.usual = usualDistance(planes);
  }

  /**
   * Puts contours, in any order, on top of each other.
   *
   * @throws IllegalArgumentException if a contour does not lie along the slices of the grid
   */
  public static ContourStack of(List<Contour> contours, Grid grid) {
    List<Plane> single = new ArrayList<>();
    for (Contour contour : contours) {
      single.add(plane(contour, grid));
    }
    single.sort(Comparator.comparingDouble(Plane::k));
    List<Plane> planes = new ArrayList<>();
    double same = SAME_PLANE_MM / grid.spacing().z();
    for (Plane next : single) {
      if (!planes.isEmpty() && next.k - planes.getLast().k <= same) {
        planes.getLast().polygons.addAll(next.polygons);
      } else {
        planes.add(next);
      }
    }
    return new ContourStack(grid, planes);
  }

  private static Plane plane(Contour contour, Grid grid) {
    Coordinate[] points = new Coordinate[contour.size()];
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.length; i++) {
      Vector3 index = grid.index(contour.point(i));
      points[i] = new Coordinate(index.x(), index.y());
      sum += index.z();
      least = Math.min(least, index.z());
      most = Math.max(most, index.z());
    }
    if (most - least > 2 * TILT) {
      throw new IllegalArgumentException(
          "a contour leans %.1f mm out of the slices of the image"
              .formatted((most - least) * grid.spacing().z()));
    }
    double k = sum / points.length;
    double whole = Math.rint(k);
    boolean onSlice = Math.abs(k - whole) * grid.spacing().z() <= SAME_PLANE_MM;
    List<Coordinate[]> polygons = new ArrayList<>();
    polygons.add(points);
    return new Plane(onSlice ? whole : k, polygons);
  }

  private static double usualDistance(List<Plane> planes) {
    if (planes.size() < 2) {
      return 1;
    }
    double[] distances = new double[planes.size() - 1];
    for (int i = 0; i < distances.length; i++) {
      distances[i] = planes.get(i + 1).k - planes.get(i).k;
    }
    Arrays.sort(distances);
    return distances[distances.length / 2];
  }

  /** The number of planes with contours. */
  public int planes() {
    return planes.size();
  }

  /** The usual distance between neighbouring planes, mm; the grid's for a single plane. */
  public double usualDistanceMm() {
    return usual * grid.spacing().z();
  }

  /** Where planes are missing: the distances between neighbouring planes that are gaps, mm. */
  public List<Double> gapsMm() {
    List<Double> gaps = new ArrayList<>();
    for (int i = 0; i + 1 < planes.size(); i++) {
      double distance = planes.get(i + 1).k - planes.get(i).k;
      if (distance > GAP * usual) {
        gaps.add(distance * grid.spacing().z());
      }
    }
    return gaps;
  }

  /**
   * How much of every voxel the structure takes up: in the plane by the exact area of the polygons
   * in the pixel (holes by keyhole or by nesting), across planes by the thickness they stand for.
   * What lies beyond the grid is left out.
   */
  public Occupancy occupancy() {
    GridBox box = box();
    float[] fractions = new float[box.nx() * box.ny() * box.nz()];
    var raster = new CoverageRaster(box.nx(), box.ny());
    for (int plane = 0; plane < planes.size(); plane++) {
      double bottom = planes.get(plane).k - halfBelow(plane);
      double top = planes.get(plane).k + halfBelow(plane + 1);
      int first = Math.max(box.k0(), (int) Math.floor(bottom + 0.5));
      int last = Math.min(box.k1() - 1, (int) Math.ceil(top - 0.5));
      boolean drawn = false;
      for (int k = first; k <= last; k++) {
        double thickness = Math.min(top, k + 0.5) - Math.max(bottom, k - 0.5);
        if (thickness > 1e-9) {
          if (!drawn) {
            draw(planes.get(plane), box, raster);
            drawn = true;
          }
          int slice = (k - box.k0()) * box.nx() * box.ny();
          raster.addTo(fractions, slice, Math.min(1, thickness));
        }
      }
    }
    return new Occupancy(grid, box, fractions);
  }

  /** Half of the distance between a plane and the one below it, or what stands for it. */
  private double halfBelow(int plane) {
    if (plane == 0 || plane == planes.size()) {
      return usual / 2;
    }
    double distance = planes.get(plane).k - planes.get(plane - 1).k;
    return (distance > GAP * usual ? usual : distance) / 2;
  }

  private static void draw(Plane plane, GridBox box, CoverageRaster raster) {
    raster.clear();
    List<Coordinate[]> inBox = new ArrayList<>(plane.polygons.size());
    for (Coordinate[] polygon : plane.polygons) {
      Coordinate[] moved = new Coordinate[polygon.length];
      for (int i = 0; i < moved.length; i++) {
        moved[i] = new Coordinate(polygon[i].x - box.i0() + 0.5, polygon[i].y - box.j0() + 0.5);
      }
      inBox.add(moved);
    }
    PlanarRegion.of(inBox).draw(raster);
  }

  /** The part of the grid that the contours reach. */
  private GridBox box() {
    double i0 = Double.POSITIVE_INFINITY;
    double i1 = Double.NEGATIVE_INFINITY;
    double j0 = Double.POSITIVE_INFINITY;
    double j1 = Double.NEGATIVE_INFINITY;
    for (Plane plane : planes) {
      for (Coordinate[] polygon : plane.polygons) {
        for (Coordinate point : polygon) {
          i0 = Math.min(i0, point.x);
          i1 = Math.max(i1, point.x);
          j0 = Math.min(j0, point.y);
          j1 = Math.max(j1, point.y);
        }
      }
    }
    if (planes.isEmpty()) {
      return new GridBox(0, 1, 0, 1, 0, 1);
    }
    double k0 = planes.getFirst().k - usual / 2;
    double k1 = planes.getLast().k + usual / 2;
    int fromI = within(i0 + 0.5, grid.nx() - 1);
    int fromJ = within(j0 + 0.5, grid.ny() - 1);
    int fromK = within(k0 + 0.5, grid.nz() - 1);
    return new GridBox(
        fromI,
        within(i1 + 0.5, grid.nx() - 1) + 1,
        fromJ,
        within(j1 + 0.5, grid.ny() - 1) + 1,
        fromK,
        within(k1 + 0.5, grid.nz() - 1) + 1);
  }

  private static int within(double index, int last) {
    return (int) Math.clamp(Math.floor(index), 0, last);
  }
}
