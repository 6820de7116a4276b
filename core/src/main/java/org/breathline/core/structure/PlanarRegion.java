package org.breathline.core.structure;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * What closed polygons of one plane bound together, in the plane's own coordinates: the points that
 * an odd number of them hold (a polygon inside another is a hole). Each polygon is read by the
 * even-odd rule, so that keyholes and outlines that cross themselves mean what they look like.
 */
final class PlanarRegion {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Geometry region;

  private PlanarRegion(Geometry region) {
    this.region = region;
  }

  /** The region of polygons given by their points; a polygon that comes twice counts once. */
  static PlanarRegion of(List<Coordinate[]> polygons) {
    Geometry region = FACTORY.createPolygon();
    List<Geometry> parts = new ArrayList<>();
    for (Coordinate[] points : polygons) {
      Geometry part = evenOdd(points);
      boolean again = parts.stream().anyMatch(p -> p.equalsExact(part) && !p.isEmpty());
      if (!again) {
        parts.add(part);
        region = region.isEmpty() ? part : difference(region, part);
      }
    }
    return new PlanarRegion(region);
  }

  private static Geometry difference(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.SYMDIFFERENCE);
  }

  private static Geometry evenOdd(Coordinate[] points) {
    Coordinate[] closed = new Coordinate[points.length + 1];
    System.arraycopy(points, 0, closed, 0, points.length);
    closed[points.length] = points[0];
    LinearRing ring = FACTORY.createLinearRing(closed);
    Polygon polygon = FACTORY.createPolygon(ring);
    if (new IsValidOp(polygon).isValid()) {
      return polygon;
    }
    // Cut where lines cross; then every face lies inside or outside as a whole.
    Geometry lines = OverlayNGRobust.overlay(ring, FACTORY.createLineString(), OverlayNG.UNION);
    var polygonizer = new Polygonizer();
    polygonizer.add(lines);
    Geometry inside = FACTORY.createPolygon();
    for (Object face : polygonizer.getPolygons()) {
      Geometry part = (Geometry) face;
      if (crossings(part.getInteriorPoint().getCoordinate(), closed) % 2 == 1) {
        inside = inside.isEmpty() ? part : OverlayNGRobust.overlay(inside, part, OverlayNG.UNION);
      }
    }
    return inside;
  }

  /** How many edges of a closed line a ray from a point to greater x crosses. */
  private static int crossings(Coordinate from, Coordinate[] closed) {
    int crossings = 0;
    for (int i = 0; i + 1 < closed.length; i++) {
      Coordinate a = closed[i];
      Coordinate b = closed[i + 1];
      if (a.y > from.y != b.y > from.y
          && from.x < a.x + (from.y - a.y) / (b.y - a.y) * (b.x - a.x)) {
        crossings++;
      }
    }
    return crossings;
  }

  /** Draws it: its outlines around it positively, those of its holes negatively. */
  void draw(CoverageRaster raster) {
    for (int part = 0; part < region.getNumGeometries(); part++) {
      if (region.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
        draw(polygon.getExteriorRing(), 1, raster);
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          draw(polygon.getInteriorRingN(hole), -1, raster);
        }
      }
    }
  }

  private static void draw(LinearRing ring, int sign, CoverageRaster raster) {
    Coordinate[] points = ring.getCoordinates();
    int direction = Orientation.isCCW(points) ? sign : -sign;
    for (int i = 0; i + 1 < points.length; i++) {
      raster.edge(points[i].x, points[i].y, points[i + 1].x, points[i + 1].y, direction);
    }
  }
}
