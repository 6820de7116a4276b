package org.breathline.core.sorting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.SyntheticBreathing;
import org.breathline.core.scan.SyntheticScans;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.sorting.Selection.Fit;
import org.breathline.core.sorting.Selection.Gap;
import org.breathline.core.sorting.Selection.Reason;
import org.breathline.core.sorting.Selection.Taken;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class ScanSorterTest {

  private static final List<SortingMethod> METHODS = List.of(SortingMethod.values());

  @Test
  void aRegularBreathSampledTenTimesFillsEveryBinExactly() {
    BreathingCycles cycles = SyntheticBreathing.regular(4, 30);
    TimedScan scan = SyntheticScans.cine(5, 4, 11, 4, 0.4, 2);
    SortedScan sorted =
        ScanSorter.sort(
            scan, cycles, ClockCorrection.NONE, SortingRequest.around(SortingMethod.PHASE, 10));
    for (int p = 0; p < 5; p++) {
      for (int bin = 0; bin < 10; bin++) {
        assertThat(sorted.selection(p, bin))
            .isInstanceOfSatisfying(
                Taken.class,
                t -> {
                  assertThat(t.fit()).isEqualTo(Fit.INSIDE_BIN);
                  assertThat(t.offsetPercent()).isCloseTo(0, within(1e-6));
                });
      }
    }
    assertThat(sorted.images(3)).hasSize(20).allMatch(OptionalInt::isPresent);
  }

  @Test
  void noAcquisitionIsNearerThanTheOneTaken() {
    Property.holds(
        60,
        10,
        random -> {
          BreathingCycles cycles =
              SyntheticBreathing.irregular(random.nextLong(), 4, 20, random.nextDouble(0, 0.3));
          TimedScan scan =
              SyntheticScans.cine(6, 2, random.nextInt(1, 20), 3, random.nextDouble(0.2, 0.8), 1.5);
          SortingMethod method = METHODS.get(random.nextInt(METHODS.size()));
          SortingRequest request = SortingRequest.around(method, random.nextInt(1, 20));
          RespiratoryStates states = new RespiratoryStates(cycles, method);
          SortedScan sorted = ScanSorter.sort(scan, cycles, ClockCorrection.NONE, request);
          for (int p = 0; p < 6; p++) {
            for (int b = 0; b < request.bins().size(); b++) {
              SortingBin bin = request.bins().get(b);
              double nearest =
                  scan.couchPositions().get(p).acquisitions().stream()
                      .flatMap(a -> states.at(a.midTimeS()).stream())
                      .mapToDouble(s -> Math.abs(bin.offsetPercent(s)))
                      .min()
                      .orElse(Double.POSITIVE_INFINITY);
              switch (sorted.selection(p, b)) {
                case Taken taken -> {
                  assertThat(Math.abs(taken.offsetPercent())).isEqualTo(nearest);
                  assertThat(taken.fit() == Fit.INSIDE_BIN)
                      .isEqualTo(nearest <= bin.halfWidthPercent());
                }
                case Gap gap -> {
                  assertThat(nearest).isGreaterThan(2 * bin.halfWidthPercent());
                  assertThat(gap.reason() == Reason.NO_BREATH)
                      .isEqualTo(Double.isInfinite(nearest));
                }
              }
            }
          }
        });
  }

  @Test
  void whatIsOutsideItsBinIsMarkedAndWhatIsFarFromItIsAGap() {
    BreathingCycles cycles = SyntheticBreathing.regular(4, 10);
    // Mid times at 12, 62 and 88 % of a breath.
    TimedScan scan = SyntheticScans.cine(1, 1, 3, 4.48, 2.0, 1);
    SortedScan sorted =
        ScanSorter.sort(
            scan, cycles, ClockCorrection.NONE, SortingRequest.around(SortingMethod.PHASE, 10));
    assertThat(sorted.selection(0, 1))
        .isInstanceOfSatisfying(
            Taken.class,
            t -> {
              assertThat(t.fit()).isEqualTo(Fit.INSIDE_BIN);
              assertThat(t.offsetPercent()).isCloseTo(2, within(1e-9));
            });
    assertThat(sorted.selection(0, 2))
        .isInstanceOfSatisfying(Taken.class, t -> assertThat(t.fit()).isEqualTo(Fit.OUTSIDE_BIN));
    assertThat(sorted.selection(0, 4)).isEqualTo(new Gap(Reason.NOTHING_NEAR));
    assertThat(sorted.images(4)).containsExactly(OptionalInt.empty());
    assertThat(sorted.gaps(4)).isEqualTo(1);
    assertThat(sorted.outsideBin(2)).isEqualTo(1);
  }

  @Test
  void aReachOfOneLeavesWhatIsOutsideItsBinAGap() {
    BreathingCycles cycles = SyntheticBreathing.regular(4, 10);
    TimedScan scan = SyntheticScans.cine(1, 1, 3, 4.48, 2.0, 1);
    SortingRequest strict = new SortingRequest(SortingMethod.PHASE, SortingBin.around(10), 1);
    assertThat(ScanSorter.sort(scan, cycles, ClockCorrection.NONE, strict).selection(0, 2))
        .isEqualTo(new Gap(Reason.NOTHING_NEAR));
  }

  @Test
  void timesOutsideTheTraceLeaveGaps() {
    BreathingCycles cycles = SyntheticBreathing.regular(4, 3);
    TimedScan scan = SyntheticScans.cine(2, 1, 5, 100, 0.4, 1);
    SortedScan sorted =
        ScanSorter.sort(
            scan, cycles, ClockCorrection.NONE, SortingRequest.around(SortingMethod.PHASE, 10));
    assertThat(sorted.selections())
        .allSatisfy(s -> assertThat(s).containsOnly(new Gap(Reason.NO_BREATH)));
  }

  @Test
  void aTrustedBreathIsTakenBeforeOneThatIsNot() {
    BreathingCycles regular = SyntheticBreathing.regular(4, 4);
    List<Breath> breaths =
        IntStream.range(0, 4)
            .mapToObj(i -> {
              Breath b = regular.breaths().get(i);
              return new Breath(b.startS(), b.exhaleS(), b.endS(), i != 0);
            })
            .toList();
    BreathingCycles cycles = new BreathingCycles(regular.trace(), breaths);
    // 20 % of the first breath, untrusted, and 22.5 % of the second.
    TimedScan scan = SyntheticScans.cine(1, 1, 2, 0.8, 4.1, 1);
    SortedScan sorted =
        ScanSorter.sort(
            scan, cycles, ClockCorrection.NONE, SortingRequest.around(SortingMethod.PHASE, 10));
    assertThat(sorted.acquisition(0, 2)).hasValue(1);
  }

  @Test
  void amplitudeBinsOfTheTwoLimbsTakeDifferentAcquisitions() {
    BreathingCycles cycles = SyntheticBreathing.regular(4, 30);
    TimedScan scan = SyntheticScans.cine(3, 2, 41, 4, 0.1, 2);
    SortedScan sorted =
        ScanSorter.sort(
            scan, cycles, ClockCorrection.NONE, SortingRequest.around(SortingMethod.AMPLITUDE, 10));
    for (int bin = 1; bin < 5; bin++) {
      int exhaling = sorted.acquisition(0, bin).orElseThrow();
      int inhaling = sorted.acquisition(0, 10 - bin).orElseThrow();
      assertThat(exhaling).isLessThan(20);
      assertThat(inhaling).isGreaterThan(20);
      assertThat(exhaling + inhaling).isEqualTo(40);
      double share = 1 - bin / 5.0;
      double time = scan.couchPositions().getFirst().acquisitions().get(exhaling).midTimeS();
      assertThat(cycles.amplitudeAt(time)).isCloseTo(10 * share, within(0.5));
    }
  }

  @Test
  void dwellTimeWeightsSumToOneAndFollowTheBreath() {
    BreathingCycles cycles = SyntheticBreathing.regular(4, 30);
    double[] byPhase =
        DwellTime.weights(
            new RespiratoryStates(cycles, SortingMethod.PHASE), SortingBin.around(10));
    assertThat(byPhase)
        .containsExactly(IntStream.range(0, 10).mapToDouble(i -> 0.1).toArray(), within(0.01));
    double[] byAmplitude =
        DwellTime.weights(
            new RespiratoryStates(cycles, SortingMethod.AMPLITUDE), SortingBin.around(10));
    assertThat(IntStream.range(0, 10).mapToDouble(i -> byAmplitude[i]).sum())
        .isCloseTo(1, within(1e-9));
    // A cosine lingers at its ends: acos(0.9) x 2 / 2 pi of the time is within 5 % of the top.
    assertThat(byAmplitude[0]).isCloseTo(Math.acos(0.8) / Math.PI, within(0.01));
    assertThat(byAmplitude[0]).isGreaterThan(2 * byAmplitude[2]);
  }
}
