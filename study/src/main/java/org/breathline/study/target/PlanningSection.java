package org.breathline.study.target;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.structure.SurfaceMesh;
import org.breathline.study.plot.Figures;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.KeyValue;
import org.breathline.study.report.Block.KeyValues;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.CtWindow;
import org.breathline.study.report.OutlineFigure;

/** The page about the image that is planned on. */
final class PlanningSection {

  private final PlanningStep.Carried carried;
  private final double referencePercent;

  PlanningSection(PlanningStep.Carried carried, double referencePercent) {
    this.carried = carried;
    this.referencePercent = referencePercent;
  }

  List<Block> blocks() {
    PlanningFigures figures = carried.figures();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "The image that is planned on"));
    blocks.add(
        new Paragraph(
            "Chosen: %s. The structures on it are in %s; GTV and CTV are drawn as they are in the %s %% phase."
                .formatted(
                    words(figures.planOn()),
                    figures.structures(),
                    Figures.fixed(referencePercent, 0)),
            false));
    PlanningFigures.Rigid rigid = figures.rigid();
    if (rigid != null) {
      blocks.add(rigid(rigid));
    }
    OutlineFigure figure =
        OutlineFigure.around(
            carried.image().volume(),
            carried.regions().stream()
                .filter(r -> !r.name().startsWith("GTV_"))
                .map(MadeTarget.Region::outline)
                .toList(),
            SurfaceMesh.of(itv().region()).centroid(),
            CtWindow.LUNG);
    blocks.add(
        new Illustration(
            figure,
            "The image that is planned on with the carried outlines, planes through the middle of the ITV: look whether they lie on the tumour."));
    return blocks;
  }

  private MadeTarget.Region itv() {
    return carried.regions().stream()
        .filter(r -> r.name().equals("ITV"))
        .findFirst()
        .orElse(carried.regions().getFirst());
  }

  private static String words(String planOn) {
    return switch (planOn) {
      case "3d" -> "the planning CT";
      case "average" -> "the average of the phases that count";
      case "mid-position" -> "the mid-position CT";
      default -> "the " + planOn + " % phase";
    };
  }

  private static KeyValues rigid(PlanningFigures.Rigid rigid) {
    return new KeyValues(
        List.of(
            new KeyValue(
                "Shift at the tumour",
                "LR %s, AP %s, SI %s mm"
                    .formatted(
                        Figures.signed(rigid.shiftMm().lr(), 1),
                        Figures.signed(rigid.shiftMm().ap(), 1),
                        Figures.signed(rigid.shiftMm().si(), 1))),
            new KeyValue("Turn", Figures.fixed(rigid.rotationDegrees(), 2) + "°"),
            new KeyValue("Frame of reference", rigid.sameFrame() ? "the same" : "another"),
            new KeyValue("Correlation", Figures.fixed(rigid.correlation(), 3)),
            new KeyValue("Body in both", Figures.percent(rigid.overlap())),
            new KeyValue("Not rigid", Figures.percent(rigid.outlierShare())),
            new KeyValue("Second best start", Figures.fixed(rigid.runnerUpMm(), 1) + " mm away"),
            new KeyValue("Registration", rigid.file())));
  }
}
