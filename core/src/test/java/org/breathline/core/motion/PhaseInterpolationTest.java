package org.breathline.core.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.scan.PhaseSeries;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PhaseInterpolationTest {

  private static final Grid GRID =
      new Grid(
          90, 70, 30, new Vector3(-150, -110, -60), new Vector3(3.3, 3.3, 4), Orientation.AXIAL);

  private static final Phantom PHANTOM =
      new Phantom(3, MotionParameters.ofMeanLandmark(8), Optional.empty());

  private static PhaseSeries series;
  private static PhaseInterpolation interpolation;

  /** Four phases on the true fields: at 0, 25, 50 and 75 %. */
  @BeforeAll
  static void makeFourPhases() {
    List<PhaseSeries.Phase> phases = new ArrayList<>();
    List<DisplacementField> fields = new ArrayList<>();
    for (int percent = 0; percent < 100; percent += 25) {
      phases.add(new PhaseSeries.Phase(percent, PHANTOM.volume(GRID, state(percent))));
      fields.add(PHANTOM.displacements(GRID, state(50), state(percent)));
    }
    series = new PhaseSeries(phases);
    interpolation = new PhaseInterpolation(series, fields);
  }

  /** Linear in time between the phases, so that what lies between is known. */
  private static MotionState state(double percent) {
    return MotionState.held(percent <= 50 ? 1 - percent / 50 : percent / 50 - 1);
  }

  @Test
  void aPhaseOfTheSeriesIsGivenBackAsItIs() {
    assertThat(render(75)).isEqualTo(series.phases().get(3).volume().values());
  }

  @Test
  void betweenPhasesTheBodyIsWhereItReallyIs() {
    for (double percent : new double[] {12.5, 87.5}) {
      ShortVolume truth = PHANTOM.volume(GRID, state(percent));
      double rendered = difference(render(percent), truth.values());
      double nearest =
          Math.min(
              difference(series.phases().get(0).volume().values(), truth.values()),
              difference(
                  series.phases().get(percent < 50 ? 1 : 3).volume().values(), truth.values()));
      assertThat(rendered).isLessThan(0.5 * nearest);
    }
  }

  private static short[] render(double percent) {
    PhaseInterpolation.Moment moment = interpolation.at(percent);
    short[] volume = new short[GRID.size()];
    short[] slice = new short[GRID.sliceSize()];
    for (int k = 0; k < GRID.nz(); k++) {
      moment.slice(k, slice);
      System.arraycopy(slice, 0, volume, k * GRID.sliceSize(), slice.length);
    }
    return volume;
  }

  /** The mean difference in HU, away from the ends, into which tissue is moved from outside. */
  private static double difference(short[] a, short[] b) {
    double sum = 0;
    int from = 5 * GRID.sliceSize();
    int to = 25 * GRID.sliceSize();
    for (int i = from; i < to; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / (to - from);
  }
}
