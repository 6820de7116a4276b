package org.breathline.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.TrilinearSampling;
import org.junit.jupiter.api.Test;

/** Gamma where it is known in closed form, and against a search that leaves nothing out. */
final class GammaIndexTest {

  private static final Grid GRID =
      new Grid(21, 11, 9, new Vector3(-20, -10, -12), new Vector3(2, 2, 3), Orientation.AXIAL);

  private static FloatVolume ramp(Grid grid, double perMm, double shiftMm, double factor) {
    var dose = new FloatVolume(grid);
    for (int i = 0; i < grid.size(); i++) {
      dose.values()[i] = (float) (factor * (50 + perMm * (grid.point(i).x() - shiftMm)));
    }
    return dose;
  }

  @Test
  void equalDosesHaveNoGamma() {
    FloatVolume dose = ramp(GRID, 1, 0, 1);
    GammaMap map = GammaIndex.compare(dose, dose, GammaCriteria.global(3, 3));
    assertThat(map.highest()).isZero();
    assertThat(map.passingPercent()).isEqualTo(100);
    assertThat(map.points()).isEqualTo(GRID.size());
  }

  @Test
  void anEvenDifferenceIsJudgedByDose() {
    FloatVolume flat = ramp(GRID, 0, 0, 1);
    GammaMap map = GammaIndex.compare(flat, ramp(GRID, 0, 0, 1.02), GammaCriteria.global(2.5, 3));
    assertThat(map.mean()).isCloseTo(0.8, within(1e-5));
    GammaMap high = GammaIndex.compare(flat, ramp(GRID, 0, 0, 1.2), GammaCriteria.global(2.5, 3));
    assertThat(high.mean()).isEqualTo(2);
    assertThat(high.passing()).isZero();
  }

  @Test
  void aShiftOnARampIsTheDistanceFromAPointToALine() {
    double perMm = 1;
    double shift = 2.4;
    var criteria = new GammaCriteria(3, 3, false, 10, OptionalDouble.of(70), 2);
    GammaMap map =
        GammaIndex.compare(ramp(GRID, perMm, 0, 1), ramp(GRID, perMm, shift, 1), criteria);
    double steepness = perMm * 3 / (0.03 * 70);
    double expected = shift / 3 * steepness / Math.hypot(1, steepness);
    assertThat((double) map.gamma().at(GRID.offset(10, 5, 4))).isCloseTo(expected, within(0.01));
  }

  @Test
  void perCentOfThePointAreStricterWhereTheDoseIsLow() {
    FloatVolume reference = ramp(GRID, 2, 0, 1);
    FloatVolume evaluated = ramp(GRID, 2, 0.3, 1);
    int low = GRID.offset(2, 5, 4);
    float global =
        GammaIndex.compare(reference, evaluated, GammaCriteria.global(2, 0.1)).gamma().at(low);
    float local =
        GammaIndex.compare(reference, evaluated, GammaCriteria.local(2, 0.1)).gamma().at(low);
    assertThat(local).isGreaterThan(global);
  }

  @Test
  void lowDosesAreNotLookedAt() {
    FloatVolume dose = ramp(GRID, 2.4, 0, 1);
    GammaMap map = GammaIndex.compare(dose, dose, GammaCriteria.global(3, 3));
    float highest = dose.at(20);
    for (int i = 0; i < GRID.size(); i++) {
      assertThat(Float.isNaN(map.gamma().at(i))).isEqualTo(dose.at(i) < 0.1f * highest);
    }
  }

  @Test
  void itIsWhatASearchOfAllPointsFinds() {
    Grid other =
        new Grid(
            15, 9, 7, new Vector3(-21, -9, -11), new Vector3(2.7, 2.3, 3.1), Orientation.AXIAL);
    FloatVolume reference = blob(GRID, 1, 0);
    FloatVolume evaluated = blob(other, 1.03, 1.2);
    for (GammaCriteria criteria :
        new GammaCriteria[] {GammaCriteria.global(2, 2), GammaCriteria.local(3, 2)}) {
      GammaMap map = GammaIndex.compare(reference, evaluated, criteria);
      double highest = 0;
      for (float value : reference.values()) {
        highest = Math.max(highest, value);
      }
      var random = new SplittableRandom(5);
      for (int check = 0; check < 150; check++) {
        int at = random.nextInt(GRID.size());
        if (reference.at(at) >= 0.1 * highest) {
          double expected = plain(reference, at, evaluated, criteria, highest);
          assertThat((double) map.gamma().at(at)).isCloseTo(expected, within(1e-5));
        }
      }
      assertThat(map.passingPercent()).isStrictlyBetween(5.0, 99.0);
    }
  }

  private static FloatVolume blob(Grid grid, double factor, double shiftMm) {
    var dose = new FloatVolume(grid);
    for (int i = 0; i < grid.size(); i++) {
      Vector3 at = grid.point(i).minus(new Vector3(shiftMm, 0.5 * shiftMm, 0));
      dose.values()[i] = (float) (60 * factor * Math.exp(-at.dot(at) / 200));
    }
    return dose;
  }

  /** All lattice points within the largest distance, in patient space, none skipped. */
  private static double plain(
      FloatVolume reference, int at, FloatVolume evaluated, GammaCriteria criteria, double norm) {
    var sampling = new TrilinearSampling(evaluated, Float.NaN);
    double dose = reference.at(at);
    double allowed = criteria.dosePercent() / 100 * (criteria.local() ? dose : norm);
    double step = criteria.distanceMm() / 10;
    double least = criteria.highest();
    for (int z = -20; z <= 20; z++) {
      for (int y = -20; y <= 20; y++) {
        for (int x = -20; x <= 20; x++) {
          Vector3 offset = new Vector3(x * step, y * step, z * step);
          double found = sampling.at(GRID.point(at).plus(offset));
          double gamma =
              Math.hypot(offset.length() / criteria.distanceMm(), (found - dose) / allowed);
          if (gamma < least) {
            least = gamma;
          }
        }
      }
    }
    return least;
  }
}
