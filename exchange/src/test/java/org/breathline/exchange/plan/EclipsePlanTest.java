package org.breathline.exchange.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.Contour;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.BeamQuality;
import org.breathline.core.treatment.ControlPoint;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.core.treatment.Rotation.Direction;
import org.breathline.core.treatment.Segment;
import org.breathline.core.treatment.SegmentSampling;
import org.breathline.core.treatment.Technique;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.exchange.structure.StructureSet;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;

/** Plans of a commercial system: what they say, and which way its angles turn. */
final class EclipsePlanTest {

  private static final String ARCS = "dose/rtplan/tg119-cshape-2-arcs.dcm";
  private static final String FIELDS = "dose/rtplan/tg119-headneck-7-fields.dcm";
  private static final String PROSTATE = "dvh/eclipse-prostate";

  @Test
  @RequiresData(ARCS)
  void arcsAreReadWithEveryControlPoint() throws IOException {
    RtPlan read = PlanReader.read(TestData.get(ARCS));
    assertThat(read.findings()).isEmpty();
    TreatmentPlan plan = read.plan();
    assertThat(plan.beams()).hasSize(2);
    assertThat(plan.fractions()).isEqualTo(26);
    Beam first = plan.beam(1);
    Beam second = plan.beam(2);
    assertThat(first.controlPoints()).hasSize(180);
    assertThat(second.controlPoints()).hasSize(180);
    assertThat(first.technique()).isEqualTo(Technique.ARC);
    assertThat(first.quality()).isEqualTo(BeamQuality.X6);
    assertThat(first.position()).isEqualTo(PatientPosition.HFS);
    assertThat(first.monitorUnits()).isCloseTo(343.960857196143, within(1e-9));
    assertThat(first.controlPoints().getFirst().gantry().degrees()).isEqualTo(181);
    assertThat(first.controlPoints().getFirst().gantry().direction()).isEqualTo(Direction.RISING);
    assertThat(second.controlPoints().getLast().gantry().degrees()).isEqualTo(181);
    assertThat(second.controlPoints().getFirst().gantry().direction()).isEqualTo(Direction.FALLING);
    assertThat(turned(first)).isCloseTo(358, within(1e-6));
    assertThat(turned(second)).isCloseTo(-358, within(1e-6));
    // Jaws and collimator are said once and hold for all.
    ControlPoint last = first.controlPoints().getLast();
    assertThat(last.collimator().degrees()).isEqualTo(5);
    assertThat(last.aperture().jaws().y2Mm()).isEqualTo(48.2);
    assertThat(last.aperture().leaves().orElseThrow().collimator().pairs()).isEqualTo(60);
  }

  private static double turned(Beam beam) {
    double sum = 0;
    for (int i = 0; i + 1 < beam.controlPoints().size(); i++) {
      sum += beam.controlPoints().get(i).gantry().turnTo(beam.controlPoints().get(i + 1).gantry());
    }
    return sum;
  }

  @Test
  @RequiresData(FIELDS)
  void slidingWindowFieldsAreReadWithEveryControlPoint() throws IOException {
    RtPlan read = PlanReader.read(TestData.get(FIELDS));
    assertThat(read.findings()).isEmpty();
    TreatmentPlan plan = read.plan();
    assertThat(plan.beams())
        .extracting(beam -> beam.controlPoints().size())
        .containsExactly(126, 166, 166, 166, 124, 151, 166, 166, 166);
    assertThat(plan.beams()).allMatch(beam -> beam.technique() == Technique.SLIDING_WINDOW);
    assertThat(plan.beams().stream().mapToDouble(Beam::monitorUnits).sum()).isEqualTo(1722);
    assertThat(plan.prescriptionGy()).hasValue(52);
    double units =
        plan.beams().stream()
            .flatMap(beam -> beam.segments(SegmentSampling.USUAL).stream())
            .mapToDouble(Segment::monitorUnits)
            .sum();
    assertThat(units).isCloseTo(1722, within(1e-6));
  }

  /**
   * Four fields were shaped around the target of a real structure set: its outline as the beam sees
   * it lies in each aperture only if gantry and leaves turn the way that the planning system turned
   * them.
   */
  @Test
  @RequiresData(PROSTATE)
  void theTargetIsSeenThroughTheAperturesThatWereShapedAroundIt() throws IOException {
    RtPlan read = PlanReader.read(file("RP."));
    StructureSet structures = StructureSetReader.read(file("RS."));
    read.requireFor(structures.patientId(), structures.framesOfReference().getFirst());
    assertThat(read.findings())
        .extracting(PlanFinding::kind)
        .containsExactly(PlanFinding.Kind.UNUSED_BEAM);
    List<Contour> target = structures.find("PTV").orElseThrow().contours();
    assertThat(read.plan().beams()).hasSize(4);
    assertThat(seen(read.plan(), target, PatientPosition.HFS, 1, 0)).isGreaterThan(0.999);
    assertThat(seen(read.plan(), target, PatientPosition.HFS, -1, 0)).isLessThan(0.999);
    // The bladder lies before the target, in the fields, and part of the rectum is shielded.
    List<Contour> bladder = structures.find("Bladder").orElseThrow().contours();
    List<Contour> rectum = structures.find("Rectum").orElseThrow().contours();
    assertThat(seen(read.plan(), bladder, PatientPosition.HFS, 1, 0)).isGreaterThan(0.95);
    assertThat(seen(read.plan(), bladder, PatientPosition.HFS, -1, 0)).isLessThan(0.9);
    assertThat(seen(read.plan(), bladder, PatientPosition.HFP, 1, 0)).isLessThan(0.9);
    assertThat(seen(read.plan(), rectum, PatientPosition.HFS, 1, 0))
        .isLessThan(seen(read.plan(), rectum, PatientPosition.HFS, -1, 0));
    // The fields reach farther to the feet than to the head.
    assertThat(seen(read.plan(), target, PatientPosition.HFS, 1, 180)).isLessThan(0.8);
    assertThat(seen(read.plan(), target, PatientPosition.FFS, 1, 0)).isLessThan(0.8);
  }

  /** What part of the points of contours all beams see, if their angles are taken otherwise. */
  private static double seen(
      TreatmentPlan plan,
      List<Contour> contours,
      PatientPosition position,
      int gantrySign,
      double collimatorDeg) {
    double sum = 0;
    for (Beam beam : plan.beams()) {
      ControlPoint point = beam.controlPoints().getFirst();
      double gantry = gantrySign * point.gantry().degrees();
      BeamFrame frame = BeamFrame.of(beam.isocentre(), 1000, position, gantry, collimatorDeg, 0);
      sum += seen(frame, point.aperture(), contours);
    }
    return sum / plan.beams().size();
  }

  /** What part of the points of contours are seen through an aperture. */
  private static double seen(BeamFrame frame, Aperture aperture, List<Contour> contours) {
    int all = 0;
    int open = 0;
    for (Contour contour : contours) {
      for (int i = 0; i < contour.size(); i++) {
        Vector3 projected = frame.project(contour.point(i));
        all++;
        open += aperture.isOpen(projected.x(), projected.y()) ? 1 : 0;
      }
    }
    return (double) open / all;
  }

  private static Path file(String prefix) throws IOException {
    try (var files = Files.list(TestData.get(PROSTATE))) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }
}
