package org.breathline.core.scan.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.SyntheticBody;
import org.breathline.core.scan.SyntheticBreathing;
import org.breathline.core.scan.SyntheticScans;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.TimedSlice;
import org.junit.jupiter.api.Test;

final class ClockAlignmentTest {

  private static final TimedScan SCAN = SyntheticScans.cine(16, 4, 13, 6, 0.4, 1.9);
  private static final BreathingCycles CYCLES = SyntheticBreathing.irregular(7, 4, 40, 0.15);

  /** The features of a scan of a body whose breathing is that of a trace by the given clock. */
  private static ScanFeatures features(BreathingCycles cycles, ClockCorrection truth) {
    return features(SCAN, cycles, truth);
  }

  private static ScanFeatures features(
      TimedScan scan, BreathingCycles cycles, ClockCorrection truth) {
    SyntheticBody body = new SyntheticBody(scan, t -> cycles.amplitudeAt(truth.toTraceS(t)), 10, 3);
    ScanFeatures features = new ScanFeatures(scan, 1);
    short[] hu = new short[scan.geometry().size()];
    for (CouchPosition c : scan.couchPositions()) {
      for (CouchPosition.Acquisition a : c.acquisitions()) {
        for (TimedSlice s : a.slices()) {
          body.read(s.image(), hu);
          features.add(s.image(), hu);
        }
      }
    }
    assertThat(features.isComplete()).isTrue();
    return features;
  }

  private static ClockAlignment check(ClockCorrection truth) {
    return ClockAlignment.check(
        features(CYCLES, truth), CYCLES.trace(), ClockCorrection.NONE, ClockLimits.STANDARD);
  }

  @Test
  void clocksThatAgreeAreFoundToAgree() {
    ClockAlignment alignment = check(ClockCorrection.NONE);
    assertThat(alignment.verdict()).isInstanceOf(ClockVerdict.Agrees.class);
    assertThat(alignment.applied()).isEqualTo(ClockCorrection.NONE);
  }

  @Test
  void aShiftOfThreeTenthsOfASecondIsFoundAndCorrected() {
    for (double offset : new double[] {0.3, -0.3}) {
      ClockAlignment alignment = check(ClockCorrection.ofOffset(offset));
      assertThat(alignment.verdict())
          .isInstanceOfSatisfying(
              ClockVerdict.Corrected.class,
              c -> {
                assertThat(c.estimate().offsetS())
                    .isCloseTo(offset, within(3 * c.estimate().offsetUncertaintyS()));
                assertThat(c.estimate().offsetUncertaintyS()).isLessThan(0.05);
              });
    }
  }

  @Test
  void aDriftOfHalfAPerCentIsFoundAndCorrected() {
    for (double rate : new double[] {1.005, 0.995}) {
      ClockCorrection truth = new ClockCorrection(55, 0, rate);
      ClockAlignment alignment = check(truth);
      assertThat(alignment.verdict())
          .isInstanceOfSatisfying(
              ClockVerdict.Corrected.class,
              c -> {
                assertThat(c.estimate().driftPercent())
                    .isCloseTo(
                        100 * (rate - 1), within(3 * c.estimate().driftUncertaintyPercent()));
                assertThat(c.estimate().driftUncertaintyPercent()).isLessThan(0.12);
              });
      for (double t : new double[] {10, 60, 100}) {
        assertThat(alignment.applied().toTraceS(t)).isCloseTo(truth.toTraceS(t), within(0.1));
      }
    }
  }

  @Test
  void sweepsOverTheWholeTimeShowAnOffsetAndNoDrift() {
    List<CouchPosition> positions = new ArrayList<>();
    for (int z = 0; z < 24; z++) {
      List<CouchPosition.Acquisition> sweeps = new ArrayList<>();
      for (int sweep = 0; sweep < 20; sweep++) {
        double time = 6 + 5.3 * sweep + 0.1 * z;
        TimedSlice slice = new TimedSlice(20 * z + sweep, 2.5 * z, time);
        sweeps.add(new CouchPosition.Acquisition(time, List.of(slice)));
      }
      positions.add(new CouchPosition(sweeps));
    }
    TimedScan scan = new TimedScan(SyntheticScans.GEOMETRY, 2.5, 0.3, positions);
    ClockAlignment alignment =
        ClockAlignment.check(
            features(scan, CYCLES, ClockCorrection.ofOffset(0.3)),
            CYCLES.trace(),
            ClockCorrection.NONE,
            ClockLimits.STANDARD);
    assertThat(alignment.verdict())
        .isInstanceOfSatisfying(
            ClockVerdict.Corrected.class,
            c -> {
              assertThat(c.estimate().offsetS()).isCloseTo(0.3, within(0.1));
              assertThat(c.estimate().driftPercent()).isZero();
              assertThat(c.message()).contains("drift not known");
            });
  }

