package org.breathline.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Contours become the voxels, and the parts of voxels, that they hold. */
final class ContourStackTest {

  private static final double ML = 1000;

  /** A star with a random number of random rays never crosses itself. */
  private static List<Vector3> star(SplittableRandom random, double z) {
    List<Vector3> points = new ArrayList<>();
    int rays = random.nextInt(3, 14);
    double x = random.nextDouble(-4, 4);
    double y = random.nextDouble(-4, 4);
    for (int ray = 0; ray < rays; ray++) {
      double angle = 2 * Math.PI * ray / rays;
      double radius = random.nextDouble(0.5, 9);
      points.add(new Vector3(x + radius * Math.cos(angle), y + radius * Math.sin(angle), z));
    }
    if (random.nextBoolean()) {
      Collections.reverse(points);
    }
    return points;
  }

  @Test
  void coverageOfAPixelIsTheAreaOfItsIntersectionWithThePolygon() {
    GeometryFactory factory = new GeometryFactory();
    Property.holds(
        60,
        1,
        random -> {
          Grid grid = Shapes.grid(12, 14, 1, 1.3, 0.9, 2);
          List<Vector3> points = star(random, 0);
          Occupancy occupancy = ContourStack.of(List.of(Contour.of(points)), grid).occupancy();
          Coordinate[] ring = new Coordinate[points.size() + 1];
          for (int i = 0; i < ring.length; i++) {
            Vector3 point = points.get(i % points.size());
            ring[i] = new Coordinate(point.x(), point.y());
          }
          Geometry polygon = factory.createPolygon(ring);
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              Vector3 centre = grid.point(i, j, 0);
              Geometry pixel =
                  factory.toGeometry(
                      new Envelope(
                          centre.x() - 0.65,
                          centre.x() + 0.65,
                          centre.y() - 0.45,
                          centre.y() + 0.45));
              double area = polygon.intersection(pixel).getArea() / (1.3 * 0.9);
              assertThat((double) occupancy.at(i, j, 0)).isCloseTo(area, within(1e-5));
            }
          }
        });
  }

  @Test
  void aHoleByNestingAndByKeyholeIsTheSame() {
    Grid grid = Shapes.grid(30, 30, 1, 1, 1, 3);
    Contour outer = Shapes.rectangle(-10.2, -9.3, 10.4, 9.7, 0);
    Contour inner = Shapes.rectangle(-3.1, -4.6, 5.3, 4.2, 0);
    Contour keyhole =
        Contour.ofCoordinates(
            -10.2, -9.3, 0, 10.4, -9.3, 0, 10.4, 9.7, 0, -10.2, 9.7, 0, -10.2, 2, 0, //
            -3.1, 2, 0, -3.1, 4.2, 0, 5.3, 4.2, 0, 5.3, -4.6, 0, -3.1, -4.6, 0, -3.1, 2, 0, //
            -10.2, 2, 0);
    double expected = (20.6 * 19 - 8.4 * 8.8) * 3 / ML;
    Occupancy nested = ContourStack.of(List.of(inner, outer), grid).occupancy();
    Occupancy byKeyhole = ContourStack.of(List.of(keyhole), grid).occupancy();
    assertThat(nested.volumeMl()).isCloseTo(expected, within(1e-5));
    assertThat(byKeyhole.volumeMl()).isCloseTo(expected, within(1e-5));
    assertThat(byKeyhole.mask()).isEqualTo(nested.mask());
    assertThat(nested.at(15, 15, 0)).isZero();
  }

  @Test
  void anIslandInAHoleIsInsideAgain() {
    Grid grid = Shapes.grid(40, 40, 1, 1, 1, 3);
    List<Contour> rings =
        List.of(
            Shapes.circle(0, 0, 0, 15, 400),
            Shapes.circle(0, 0, 0, 5, 400),
            Shapes.circle(0, 0, 0, 10, 400));
    double expected = Math.PI * (225 - 100 + 25) * 3 / ML;
    assertThat(ContourStack.of(rings, grid).occupancy().volumeMl())
        .isCloseTo(expected, within(1e-3 * expected));
  }

  @Test
  void anOutlineThatCrossesItselfIsReadByTheEvenOddRule() {
    Grid grid = Shapes.grid(30, 30, 1, 1, 1, 1);
    Contour eight = Contour.ofCoordinates(-10, -5, 0, 10, 5, 0, 10, -5, 0, -10, 5, 0);
    assertThat(ContourStack.of(List.of(eight), grid).occupancy().volumeMl())
        .isCloseTo(100 / ML, within(1e-6));
  }

  @Test
  void aContourThatComesTwiceCountsOnce() {
    Grid grid = Shapes.grid(30, 30, 1, 1, 1, 1);
    Contour square = Shapes.rectangle(-5, -5, 5, 5, 0);
    assertThat(ContourStack.of(List.of(square, square), grid).occupancy().volumeMl())
        .isCloseTo(100 / ML, within(1e-6));
  }

  @Test
  void theOrderOfContoursMeansNothing() {
    Grid grid = Shapes.grid(40, 40, 12, 1, 1, 3);
    List<Contour> contours = new ArrayList<>();
    for (int k = 2; k < 10; k++) {
      double z = grid.point(0, 0, k).z();
      contours.add(Shapes.circle(0.3, 0.2, z, 12, 90));
      contours.add(Shapes.circle(1, 0, z, 5, 60));
    }
    RunLengthMask ordered = ContourStack.of(contours, grid).occupancy().mask();
    Collections.shuffle(contours, new Random(5));
    assertThat(ContourStack.of(contours, grid).occupancy().mask()).isEqualTo(ordered);
  }

  @Test
  void contoursOnOtherPlanesThanTheSlicesKeepTheVolume() {
    Grid grid = Shapes.grid(20, 20, 30, 1, 1, 2);
    for (double spacing : new double[] {0.7, 1, 2, 3, 5}) {
      List<Contour> contours = new ArrayList<>();
      int planes = (int) (30 / spacing);
      for (int p = 0; p < planes; p++) {
        contours.add(Shapes.rectangle(-5, -5, 5, 5, -14.3 + p * spacing));
      }
      Occupancy occupancy = ContourStack.of(contours, grid).occupancy();
      double expected = 100 * planes * spacing / ML;
      assertThat(occupancy.volumeMl()).isCloseTo(expected, within(1e-4 * expected));
    }
  }

  @Test
  void aMissingSliceIsAGapThatIsSaid() {
    Grid grid = Shapes.grid(20, 20, 12, 1, 1, 3);
    List<Contour> contours = new ArrayList<>();
    for (int k = 1; k < 11; k++) {
      if (k != 5) {
        contours.add(Shapes.rectangle(-5, -5, 5, 5, grid.point(0, 0, k).z()));
      }
    }
    ContourStack stack = ContourStack.of(contours, grid);
    assertThat(stack.gapsMm()).hasSize(1);
    assertThat(stack.gapsMm().getFirst()).isCloseTo(6, within(1e-6));
    assertThat(stack.occupancy().at(10, 10, 5)).isZero();
    assertThat(stack.occupancy().at(10, 10, 4)).isEqualTo(1);
  }

  @Test
  void whatLiesBeyondTheGridIsLeftOut() {
    Grid grid = Shapes.grid(10, 10, 1, 1, 1, 1);
    Occupancy half =
        ContourStack.of(List.of(Shapes.rectangle(-1e6, -1e6, 0, 1e6, 0)), grid).occupancy();
    assertThat(half.volumeMl()).isCloseTo(50 / ML, within(1e-6));
    Occupancy none =
        ContourStack.of(List.of(Shapes.rectangle(100, 100, 200, 200, 0)), grid).occupancy();
    assertThat(none.mask().isEmpty()).isTrue();
    assertThat(ContourStack.of(List.of(), grid).occupancy().mask().isEmpty()).isTrue();
  }

  @Test
  void aContourAcrossTheSlicesIsRefused() {
    Grid grid = Shapes.grid(10, 10, 10, 1, 1, 1);
    Contour sagittal = Contour.ofCoordinates(0, -3, -3, 0, 3, -3, 0, 3, 3, 0, -3, 3);
    assertThatThrownBy(() -> ContourStack.of(List.of(sagittal), grid))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("leans");
  }

  @Test
  void fromContourToMaskToContour() {
    Grid grid = Shapes.grid(60, 60, 20, 0.977, 0.977, 3);
    List<Contour> contours = new ArrayList<>();
    for (int k = 3; k < 17; k++) {
      double z = grid.point(0, 0, k).z();
      contours.add(Shapes.circle(0.31, -0.22, z, 20 - 0.2 * (k - 10) * (k - 10), 120));
    }
    Occupancy drawn = ContourStack.of(contours, grid).occupancy();
    LevelSet region = drawn.levelSet();
    List<Contour> again = ContourTracer.trace(region);
    assertThat(again).hasSameSizeAs(contours);
    double exact = 0;
    double binary = 0;
    for (Contour contour : again) {
      exact += deviation(contour) / again.size();
    }
    for (Contour contour : ContourTracer.trace(LevelSet.of(drawn.mask()))) {
      binary += deviation(contour) / again.size();
    }
    assertThat(exact).isLessThan(0.05);
    assertThat(binary).isLessThan(0.3);
  }

  @Test
  void holesOfATracedRegionAreKeyholes() {
    Grid grid = Shapes.grid(50, 50, 3, 1, 1, 2);
    List<Contour> contours = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      double z = grid.point(0, 0, k).z();
      contours.add(Shapes.circle(0, 0, z, 20.2, 300));
      contours.add(Shapes.circle(-9, 0.5, z, 6.3, 200));
      contours.add(Shapes.circle(8, 4, z, 5.1, 200));
      contours.add(Shapes.circle(-9, 0.5, z, 3, 100));
    }
    LevelSet region = ContourStack.of(contours, grid).occupancy().levelSet();
    List<Contour> nested = ContourTracer.trace(region);
    List<Contour> keyholes = ContourTracer.traceWithKeyholes(region);
    assertThat(nested).hasSize(12);
    assertThat(keyholes).hasSize(6);
    Occupancy fromNested = ContourStack.of(nested, grid).occupancy();
    Occupancy fromKeyholes = ContourStack.of(keyholes, grid).occupancy();
    assertThat(fromKeyholes.mask()).isEqualTo(fromNested.mask());
    assertThat(fromKeyholes.volumeMl()).isCloseTo(fromNested.volumeMl(), within(1e-6));
  }

  private static double deviation(Contour contour) {
    double sum = 0;
    for (int i = 0; i < contour.size(); i++) {
      Vector3 point = contour.point(i);
      double k = (point.z() + 28.5) / 3;
      double radius = 20 - 0.2 * (k - 10) * (k - 10);
      sum += Math.abs(Math.hypot(point.x() - 0.31, point.y() + 0.22) - radius);
    }
    return sum / contour.size();
  }
}
