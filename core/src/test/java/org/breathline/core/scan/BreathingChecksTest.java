package org.breathline.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace.Origin;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.TimeInterval;
import org.junit.jupiter.api.Test;

final class BreathingChecksTest {

  private static final BreathingCycles CYCLES = SyntheticBreathing.regular(4, 20);

  private static List<ScanFinding> check(TimedScan scan, BeamIntervals beamOn) {
    return BreathingChecks.check(scan, CYCLES, ClockCorrection.NONE, Optional.of(beamOn));
  }

  private static BeamIntervals beamOn(double fromS, double toS) {
    return new BeamIntervals(List.of(new TimeInterval(fromS, toS)));
  }

  @Test
  void aScanThatFitsItsTraceIsWithoutFindings() {
    TimedScan scan = SyntheticScans.cine(5, 4, 11, 5, 0.4, 2);
    assertThat(check(scan, beamOn(4.75, 33.25))).isEmpty();
  }

  @Test
  void aCouchPositionMustLastTheLongestBreathAndARotation() {
    assertThat(BreathingChecks.checkDuration(SyntheticScans.cine(2, 1, 11, 5, 0.4, 2), 4.0))
        .isEmpty();
    Optional<ScanFinding> found =
        BreathingChecks.checkDuration(SyntheticScans.cine(2, 1, 11, 5, 0.4, 2), 4.3);
    assertThat(found)
        .hasValueSatisfying(f -> {
          assertThat(f.severity()).isEqualTo(Severity.WARN);
          assertThat(f.message())
              .isEqualTo(
                  "2 of 2 couch positions were scanned for less than the longest breath seen"
                      + " (4.30 s) plus a rotation (0.50 s); the shortest for 4.50 s.");
        });
  }

  @Test
  void helicalPitchMustCoverTheLongestBreath() {
    // 0.5 / (4.5 + 0.5)
    assertThat(BreathingChecks.checkPitch(0.1, 0.5, 4.5)).isEmpty();
    assertThat(BreathingChecks.checkPitch(0.11, 0.5, 4.5))
        .containsInstanceOf(ScanFinding.PitchTooHigh.class);
  }

  @Test
  void beamOnOutsideTheScanIsRefusedAndPartlyOutsideIsWarnedOf() {
    TimedScan scan = SyntheticScans.cine(5, 4, 11, 5, 0.4, 2);
    assertThat(check(scan, beamOn(50, 78)))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.REFUSE));
    assertThat(check(scan, beamOn(4.75, 30)))
        .singleElement()
        .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.WARN));
    assertThat(check(scan, beamOn(2, 60)))
        .singleElement()
        .isInstanceOf(ScanFinding.BeamOnBeyondScan.class);
  }

  @Test
  void aTraceThatEndsTooEarlyIsRefusedWhenACouchPositionHasNothing() {
    TimedScan scan = SyntheticScans.cine(5, 1, 11, 5, 0.4, 2);
    ClockCorrection late = ClockCorrection.ofOffset(55);
    assertThat(BreathingChecks.check(scan, CYCLES, late, Optional.empty()))
        .singleElement()
        .isInstanceOfSatisfying(
            ScanFinding.TraceTooShort.class,
            f -> {
              assertThat(f.emptyCouchPositions()).isEqualTo(1);
              assertThat(f.severity()).isEqualTo(Severity.REFUSE);
            });
  }

  @Test
  void aTraceWithoutBreathIsRefused() {
    BreathingCycles none = new BreathingCycles(CYCLES.trace(), List.of());
    assertThat(
            BreathingChecks.check(
                SyntheticScans.cine(1, 1, 3, 5, 0.4, 2),
                none,
                ClockCorrection.NONE,
                Optional.empty()))
        .containsExactly(new ScanFinding.NoBreath());
  }

  @Test
  void patientsAndDatesAreComparedAndNeverShown() {
    Origin trace = new Origin(Optional.of(" 00abc12 "), Optional.of(LocalDate.of(2024, 3, 1)), "x");
    assertThat(
            BreathingChecks.checkIdentity(
                trace, Optional.of("ABC12"), Optional.of(LocalDate.of(2024, 3, 1))))
        .isEmpty();
    List<ScanFinding> findings =
        BreathingChecks.checkIdentity(
            trace, Optional.of("XYZ99"), Optional.of(LocalDate.of(2024, 3, 4)));
    assertThat(findings)
        .containsExactly(new ScanFinding.OtherPatient(), new ScanFinding.OtherDate(3));
    assertThat(findings)
        .allSatisfy(f -> assertThat(f.message()).doesNotContainIgnoringCase("abc", "xyz", "2024"));
    assertThat(BreathingChecks.checkIdentity(trace, Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void beamSpanReachesHalfARotationBeyondTheMidTimes() {
    TimeInterval span = SyntheticScans.cine(2, 1, 3, 5, 0.4, 2).beamSpan();
    assertThat(span.startS()).isCloseTo(4.75, within(1e-9));
    assertThat(span.endS()).isCloseTo(5 + 0.8 + 2 + 0.8 + 0.25, within(1e-9));
  }
}
