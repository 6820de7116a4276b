package org.breathline.core.motion.management;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.motion.MotionPath;
import org.breathline.core.motion.PeakToPeak;
import org.breathline.core.motion.management.Option.Verdict;
import org.junit.jupiter.api.Test;

final class ProposalTest {

  private static MotionPath upAndDown(double siMm) {
    List<MotionPath.Position> positions = new ArrayList<>();
    for (int p = 0; p < 100; p += 10) {
      double z = -siMm / 2 * Math.cos(2 * Math.PI * p / 100);
      positions.add(new MotionPath.Position(p, new Vector3(0, 0, z)));
    }
    return new MotionPath(positions);
  }

  @Test
  void fourMillimetresNeedNoManagement() {
    Proposal proposal = Proposal.of(Evidence.of(upAndDown(4)));
    assertThat(proposal.proposed()).isEqualTo(Technique.FREE_BREATHING_ITV);
    assertThat(proposal.option(Technique.FREE_BREATHING_ITV).verdict()).isEqualTo(Verdict.SUITABLE);
    assertThat(proposal.options())
        .extracting(Option::technique)
        .containsExactly(Technique.values());
  }

  @Test
  void tenMillimetresAreManagedAndWhatWasNotMeasuredIsNotJudged() {
    Proposal proposal = Proposal.of(Evidence.of(upAndDown(10)));
    assertThat(proposal.proposed()).isEqualTo(Technique.MID_VENTILATION);
    assertThat(proposal.option(Technique.FREE_BREATHING_ITV).verdict()).isEqualTo(Verdict.POSSIBLE);
    assertThat(proposal.option(Technique.GATED).verdict()).isEqualTo(Verdict.NOT_ASSESSED);
    assertThat(proposal.option(Technique.BREATH_HOLD).verdict()).isEqualTo(Verdict.NOT_ASSESSED);
    assertThat(proposal.option(Technique.COMPRESSION).verdict()).isEqualTo(Verdict.NOT_ASSESSED);
    assertThat(proposal.options())
        .allSatisfy(o -> assertThat(o.reasons()).isNotEmpty())
        .allSatisfy(
            o -> assertThat(o.reasons()).allSatisfy(r -> assertThat(r.source()).isNotBlank()));
  }

  @Test
  void theGateIsAroundExhalationAndAsWideAsItMayBe() {
    Proposal proposal = Proposal.of(Evidence.of(upAndDown(10)));
    // From 40 to 60 % it moves 10 / 2 (1 - cos 36 deg) = 0.95 mm, from 30 to 70 % 3.45 mm.
    assertThat(proposal.gate().window().fromPercent()).isEqualTo(40);
    assertThat(proposal.gate().window().toPercent()).isEqualTo(60);
    assertThat(proposal.gate().residual().siMm()).isCloseTo(0.955, within(0.001));
    assertThat(proposal.gate().dutyCycle()).isCloseTo(0.3, within(1e-9));
    assertThat(GatingChoice.around(upAndDown(10), 0, Optional.empty()))
        .extracting(g -> g.window().fromPercent())
        .containsExactly(0.0, 90.0, 80.0, 70.0, 60.0);
  }

  @Test
  void compressionThatHelpsIsProposedForLargeMotion() {
    Evidence evidence =
        new Evidence(
            upAndDown(22),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BreathHoldScans(List.of(Vector3.ZERO, new Vector3(0, 0, 7)))),
            Optional.of(new PeakToPeak(1, 2, 9, 9.2)));
    Proposal proposal = Proposal.of(evidence);
    assertThat(proposal.proposed()).isEqualTo(Technique.COMPRESSION);
    assertThat(proposal.option(Technique.BREATH_HOLD).verdict()).isEqualTo(Verdict.UNSUITABLE);
  }

  @Test
  void breathHoldsHaveARangeAndADeviation() {
    BreathHoldScans holds =
        new BreathHoldScans(List.of(Vector3.ZERO, new Vector3(0, 3, 4), new Vector3(0, 3, 4)));
    assertThat(holds.rangeMm()).isEqualTo(5);
    assertThat(holds.deviationMm()).isCloseTo(Math.sqrt(50.0 / 3 / 2), within(1e-9));
  }

  @Test
  void aPersonDecidesAndSaysWhyAgainstTheProposal() {
    Proposal proposal = Proposal.of(Evidence.of(upAndDown(10)));
    Instant when = Instant.parse("2026-11-24T10:00:00Z");
    assertThat(
            new Decision(proposal, Technique.MID_VENTILATION, "physicist A", when, "")
                .followsProposal())
        .isTrue();
    assertThatThrownBy(() -> new Decision(proposal, Technique.GATED, "physicist A", when, " "))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Decision(proposal, Technique.GATED, "", when, "why"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
