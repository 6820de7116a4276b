package org.breathline.billing.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What suffices, what lacks, and what makes a signature stale. */
final class DocumentationTest {

  private static final Instant AT = Instant.parse("2026-03-11T10:05:00Z");

  @Test
  void aSimulationDocumentedInFullMayBeBilled() throws Exception {
    DocumentedStudy study = record(Samples.evidence("c", 12.5), Samples.stated());
    assertThat(study.documentation().lacking()).isEmpty();
    assertThat(study.documentation().billable()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.4, 3.1, 5, 30})
  void smallMotionIsNeverAReasonAgainst(double millimetres) throws Exception {
    Documentation answer =
        record(Samples.evidence("c", millimetres), Samples.stated()).documentation();
    assertThat(answer.billable()).isTrue();
    assertThat(answer.remarks().stream().anyMatch(r -> r.contains("less necessary")))
        .isEqualTo(millimetres <= 5);
  }

  @Test
  void nothingStatedIsAllMissingAndNothingIsInvented() throws Exception {
    Documentation answer = record(Samples.evidence("c", 12.5), Supplement.NONE).documentation();
    assertThat(answer.lacking().stream().map(Documentation.Lacking::requirement))
        .containsExactly(
            Requirement.ORDER,
            Requirement.INDICATION,
            Requirement.TECHNIQUE,
            Requirement.DECISION,
            Requirement.FINDINGS,
            Requirement.PLAN_USE,
            Requirement.INTERPRETATION,
            Requirement.SIGNATURE);
  }

  @Test
  void theInterpretationAloneLacks() throws Exception {
    Documentation answer =
        record(Samples.evidence("c", 12.5), Samples.stated().withInterpretation(null))
            .documentation();
    assertThat(answer.lacking())
        .singleElement()
        .satisfies(l -> assertThat(l.requirement()).isEqualTo(Requirement.INTERPRETATION));
  }

  @Test
  void anIndicationFoundByTheScanIsNone() throws Exception {
    Supplement late =
        with(s ->
            new Supplement(
                s.order(),
                new Supplement.Indication(Samples.SCAN.plusDays(1), "lung", "it moves", null),
                s.technique(),
                s.motion(),
                s.decision(),
                s.findings(),
                s.planUse(),
                s.interpretation(),
                s.reviews(),
                s.signature(),
                s.claim()));
    assertThat(record(Samples.evidence("c", 12.5), late).documentation().lacking())
        .singleElement()
        .satisfies(l -> assertThat(l.why()).contains("only after the scan"));
  }

  @ParameterizedTest
  @EnumSource(Management.class)
  void everyManagementIsAcceptedWithTheEvidenceThatFits(Management management) throws Exception {
    Supplement.Technique fits =
        Samples.technique(management, "marker", "belt, 20 N", "audio", "30 % to 70 %");
    assertThat(record(Samples.evidence("c", 2), Samples.stated(fits)).documentation().billable())
        .isTrue();
    Supplement.Technique bare = Samples.technique(management, "marker", null, null, null);
    boolean needsMore = management != Management.FREE_BREATHING;
    assertThat(
            record(Samples.evidence("c", 2), Samples.stated(bare))
                .documentation()
                .meets(Requirement.MANAGEMENT_EVIDENCE))
        .isEqualTo(!needsMore);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MR", "fluoroscopy", "ultrasound"})
  void anyModalityIsAcceptedWithMotionMeasuredElsewhere(String modality) throws Exception {
    EvidenceRecord nothing =
        new EvidenceRecord(
            null, null, Samples.SCAN, "Breathline 0.1.0", List.of(), List.of(), List.of());
    Supplement stated =
        with(s ->
            new Supplement(
                s.order(),
                s.indication(),
                new Supplement.Technique(
                    modality, Management.FREE_BREATHING, "navigator", null, null, null),
                List.of(new Supplement.StatedMotion("liver dome", 14, "cine, two planes", "1.2.9")),
                s.decision(),
                s.findings(),
                s.planUse(),
                s.interpretation(),
                s.reviews(),
                s.signature(),
                s.claim()));
    assertThat(record(nothing, stated).documentation().lacking()).isEmpty();
  }

  @Test
  void aLaterEditOfTheContoursMakesAllOfItStaleUntilItIsSignedAnew() throws Exception {
    EvidenceRecord edited = Samples.evidence("e", 12.5);
    DocumentedStudy first = record(Samples.evidence("c", 12.5), Samples.stated());
    assertThat(first.isStale()).isFalse();

    DocumentedStudy second =
        DocumentedStudy.record(edited, Samples.stated(), first.chain(), AT.plusSeconds(1));
    assertThat(second.isStale()).isTrue();
    assertThat(second.documentation().billable()).isFalse();
    assertThat(second.documentation().lacking().stream().map(Documentation.Lacking::why))
        .contains("The contours 1.2.3.rs changed after the physician signed.");

    Supplement anew =
        with(s ->
            new Supplement(
                s.order(),
                s.indication(),
                s.technique(),
                s.motion(),
                s.decision(),
                s.findings(),
                s.planUse(),
                s.interpretation(),
                List.of(
                    new Supplement.Sign(
                        "M. Physicist, PhD", "physicist", "2026-03-12T09:00:00Z", "checked")),
                Samples.signature("2026-03-12T10:00:00Z"),
                s.claim()));
    DocumentedStudy third = DocumentedStudy.record(edited, anew, second.chain(), AT.plusSeconds(2));
    assertThat(third.isStale()).isFalse();
    assertThat(third.documentation().billable()).isTrue();
  }

  @Test
  void wordsChangedUnderASignatureAreStaleToo() throws Exception {
    EvidenceRecord evidence = Samples.evidence("c", 12.5);
    DocumentedStudy first = record(evidence, Samples.stated());
    Supplement other =
        Samples.stated()
            .withInterpretation(
                new Supplement.Interpretation("Gating.", "R. Oncologist, MD", Samples.SCAN));
    DocumentedStudy second = DocumentedStudy.record(evidence, other, first.chain(), AT);
    assertThat(second.changes().stream().map(Staleness.Change::words))
        .contains("The statement interpretation changed after the physician signed.");
  }

  private static Supplement with(UnaryOperator<Supplement> change) {
    return change.apply(Samples.stated());
  }

  private static DocumentedStudy record(EvidenceRecord evidence, Supplement stated)
      throws Exception {
    return DocumentedStudy.record(evidence, stated, EvidenceChain.empty(), AT);
  }
}
