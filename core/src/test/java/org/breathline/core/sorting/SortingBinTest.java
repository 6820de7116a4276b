package org.breathline.core.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class SortingBinTest {

  private static RespiratoryState phase(double percent) {
    return new RespiratoryState(percent, 0, true);
  }

  @Test
  void binZeroOfTenReachesFromMinusFiveToFive() {
    SortingBin zero = SortingBin.around(10).getFirst();
    assertThat(zero.halfWidthPercent()).isEqualTo(5);
    assertThat(zero.offsetPercent(phase(95))).isEqualTo(-5);
    assertThat(zero.offsetPercent(phase(99.5))).isCloseTo(-0.5, within(1e-12));
    assertThat(zero.offsetPercent(phase(4))).isEqualTo(4);
  }

  @Test
  void everyPhaseLiesInABinAndInTwoOnlyOnTheirEdge() {
    Property.holds(
        500,
        1,
        random -> {
          int n = random.nextInt(1, 60);
          double percent = random.nextDouble(-250, 250);
          List<SortingBin> bins = SortingBin.around(n);
          long holding =
              bins.stream()
                  .filter(
                      b -> Math.abs(b.offsetPercent(phase(percent))) < b.halfWidthPercent() + 1e-9)
                  .count();
          double inBins = percent * n / 100 + 0.5;
          boolean edge = Math.abs(inBins - Math.rint(inBins)) < 1e-6;
          assertThat(holding).isBetween(1L, edge ? 2L : 1L);
        });
  }

  @Test
  void aWholeTurnChangesNothing() {
    Property.holds(
        300,
        2,
        random -> {
          double percent = random.nextDouble(0, 100);
          int turns = random.nextInt(-3, 4);
          SortingBin bin =
              new SortingBin.Arc(random.nextDouble(0, 100), random.nextDouble(0.1, 50));
          double there = bin.offsetPercent(phase(percent));
          assertThat(there).isBetween(-50.0, 50.0);
          double apart = Math.abs(there - bin.offsetPercent(phase(percent + 100 * turns)));
          assertThat(Math.min(apart, 100 - apart)).isLessThan(1e-9);
        });
  }

  @Test
  void aPhaseJustBelowZeroWrapsToZeroNotToAHundred() {
    assertThat(phase(-1e-15).percent()).isLessThan(100);
    assertThat(phase(100).percent()).isZero();
  }

  @Test
  void amplitudesTellTheLimbsApartButNotAtTheEnds() {
    assertThat(RespiratoryState.ofAmplitude(1, true, true).percent()).isZero();
    assertThat(RespiratoryState.ofAmplitude(1, false, true).percent()).isZero();
    assertThat(RespiratoryState.ofAmplitude(0, true, true).percent()).isEqualTo(50);
    assertThat(RespiratoryState.ofAmplitude(0, false, true).percent()).isEqualTo(50);
    assertThat(RespiratoryState.ofAmplitude(0.6, true, true).percent()).isEqualTo(20);
    assertThat(RespiratoryState.ofAmplitude(0.6, false, true).percent()).isEqualTo(80);
    assertThat(RespiratoryState.ofAmplitude(0.6, false, true).amplitudeShare())
        .isCloseTo(0.6, within(1e-12));
  }

  @Test
  void anAmplitudeBeyondTheRangeIsFurtherFromTheEndBin() {
    SortingBin zero = SortingBin.around(10).getFirst();
    RespiratoryState deep = RespiratoryState.ofAmplitude(1.3, true, true);
    assertThat(zero.offsetPercent(deep)).isCloseTo(15, within(1e-9));
  }

  @Test
  void aGatingWindowRunsThroughAHundred() {
    SortingBin.Arc window = SortingBin.Arc.window(90, 10);
    assertThat(window.centrePercent()).isZero();
    assertThat(window.halfWidthPercent()).isEqualTo(10);
    assertThat(SortingBin.Arc.window(30, 70)).isEqualTo(new SortingBin.Arc(50, 20));
  }

  @Test
  void anAmplitudeWindowTakesBothLimbs() {
    SortingBin window = new SortingBin.AmplitudeWindow(0, 0.3);
    for (boolean exhaling : new boolean[] {true, false}) {
      RespiratoryState in = RespiratoryState.ofAmplitude(0.25, exhaling, true);
      RespiratoryState out = RespiratoryState.ofAmplitude(0.35, exhaling, true);
      assertThat(Math.abs(window.offsetPercent(in))).isLessThan(window.halfWidthPercent());
      assertThat(Math.abs(window.offsetPercent(out))).isGreaterThan(window.halfWidthPercent());
    }
    RespiratoryState below = RespiratoryState.ofAmplitude(-0.2, true, true);
    assertThat(window.offsetPercent(below)).isCloseTo(-17.5, within(1e-9));
  }

  @Test
  void impossibleBinsAreRefusedInWords() {
    assertThatThrownBy(() -> SortingBin.around(0)).hasMessageContaining("at least one bin");
    assertThatThrownBy(() -> new SortingBin.Arc(100, 5)).hasMessageContaining("0 to below 100 %");
    assertThatThrownBy(() -> new SortingBin.AmplitudeWindow(0.5, 0.2))
        .hasMessageContaining("upward");
  }
}
