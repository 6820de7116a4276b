package org.breathline.core.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

final class PhantomTest {

  private static final Phantom PHANTOM =
      new Phantom(1, MotionParameters.QUIET, Optional.of(new Tumour(TumourSite.LUNG, 24)));

  /** The whole lungs at 4 mm. */
  private static final Grid TRUNK =
      new Grid(80, 64, 66, new Vector3(-158, -126, -90), new Vector3(4, 4, 4), Orientation.AXIAL);

  @Test
  void lungsHoldBetweenFourAndSixLitresAndGrowWithInhalation() {
    double exhaled = litres(PHANTOM.labels(TRUNK, MotionState.REFERENCE));
    double inhaled = litres(PHANTOM.labels(TRUNK, MotionState.held(1)));
    ValidationRecord.write(
        "phantom", "lung volume, end of exhalation", exhaled, "4 to 5 L", "in that range", "L");
    ValidationRecord.write(
        "phantom", "tidal volume, quiet", inhaled - exhaled, "0.4 to 0.8 L", "in that range", "L");
    assertThat(exhaled).isBetween(4.0, 5.0);
    assertThat(inhaled - exhaled).isBetween(0.4, 0.8);
  }

  @Test
  void tumourVoxelsAreCentredWhereTheTruthSays() {
    for (TumourSite site : TumourSite.values()) {
      var phantom = new Phantom(1, MotionParameters.QUIET, Optional.of(new Tumour(site, 24)));
      for (double amplitude : new double[] {0, 0.6, 1.2}) {
        var state = new MotionState(amplitude, 0.5 * amplitude);
        Vector3 centre = phantom.tumourCentre(state).orElseThrow();
        Grid around =
            new Grid(
                40,
                40,
                40,
                centre.minus(new Vector3(19.5, 19.5, 19.5)),
                new Vector3(1, 1, 1),
                Orientation.AXIAL);
        BitSet mask = phantom.mask(around, state, Organ.TUMOUR);
        Vector3 sum = Vector3.ZERO;
        for (int v = mask.nextSetBit(0); v >= 0; v = mask.nextSetBit(v + 1)) {
          sum = sum.plus(around.point(v % 40, (v / 40) % 40, Math.floorDiv(v, 1600)));
        }
        assertThat(sum.times(1.0 / mask.cardinality()).minus(centre).length())
            .as("%s at %s", site, state)
            .isLessThan(0.1);
        assertThat((double) mask.cardinality())
            .as("mm^3 of %s at %s", site, state)
            .isCloseTo(phantom.tumour().orElseThrow().volumeMm3(), withinPercentage(1));
      }
    }
  }

  @Test
  void theLungsKeepTheirMass() {
    double rest = mass(MotionState.REFERENCE);
    for (double amplitude : new double[] {0.5, 1, 1.5}) {
      double there = mass(new MotionState(amplitude, 0.7 * amplitude));
      ValidationRecord.write(
          "phantom",
          "lung mass at amplitude " + amplitude,
          there / rest,
          "1: air comes and goes, tissue stays",
          "0.01 (parenchyma)",
          "ratio");
      assertThat(there / rest).isCloseTo(1, within(0.01));
    }
  }

  /** Of lung tissue that weighs 1 per unit of volume in the reference state. */
  private static double mass(MotionState state) {
    short[] labels = PHANTOM.labels(TRUNK, state).values();
    double sum = 0;
    for (int v = 0; v < labels.length; v++) {
      if (labels[v] == Organ.LEFT_LUNG.label() || labels[v] == Organ.RIGHT_LUNG.label()) {
        Vector3 point =
            TRUNK.point(
                v % TRUNK.nx(), (v / TRUNK.nx()) % TRUNK.ny(), Math.floorDiv(v, TRUNK.sliceSize()));
        sum += PHANTOM.motion().contraction(point, state);
      }
    }
    return sum;
  }

  @Test
  void hasHundredsOfLandmarksInsideTheLungs() {
    List<Vector3> landmarks = PHANTOM.lungLandmarks(MotionState.REFERENCE);
    assertThat(landmarks).hasSizeGreaterThan(300);
    assertThat(landmarks).allMatch(PhantomMotion::isInCavity);
    assertThat(PHANTOM.lungLandmarks(MotionState.held(1))).hasSameSizeAs(landmarks);
  }

  @Test
  void hasTheOrgansWhereTheyBelong() {
    var rest = MotionState.REFERENCE;
    assertThat(PHANTOM.organ(new Vector3(-78, 8, 48), rest)).isEqualTo(Organ.TUMOUR);
    assertThat(PHANTOM.organ(new Vector3(30, -50, 20), rest)).isEqualTo(Organ.HEART);
    assertThat(PHANTOM.organ(new Vector3(-80, 0, -40), rest)).isEqualTo(Organ.LIVER);
    assertThat(PHANTOM.organ(new Vector3(62, -14, -58), rest)).isEqualTo(Organ.STOMACH);
    assertThat(PHANTOM.organ(new Vector3(0, 82, 12), rest)).isEqualTo(Organ.SPINAL_CANAL);
    assertThat(PHANTOM.organ(new Vector3(0, 500, 0), rest)).isEqualTo(Organ.OUTSIDE);
    assertThat(PHANTOM.hu(new Vector3(0, 4, 130), rest, 1)).isLessThan(-900);
  }

  @Test
  void isTheSameForTheSameSeedOnly() {
    Grid slab =
        new Grid(64, 64, 2, new Vector3(-158, -126, 40), new Vector3(5, 4, 4), Orientation.AXIAL);
    var same = new Phantom(1, MotionParameters.QUIET, Optional.of(new Tumour(TumourSite.LUNG, 24)));
    var other =
        new Phantom(2, MotionParameters.QUIET, Optional.of(new Tumour(TumourSite.LUNG, 24)));
    short[] first = PHANTOM.volume(slab, MotionState.held(0.5)).values();
    assertThat(same.volume(slab, MotionState.held(0.5)).values()).isEqualTo(first);
    assertThat(other.volume(slab, MotionState.held(0.5)).values()).isNotEqualTo(first);
  }

  @Test
  void theDisplacementFieldIsTheMotion() {
    Grid coarse =
        new Grid(5, 5, 5, new Vector3(-120, -80, -60), new Vector3(50, 40, 40), Orientation.AXIAL);
    var from = new MotionState(0.1, 0.2);
    var to = new MotionState(0.9, 0.7);
    Vector3 point = coarse.point(1, 2, 3);
    Vector3 moved = PHANTOM.displacements(coarse, from, to).map(point);
    Vector3 difference =
        PHANTOM.motion().toReference(moved, to).minus(PHANTOM.motion().toReference(point, from));
    assertThat(difference.length()).isCloseTo(0, within(1e-4));
  }

  private static double litres(ShortVolume labels) {
    int voxels = 0;
    for (short label : labels.values()) {
      if (label == Organ.LEFT_LUNG.label() || label == Organ.RIGHT_LUNG.label()) {
        voxels++;
      }
    }
    return voxels * labels.grid().voxelVolumeMm3() / 1e6;
  }
}
