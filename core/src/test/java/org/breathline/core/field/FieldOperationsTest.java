package org.breathline.core.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.testkit.Property;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** Composing, turning around, resampling and the Jacobian. */
final class FieldOperationsTest {

  private static final Grid GRID =
      new Grid(48, 44, 36, new Vector3(-70, -60, -200), new Vector3(3, 3.5, 4), Orientation.AXIAL);

  private static Grid oblique(Grid grid) {
    return new Grid(
        grid.nx(), grid.ny(), grid.nz(), grid.origin(), grid.spacing(), TestFields.OBLIQUE);
  }

  private static double longest(DisplacementField field) {
    return FieldStatistics.of(field).lengthMm().greatest();
  }

  /** Linear maps are exact on any grid: A after B is the product of the matrices. */
  @Test
  void linearFieldsComposeExactly() {
    Grid grid = oblique(GRID);
    DisplacementField first = TestFields.of(grid, p -> new Vector3(0.02 * p.y(), -0.01 * p.x(), 3));
    // the second covers what the first reaches
    Grid wide =
        new Grid(
            90, 90, 90, new Vector3(-500, -500, -600), new Vector3(12, 12, 12), Orientation.AXIAL);
    DisplacementField second = TestFields.of(wide, p -> new Vector3(1, 0.03 * p.z(), 0.01 * p.x()));

    DisplacementField both = Composition.of(first, second);

    DisplacementField exact =
        TestFields.of(
            grid,
            p -> {
              Vector3 q = p.plus(new Vector3(0.02 * p.y(), -0.01 * p.x(), 3));
              return q.plus(new Vector3(1, 0.03 * q.z(), 0.01 * q.x())).minus(p);
            });
    for (int at = 0; at < grid.size(); at++) {
      assertThat(both.at(at).minus(exact.at(at)).length()).isCloseTo(0, within(1e-3));
    }
  }

  @Test
  void aFieldAndItsInverseAreNoMotion() {
    Property.holds(
        6,
        20,
        random -> {
          Grid grid = random.nextBoolean() ? GRID : oblique(GRID);
          DisplacementField u = TestFields.of(grid, TestFields.waves(random, 8, 90));
          Inversion.Inverse inverse = new Inversion(u).onto(grid);
          assertThat(inverse.greatestResidualMm()).isLessThan(Inversion.TOLERANCE_MM);
          // from the other image to the reference and back: what the residual promises
          DisplacementField none = Composition.of(inverse.field(), u);
          assertThat(longest(none)).isLessThan(Inversion.TOLERANCE_MM + 1e-4);
        });
  }

  /** Steps of more than a voxel, which open a gap or fold: the residual says what was reached. */
  @Test
  void theResidualIsTheDistanceThatIsLeft() {
    Grid grid = new Grid(41, 3, 3, new Vector3(-20, 0, 0), new Vector3(1, 1, 1), Orientation.AXIAL);
    for (double step : new double[] {6, -6, 60}) {
      DisplacementField u = TestFields.of(grid, p -> new Vector3(p.x() > 0 ? step : 0, 0, 0));
      Inversion.Inverse inverse = new Inversion(u).onto(grid);
      double greatest = 0;
      for (int at = 0; at < grid.size(); at++) {
        Vector3 v = inverse.field().at(at);
        double left = v.plus(u.at(grid.point(at).plus(v))).length();
        assertThat((double) inverse.residualMm().at(at)).isCloseTo(left, within(1e-4));
        greatest = Math.max(greatest, left);
      }
      assertThat(inverse.greatestResidualMm()).isCloseTo(greatest, within(1e-4));
    }
  }

  /** The residual of the phantom's sliding lungs is small, and small where it counts. */
  @Test
  void thePhantomsMotionIsTurnedAround() {
    Phantom phantom = new Phantom(7, MotionParameters.QUIET, Optional.empty());
    Grid grid =
        new Grid(
            64, 48, 40, new Vector3(-160, -110, -120), new Vector3(5, 5, 6), Orientation.AXIAL);
    DisplacementField u =
        phantom.displacements(grid, MotionState.REFERENCE, new MotionState(1, 0.9));
    Inversion.Inverse inverse = new Inversion(u).onto(grid);
    double sum = 0;
    for (float residual : inverse.residualMm().values()) {
      sum += residual;
    }
    double mean = sum / grid.size();
    ValidationRecord.write(
        "registration",
        "mean residual of the phantom's sliding motion turned around",
        mean,
        "0 mm",
        "0.05 mm",
        "mm");
    assertThat(mean).isLessThan(0.05);
  }

