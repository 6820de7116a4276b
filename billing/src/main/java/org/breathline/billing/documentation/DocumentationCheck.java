package org.breathline.billing.documentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds evidence and statements against the {@linkplain Requirement requirements}. Any modality and
 * any management is accepted with the evidence that fits it: ten phases are not asked of a
 * breath-hold, nor a gating window of free breathing. How much moved is recorded and never a reason
 * against: necessity precedes the scan, and a scan that finds little was as necessary as another.
 */
public final class DocumentationCheck {

  /** TG-76: motion above this is managed; it chooses the management. */
  private static final double MANAGED_ABOVE_MM = 5;

  private final EvidenceRecord evidence;
  private final Supplement stated;
  private final List<Documentation.Lacking> lacking = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private DocumentationCheck(EvidenceRecord evidence, Supplement stated) {
    this.evidence = evidence;
    this.stated = stated;
  }

  /**
   * Checks.
   *
   * @param changes since signing
   * @param broken where the chain of evidence is broken
   */
  public static Documentation of(
      EvidenceRecord evidence,
      Supplement stated,
      List<Staleness.Change> changes,
      Optional<EvidenceChain.Break> broken) {
    DocumentationCheck check = new DocumentationCheck(evidence, stated);
    check.beforeTheScan();
    check.technique();
    check.motion();
    check.afterTheScan();
    changes.stream()
        .map(Staleness.Change::words)
        .distinct()
        .forEach(words -> check.lacks(Requirement.UNCHANGED, words));
    broken.ifPresent(b ->
        check.lacks(
            Requirement.UNBROKEN, "Entry %d of the evidence: %s.".formatted(b.number(), b.why())));
    return new Documentation(check.lacking, check.remarks);
  }

  private void lacks(Requirement requirement, String why) {
    lacking.add(Documentation.Lacking.of(requirement, why));
  }

  private void beforeTheScan() {
    Supplement.Order order = stated.order();
    if (order == null || absent(order.text()) || absent(order.by())) {
      lacks(Requirement.ORDER, "No order is stated.");
    } else if (afterScan(order.date())) {
      lacks(Requirement.ORDER, "The order is dated after the scan.");
    }
    Supplement.Indication indication = stated.indication();
    if (indication == null || absent(indication.text()) || absent(indication.site())) {
      lacks(Requirement.INDICATION, "No indication is stated.");
    } else if (afterScan(indication.knownOn())) {
      lacks(Requirement.INDICATION, "The indication was known only after the scan.");
    } else if (absent(indication.priorImaging())) {
      remarks.add("No prior imaging is stated that the indication rests on; payers ask for it.");
    }
    if (evidence.scanDate() == null) {
      remarks.add(
          "The images do not say when they were taken: order and indication are not dated against them.");
    }
  }

  private boolean afterScan(@Nullable LocalDate day) {
    LocalDate scan = evidence.scanDate();
    return day == null || (scan != null && day.isAfter(scan));
  }

  private void technique() {
    Supplement.Technique technique = stated.technique();
    if (technique == null || technique.management() == null) {
      lacks(Requirement.TECHNIQUE, "Nobody states how the breathing was managed.");
      return;
    }
    if (absent(technique.modality()) && evidence.modality() == null) {
      lacks(Requirement.TECHNIQUE, "There are no images, and no modality is stated.");
    }
    if (absent(technique.surrogate()) && evidence.about(Figure.Topic.SURROGATE).isEmpty()) {
      lacks(Requirement.SURROGATE, "There is no trace, and no surrogate is stated.");
    }
    switch (technique.management()) {
      case FREE_BREATHING -> {
        if (evidence.about(Figure.Topic.PHASES).isEmpty() && stated.motion().isEmpty()) {
          lacks(
              Requirement.MANAGEMENT_EVIDENCE,
              "Free breathing needs the breath imaged or the motion over it measured.");
        }
      }
      case GATED -> needs(technique.window(), "Gating needs its window of the breath.");
      case BREATH_HOLD ->
          needs(technique.window(), "A breath-hold needs its level, and how well it was held.");
      case COMPRESSION -> needs(technique.device(), "Compression needs its device and setting.");
    }
    if (technique.management() == Management.BREATH_HOLD) {
      remarks.add(
          "What payers make of 77293 for a breath-hold is not known; the code's own scope covers it.");
    }
  }

  private void needs(@Nullable String words, String why) {
    if (absent(words)) {
      lacks(Requirement.MANAGEMENT_EVIDENCE, why);
    }
  }

  private void motion() {
    double[] millimetres =
        DoubleStream.concat(
                evidence.about(Figure.Topic.MOTION).stream()
                    .filter(f -> f.unit().equals("mm"))
                    .map(Figure::value)
                    .flatMap(Stream::ofNullable)
                    .mapToDouble(v -> v),
                stated.motion().stream().mapToDouble(Supplement.StatedMotion::valueMm))
            .toArray();
    if (millimetres.length == 0) {
      lacks(Requirement.MEASURED_MOTION, "No motion was measured, here or elsewhere.");
      return;
    }
    double most = DoubleStream.of(millimetres).max().getAsDouble();
    if (most <= MANAGED_ABOVE_MM) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "The greatest measured motion is %.1f mm. That chooses the management (AAPM TG-76"
                  + " manages motion above 5 mm); it does not make the simulation less necessary.",
              most));
    }
  }

  private void afterTheScan() {
    Supplement.Decision decision = stated.decision();
    if (decision == null || decision.management() == null || absent(decision.reason())) {
      lacks(Requirement.DECISION, "No management was decided on the measured motion.");
    } else if (absent(decision.by())) {
      lacks(Requirement.DECISION, "Nobody is named for the decision.");
    }
    if (absent(stated.findings())) {
      lacks(Requirement.FINDINGS, "No findings are stated.");
    }
    if (absent(stated.planUse())) {
      lacks(Requirement.PLAN_USE, "Nobody states how the plan uses the findings.");
    }
    if (!evidence.has(SourceObject.Role.PLAN)) {
      remarks.add("The study holds no plan: how the plan uses the findings rests on words alone.");
    }
    Supplement.Interpretation interpretation = stated.interpretation();
    if (interpretation == null || absent(interpretation.text()) || absent(interpretation.by())) {
      lacks(Requirement.INTERPRETATION, "The physician's interpretation is missing.");
    }
    if (stated.signature() == null) {
      lacks(Requirement.SIGNATURE, "Nobody signed.");
    }
    if (stated.reviews().isEmpty()) {
      remarks.add("No review by a medical physicist is recorded.");
    }
  }

  private static boolean absent(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
