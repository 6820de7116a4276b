package org.breathline.study.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.motion.management.Technique;
import org.breathline.study.plot.Figures;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.Table;

/** The pages about what is done about the motion: what the figures speak for, what was decided. */
final class ManagementSection {

  private final MotionSummary summary;

  ManagementSection(MotionSummary summary) {
    this.summary = summary;
  }

  /** Empty without a target. */
  List<Block> blocks() {
    MotionSummary.Management proposal = summary.proposal();
    if (proposal == null) {
      return List.of();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Motion management"));
    blocks.add(
        new Paragraph(
            String.format(
                Locale.ROOT,
                "The figures speak for %s. The gating window that was judged is %.0f to %.0f %%: %.0f %% of the time, %.1f mm of motion left.",
                proposal.words(),
                proposal.gate().fromPercent(),
                proposal.gate().toPercent(),
                100 * proposal.gate().dutyCycle(),
                proposal.gate().residualMm()),
            false));
    blocks.add(new Paragraph(decided(), false));
    blocks.add(table(proposal));
    return blocks;
  }

  private String decided() {
    MotionSummary.DecisionFigures decision = summary.decision();
    if (decision == null) {
      return "A person decides; no decision has been recorded (--decide).";
    }
    return "Decided for %s, %s the proposal, by %s at %s%s"
        .formatted(
            decision.words(),
            decision.followsProposal() ? "following" : "against",
            decision.decidedBy(),
            decision.decidedAtUtc(),
            decision.rationale().isBlank() ? "." : ": " + decision.rationale());
  }

  private static Table table(MotionSummary.Management proposal) {
    List<List<String>> rows = new ArrayList<>();
    for (MotionSummary.Judged option : proposal.options()) {
      String technique = Technique.valueOf(option.technique().toUpperCase(Locale.ROOT)).words();
      String verdict = option.verdict().replace('_', ' ');
      if (option.reasons().isEmpty()) {
        rows.add(List.of(technique, verdict, Figures.NONE, Figures.NONE, Figures.NONE));
      }
      for (MotionSummary.Why why : option.reasons()) {
        boolean first = why.equals(option.reasons().getFirst());
        rows.add(
            List.of(
                first ? technique : "",
                first ? verdict : "",
                why.speaksFor() ? "+" : "\u2212",
                why.text(),
                why.source()));
      }
    }
    return new Table(
        "Every technique with what speaks for it (+) and against it (\u2212).",
        List.of(
            Column.words("Technique"),
            Column.words("Verdict"),
            Column.words(""),
            Column.words("Reason"),
            Column.words("Source")),
        rows);
  }
}
