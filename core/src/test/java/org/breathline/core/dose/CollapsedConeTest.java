package org.breathline.core.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.dose.photon.Ring;
import org.breathline.core.dose.photon.RingTable;
import org.breathline.core.dose.photon.Spectrum;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

final class CollapsedConeTest {

  /** Roughly that of 6 MV. */
  static final Spectrum SPECTRUM =
      new Spectrum(new double[] {0.5, 1, 1.5, 2, 3, 4, 5.5}, new double[] {10, 9, 6, 4, 3, 2, 1});

  private static final CollapsedCone ENGINE = CollapsedCone.of(PhotonBeamModel.point(SPECTRUM));

  /** A cube of 20 cm about the isocentre. */
  private static Grid cube(double spacingMm) {
    int n = (int) Math.round(200 / spacingMm);
    double first = -100 + spacingMm / 2;
    return new Grid(
        n,
        n,
        n,
        new Vector3(first, first, first),
        new Vector3(spacingMm, spacingMm, spacingMm),
        Orientation.AXIAL);
  }

  static FluenceMap open(double sideMm) {
    int n = (int) Math.round(sideMm);
    float[] ones = new float[n * n];
    Arrays.fill(ones, 1);
    return new FluenceMap((1 - sideMm) / 2, (1 - sideMm) / 2, 1, n, n, ones);
  }

  static BeamFrame beam(double gantryDeg, double collimatorDeg, double couchDeg) {
    return BeamFrame.of(
        Vector3.ZERO, 1000, PatientPosition.HFS, gantryDeg, collimatorDeg, couchDeg);
  }

  private static FloatVolume dose(DensityVolume densities, BeamFrame frame, double sideMm) {
    return ENGINE.dose(densities, frame, open(sideMm), Progress.SILENT);
  }

  @Test
  void ringsShareOutAllEnergy() {
    double primary = 0;
    double scatter = 0;
    double last = 0;
    for (Ring ring : RingTable.of(SPECTRUM).rings()) {
      primary += ring.exponentials().fraction1() + ring.exponentials().fraction2();
      scatter += ring.exponentials().fraction3() + ring.exponentials().fraction4();
      assertThat(ring.angleRad()).isGreaterThan(last);
      last = ring.angleRad();
    }
    assertThat(primary).isCloseTo(1, within(1e-5));
    assertThat(scatter).isCloseTo(1, within(1e-5));
  }

  @Test
  void turningTheBeamAroundACylinderChangesNothing() {
    Grid grid = cube(4);
    float[] mass = new float[grid.size()];
    for (int i = 0; i < mass.length; i++) {
      Vector3 p = grid.point(i);
      // Each voxel by its share within the circle, so that the cylinder is round.
      double inside = (85 - Math.hypot(p.x(), p.y())) / 4 + 0.5;
      mass[i] = (float) Math.clamp(inside, 0, 1);
    }
    DensityVolume cylinder = new DensityVolume(grid, mass, mass);
    FloatVolume reference = dose(cylinder, beam(0, 0, 0), 60);
    double worst = 0;
    for (double angle : new double[] {17, 45, 90, 133, 270}) {
      FloatVolume turned = dose(cylinder, beam(angle, 31, 0), 60);
      BeamFrame frame = beam(angle, 0, 0);
      for (double depth = -60; depth <= 60; depth += 10) {
        for (double side = -15; side <= 15; side += 15) {
          Vector3 p = frame.x().times(side).plus(frame.towardsSource().times(-depth));
          double expected = at(reference, side, depth, 0);
          worst = Math.max(worst, Math.abs(at(turned, p.x(), p.y(), p.z()) / expected - 1));
        }
      }
    }
    ValidationRecord.write(
        "dose",
        "collapsed cone: dose in water changed by turning the beam",
        100 * worst,
        "0",
        "at most 1 % inside the field beyond build-up",
        "%");
    assertThat(worst).isLessThan(0.01);
  }

  @Test
  void theSizeOfVoxelsChangesLittle() {
    FloatVolume fine = dose(DensityVolume.water(cube(2)), beam(0, 0, 0), 60);
    double worst = 0;
    for (double spacing : new double[] {2.5, 4}) {
      FloatVolume coarse = dose(DensityVolume.water(cube(spacing)), beam(0, 0, 0), 60);
      for (double depth = -70; depth <= 80; depth += 10) {
        for (double side = -20; side <= 20; side += 10) {
          double expected = at(fine, side, depth, 0);
          worst = Math.max(worst, Math.abs(at(coarse, side, depth, 0) / expected - 1));
        }
      }
    }
    ValidationRecord.write(
        "dose",
        "collapsed cone: dose in water changed by voxels of 2.5 and 4 mm instead of 2 mm",
        100 * worst,
        "0",
        "at most 1 % inside the field beyond build-up",
        "%");
    assertThat(worst).isLessThan(0.01);
  }

  @Test
  void threadsAndKernelsDoNotChangeABit() throws Exception {
    DensityVolume water = DensityVolume.water(cube(10));
    FloatVolume first = dose(water, beam(30, 0, 10), 50);
    try (ForkJoinPool one = new ForkJoinPool(1)) {
      FloatVolume alone = one.submit(() -> dose(water, beam(30, 0, 10), 50)).get();
      assertThat(alone.values()).containsExactly(first.values());
    }
  }

  @Test
  void refusesWhatCannotBe() {
    DensityVolume water = DensityVolume.water(cube(10));
    BeamFrame near = BeamFrame.of(Vector3.ZERO, 90, PatientPosition.HFS, 0, 0, 0);
    assertThatThrownBy(() -> dose(water, near, 50))
        .hasMessageStartingWith("the patient reaches to -10 mm from the source");
    float[] nothing = new float[water.grid().size()];
    DensityVolume empty = new DensityVolume(water.grid(), nothing, nothing);
    assertThatThrownBy(() -> dose(empty, beam(0, 0, 0), 50))
        .hasMessage("there is no matter in the dose grid");
    Progress impatient =
        (stage, done, all) -> {
          throw new CancellationException();
        };
    assertThatThrownBy(() -> ENGINE.dose(water, beam(0, 0, 0), open(50), impatient))
        .isInstanceOf(CancellationException.class);
  }

  static double at(FloatVolume volume, double x, double y, double z) {
    Vector3 index = volume.grid().index(new Vector3(x, y, z));
    DensitySampler sampler = new DensitySampler(volume.grid());
    assertThat(sampler.place(index.x(), index.y(), index.z())).isTrue();
    return sampler.of(volume.values());
  }
}