  @Test
  void aLargeOffsetIsShownButNotCorrectedUnasked() {
    ClockAlignment alignment = check(ClockCorrection.ofOffset(1.1));
    assertThat(alignment.verdict()).isInstanceOf(ClockVerdict.TooLarge.class);
    assertThat(alignment.applied()).isEqualTo(ClockCorrection.NONE);
    assertThat(alignment.verdict().message()).contains("+1.1");
  }

  @Test
  void theTraceOfAnotherScanIsNeverAcceptedAndOftenRefused() {
    ScanFeatures features = features(CYCLES, ClockCorrection.NONE);
    int refused = 0;
    for (int seed = 90; seed < 100; seed++) {
      BreathingCycles other = SyntheticBreathing.irregular(seed, 4.6, 40, 0.15);
      ClockAlignment alignment =
          ClockAlignment.check(features, other.trace(), ClockCorrection.NONE, ClockLimits.STANDARD);
      assertThat(alignment.verdict())
          .isNotInstanceOfAny(ClockVerdict.Agrees.class, ClockVerdict.Corrected.class);
      refused += alignment.verdict() instanceof ClockVerdict.Refused ? 1 : 0;
    }
    assertThat(refused).isGreaterThanOrEqualTo(7);
  }

  @Test
  void withoutBeamEdgesThePlaceIsFoundFromTheImages() {
    ClockAlignment alignment =
        ClockAlignment.search(
            features(CYCLES, ClockCorrection.ofOffset(31.7)), CYCLES.trace(), ClockLimits.STANDARD);
    assertThat(alignment.verdict()).isInstanceOf(ClockVerdict.Corrected.class);
    assertThat(alignment.applied().toTraceS(50)).isCloseTo(81.7, within(0.1));
  }

  @Test
  void inRegularBreathingThePlaceIsAmbiguous() {
    BreathingCycles regular = SyntheticBreathing.regular(4, 40);
    ClockAlignment alignment =
        ClockAlignment.search(
            features(regular, ClockCorrection.ofOffset(8)), regular.trace(), ClockLimits.STANDARD);
    assertThat(alignment.verdict())
        .isInstanceOfSatisfying(
            ClockVerdict.Refused.class, r -> assertThat(r.reason()).contains("more than one way"));
  }

  @Test
  void edgesAtEveryCouchPositionShowOffsetAndDrift() {
    ClockCorrection truth = new ClockCorrection(0, 42.1, 1.003);
    List<TimeInterval> on =
        SCAN.couchPositions().stream()
            .map(CouchPosition::acquisitions)
            .map(a ->
                new TimeInterval(
                    truth.toTraceS(a.getFirst().midTimeS() - 0.25),
                    truth.toTraceS(a.getLast().midTimeS() + 0.25)))
            .toList();
    BeamEdges edges = BeamEdges.of(SCAN, new BeamIntervals(on)).orElseThrow();
    assertThat(edges.edges()).isEqualTo(16);
    assertThat(edges.correction().driftPercent()).isCloseTo(0.3, within(1e-6));
    assertThat(edges.correction().toTraceS(70)).isCloseTo(truth.toTraceS(70), within(1e-6));
  }

  @Test
  void oneIntervalOfTheScansLengthGivesTwoEdgesAndAnyOtherGivesOne() {
    TimeInterval span = SCAN.beamSpan();
    BeamIntervals whole =
        new BeamIntervals(List.of(new TimeInterval(span.startS() + 40, span.endS() + 40.3)));
    BeamEdges two = BeamEdges.of(SCAN, whole).orElseThrow();
    assertThat(two.edges()).isEqualTo(2);
    assertThat(two.correction().toTraceS(span.endS())).isCloseTo(span.endS() + 40.3, within(1e-9));
    BeamIntervals longer =
        new BeamIntervals(List.of(new TimeInterval(span.startS() + 40, span.endS() + 60)));
    BeamEdges one = BeamEdges.of(SCAN, longer).orElseThrow();
    assertThat(one.edges()).isEqualTo(1);
    assertThat(one.correction().rate()).isEqualTo(1);
    assertThat(one.correction().toTraceS(span.startS()))
        .isCloseTo(span.startS() + 40, within(1e-9));
    assertThat(BeamEdges.of(SCAN, new BeamIntervals(List.of()))).isEqualTo(Optional.empty());
  }
}