  @Test
  void theJacobianOfLinearFieldsIsExactOnAnyAxes() {
    Property.holds(
        10,
        40,
        random -> {
          double[] a = random.doubles(9, -0.2, 0.2).toArray();
          Grid grid = oblique(new Grid(6, 5, 4, Vector3.ZERO, GRID.spacing(), Orientation.AXIAL));
          DisplacementField u =
              TestFields.of(
                  grid,
                  p ->
                      new Vector3(
                          a[0] * p.x() + a[1] * p.y() + a[2] * p.z(),
                          a[3] * p.x() + a[4] * p.y() + a[5] * p.z(),
                          a[6] * p.x() + a[7] * p.y() + a[8] * p.z()));
          double exact =
              new Vector3(1 + a[0], a[1], a[2])
                  .dot(new Vector3(a[3], 1 + a[4], a[5]).cross(new Vector3(a[6], a[7], 1 + a[8])));
          for (int at = 0; at < grid.size(); at++) {
            assertThat((double) JacobianDeterminant.of(u).at(at)).isCloseTo(exact, within(1e-5));
            assertThat((double) JacobianDeterminant.leastOfCells(u).at(at))
                .isCloseTo(exact, within(1e-5));
          }
        });
  }

  /** u = a sin(w x) along x: the determinant is 1 + a w cos(w x). */
  @Test
  void theJacobianOfAWaveIsItsDerivative() {
    Grid grid = new Grid(200, 3, 3, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    double w = 2 * Math.PI / 100;
    DisplacementField u = TestFields.of(grid, p -> new Vector3(4 * Math.sin(w * p.x()), 0, 0));
    FloatVolume jacobian = JacobianDeterminant.of(u);
    for (int i = 1; i < 199; i++) {
      assertThat((double) jacobian.at(grid.offset(i, 1, 1)))
          .isCloseTo(1 + 4 * w * Math.cos(w * i), within(2e-4));
    }
  }

  @Test
  void foldingBetweenNeighboursIsSeenByTheCells() {
    Grid grid = new Grid(9, 3, 3, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    var zigzag = new DisplacementField(grid);
    for (int at = 0; at < grid.size(); at++) {
      zigzag.x()[at] = at % grid.nx() % 2 == 0 ? 0.6f : -0.6f;
    }
    int middle = grid.offset(4, 1, 1);
    assertThat(JacobianDeterminant.of(zigzag).at(middle)).isCloseTo(1f, within(1e-6f));
    assertThat(JacobianDeterminant.leastOfCells(zigzag).at(middle)).isNegative();
  }

  @Test
  void resamplingIsTrilinear() {
    DisplacementField u = TestFields.of(GRID, TestFields.waves(new SplittableRandom(3), 5, 120));
    Grid fine =
        oblique(
            new Grid(
                31, 29, 17, new Vector3(-20, 0, -150), new Vector3(1, 1, 2), Orientation.AXIAL));
    DisplacementField resampled = Composition.resampled(u, fine);
    for (int at = 0; at < fine.size(); at++) {
      assertThat(resampled.at(at).minus(u.at(fine.point(at))).length()).isCloseTo(0, within(1e-5));
    }
  }

  @Test
  void statisticsAreThoseOfTheChosenVoxels() {
    var u =
        new DisplacementField(new Grid(10, 1, 1, Vector3.ZERO, GRID.spacing(), Orientation.AXIAL));
    for (int at = 0; at < 10; at++) {
      u.x()[at] = 3 * at;
      u.z()[at] = -4 * at;
    }
    FieldStatistics some = FieldStatistics.of(u, at -> at % 2 == 1);
    assertThat(some.lengthMm().count()).isEqualTo(5);
    assertThat(some.lengthMm().mean()).isCloseTo(25, within(1e-6));
    assertThat(some.lengthMm().greatest()).isEqualTo(45);
    assertThat(some.lengthMm().median()).isEqualTo(25);
    assertThat(some.superior().least()).isEqualTo(-36);
    assertThat(some.mean()).isEqualTo(new Vector3(15, 0, -20));
    assertThat(FieldStatistics.of(u, at -> false).lengthMm().mean()).isNaN();
  }
}
