package org.breathline.study.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.study.plot.ColourScale;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.MapPanel;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.KeyValue;
import org.breathline.study.report.Block.KeyValues;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.ReportDocument;

/** The pages about what displacement fields tell: the motion model and ventilation. */
final class FollowedSection {

  /** Growth by so much is the darkest colour: lungs seldom grow by more in quiet breathing. */
  private static final double MOST_GROWTH = 0.6;

  private final FollowedMotion motion;

  FollowedSection(FollowedMotion motion) {
    this.motion = motion;
  }

  List<Block> blocks() {
    FollowedMotion.VentilationResult ventilation = motion.ventilation();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Motion model and ventilation"));
    blocks.add(
        new Paragraph(
            "Every point's motion is modelled as a linear function of how full the lungs are and how fast they fill (Low et al., Int J Radiat Oncol Biol Phys 63, 921, 2005). The mid-position CT, made with it, is in the folder mid-position.",
            false));
    blocks.add(
        new KeyValues(
            List.of(
                new KeyValue(
                    "Model's error in the lungs",
                    "%s mm on average, %s mm at the 95th percentile"
                        .formatted(
                            Figures.fixed(motion.modelMeanMm(), 2),
                            Figures.fixed(motion.modelP95Mm(), 2))),
                new KeyValue("Torn in the mid-position CT", Figures.percent(motion.tornShare())),
                new KeyValue(
                    "Growth of the lungs",
                    "%s by Jacobian, %s by density"
                        .formatted(
                            Figures.percent(ventilation.meanByJacobian()),
                            Figures.percent(ventilation.meanByDensity()))),
                new KeyValue(
                    "Correlation of the two", Figures.fixed(ventilation.correlation(), 2)))));
    blocks.add(maps(ventilation));
    return blocks;
  }

  private static Illustration maps(FollowedMotion.VentilationResult ventilation) {
    String words =
        String.format(
            Locale.ROOT,
            "Growth of the lungs from %.0f %% to %.0f %% in a coronal plane",
            ventilation.fromPercent(),
            ventilation.toPercent());
    return new Illustration(
        new MapPanel(
            ventilation.maps(),
            new ColourScale(-MOST_GROWTH / 3, MOST_GROWTH),
            "growth, share of the volume",
            ReportDocument.WIDTH,
            words + "."),
        words
            + ": by the Jacobian determinant of the field (Reinhardt et al., 2008), by density at conserved mass (Guerrero et al., 2006), and their difference, the first less the second. The two disagree where blood shifts, where the lungs slide, and where the field is wrong.");
  }
}
