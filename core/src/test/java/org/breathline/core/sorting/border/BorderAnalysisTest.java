package org.breathline.core.sorting.border;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.SyntheticBody;
import org.breathline.core.scan.SyntheticBreathing;
import org.breathline.core.scan.SyntheticScans;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.sorting.ScanSorter;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.core.sorting.SortingRequest;
import org.junit.jupiter.api.Test;

final class BorderAnalysisTest {

  private static final TimedScan SCAN = SyntheticScans.cine(8, 4, 13, 6, 0.4, 1.9);
  private static final SortingRequest TEN = SortingRequest.around(SortingMethod.PHASE, 10);

  private static BorderAnalysis analyse(BreathingCycles cycles, double share) {
    SyntheticBody body = new SyntheticBody(SCAN, t -> share * cycles.amplitudeAt(t), 10, 3);
    ScanFeatures features = new ScanFeatures(SCAN, 1);
    short[] hu = new short[SCAN.geometry().size()];
    for (int i = 0; i < SCAN.sliceCount(); i++) {
      body.read(i, hu);
      features.add(i, hu);
    }
    return BorderAnalysis.of(features, cycles, ClockCorrection.NONE);
  }

  @Test
  void motionIsLearntInMillimetresFromTheImages() {
    BreathingCycles cycles = SyntheticBreathing.irregular(4, 4, 30, 0.12);
    for (double share : new double[] {0.6, 1.4}) {
      BorderAnalysis borders = analyse(cycles, share);
      // A usual breath is 10 mm deep; border b lies at 10 (b + 1) mm.
      for (int b = 2; b < 6; b++) {
        double truth = SyntheticBody.descentMm(10.0 * (b + 1), 10 * share);
        assertThat(borders.motionMm(b)).isCloseTo(truth, within(0.2 * truth + 0.5));
      }
    }
  }

  @Test
  void aBodyThatStandsStillHasNoArtefact() {
    BreathingCycles cycles = SyntheticBreathing.irregular(4, 4, 30, 0.3);
    BorderAnalysis borders = analyse(cycles, 0);
    SortedScan sorted = ScanSorter.sort(SCAN, cycles, ClockCorrection.NONE, TEN);
    List<BorderScore> scores = borders.scores(sorted);
    assertThat(scores).isNotEmpty();
    assertThat(scores).filteredOn(BorderScore::isArtefact).isEmpty();
  }

  @Test
  void everyBorderWithBothSidesTakenHasAScore() {
    BreathingCycles cycles = SyntheticBreathing.irregular(4, 4, 30, 0.12);
    BorderAnalysis borders = analyse(cycles, 1);
    SortedScan sorted = ScanSorter.sort(SCAN, cycles, ClockCorrection.NONE, TEN);
    int expected = 0;
    for (int bin = 0; bin < 10; bin++) {
      for (int b = 0; b < 7; b++) {
        expected +=
            sorted.acquisition(b, bin).isPresent() && sorted.acquisition(b + 1, bin).isPresent()
                ? 1
                : 0;
      }
    }
    assertThat(borders.scores(sorted)).hasSize(expected);
    assertThat(borders.scores(sorted))
        .allSatisfy(s -> assertThat(s.agreement()).isBetween(-1.0, s.bestAgreement()));
  }

  @Test
  void resultsDoNotDependOnTheRun() {
    BreathingCycles cycles = SyntheticBreathing.irregular(4, 4, 30, 0.12);
    SortedScan sorted = ScanSorter.sort(SCAN, cycles, ClockCorrection.NONE, TEN);
    assertThat(analyse(cycles, 1).scores(sorted)).isEqualTo(analyse(cycles, 1).scores(sorted));
  }

  @Test
  void aProfileIsSmoothedOverUnknownAndOutlyingValues() {
    double[] positions = {0, 10, 20, 30, 40, 50, 60};
    double[] smooth = SmoothProfile.of(positions, new double[] {5, Double.NaN, 5, 5, 40, 5, 5}, 10);
    assertThat(smooth).containsExactly(new double[] {5, 5, 5, 5, 5, 5, 5}, within(1e-9));
    assertThat(SmoothProfile.of(new double[] {0}, new double[] {Double.NaN}, 10)[0]).isNaN();
  }
}
