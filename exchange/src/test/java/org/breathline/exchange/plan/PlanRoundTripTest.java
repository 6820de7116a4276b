package org.breathline.exchange.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.RadiotherapyTag;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan of every technique, written and read again, and in the hands of other programs. */
final class PlanRoundTripTest {

  private static final String PYDICOM =
      """
      import sys, pydicom
      d = pydicom.dcmread(sys.argv[1])
      for b in d.BeamSequence:
          moved = [p for p in b.ControlPointSequence if 'GantryAngle' in p]
          print(b.BeamNumber, len(b.ControlPointSequence), len(moved),
                b.ControlPointSequence[-1].CumulativeMetersetWeight)
      """;

  @TempDir static Path folder;

  private static Path written() throws IOException {
    Path file = folder.resolve("plan.dcm");
    PlanWriter.write(file, SamplePlans.context(), SamplePlans.everyTechnique());
    return file;
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    TreatmentPlan plan = SamplePlans.everyTechnique();
    RtPlan read = PlanReader.read(written());
    assertThat(read.findings()).isEmpty();
    assertThat(read.plan().label()).isEqualTo(plan.label());
    assertThat(read.plan().fractionGroups()).isEqualTo(plan.fractionGroups());
    assertThat(read.plan().doseReferences()).isEqualTo(plan.doseReferences());
    assertThat(read.structureSetUid()).contains(Uid.fromName("sample structures"));
    for (int i = 0; i < plan.beams().size(); i++) {
      Beam mine = plan.beams().get(i);
      Beam theirs = read.plan().beams().get(i);
      assertThat(theirs.monitorUnits()).isCloseTo(mine.monitorUnits(), within(1e-9));
      assertThat(theirs.technique()).isEqualTo(mine.technique());
      assertThat(theirs.controlPoints()).hasSameSizeAs(mine.controlPoints());
      for (int p = 0; p < mine.controlPoints().size(); p++) {
        var point = theirs.controlPoints().get(p);
        var expected = mine.controlPoints().get(p);
        assertThat(point.cumulativeWeight()).isCloseTo(expected.cumulativeWeight(), within(1e-12));
        assertThat(point.aperture()).isEqualTo(expected.aperture());
        assertThat(point.gantry()).isEqualTo(expected.gantry());
        assertThat(point.collimator()).isEqualTo(expected.collimator());
        assertThat(point.couch()).isEqualTo(expected.couch());
      }
    }
  }

  @Test
  void theSamePlanHasTheSameUidAndAnotherHasAnother() throws IOException {
    TreatmentPlan plan = SamplePlans.everyTechnique();
    String uid = uid(plan);
    assertThat(uid(plan)).isEqualTo(uid);
    List<Beam> beams = plan.beams().stream().map(b -> b.withMonitorUnits(7)).toList();
    assertThat(uid(plan.withBeams(beams))).isNotEqualTo(uid);
  }

  private static String uid(TreatmentPlan plan) throws IOException {
    return PlanWriter.compose(SamplePlans.context(), plan).requireString(Tag.SOP_INSTANCE_UID);
  }

  @Test
  void aPlanForAnotherPatientOrFrameIsRefused() throws IOException {
    RtPlan read = PlanReader.read(written());
    String frame = Uid.fromName("sample frame");
    read.requireFor(Optional.of("S1"), frame);
    read.requireFor(Optional.empty(), "");
    assertThatExceptionOfType(PlanMismatchException.class)
        .isThrownBy(() -> read.requireFor(Optional.of("S2"), frame))
        .satisfies(e -> assertThat(e.kind()).isEqualTo(PlanMismatchException.Kind.PATIENT))
        .withMessageNotContaining("S1")
        .withMessageNotContaining("S2");
    assertThatExceptionOfType(PlanMismatchException.class)
        .isThrownBy(() -> read.requireFor(Optional.of("S1"), Uid.fromName("other")))
        .satisfies(
            e -> assertThat(e.kind()).isEqualTo(PlanMismatchException.Kind.FRAME_OF_REFERENCE));
  }

  @Test
  void whatIsNotModelledIsRefusedWithItsTag() throws IOException {
    refused("not of photons", beam -> beam.setString(RadiotherapyTag.RADIATION_TYPE, "ELECTRON"));
    refused(
        "not given by monitor units",
        beam -> beam.setString(RadiotherapyTag.PRIMARY_DOSIMETER_UNIT, "MINUTE"));
    refused("tilt", beam -> point(beam, 0).setDecimal(RadiotherapyTag.TABLE_TOP_PITCH_ANGLE, 2));
    refused(
        "isocentre that moves",
        beam -> point(beam, 1).setDecimal(RadiotherapyTag.ISOCENTER_POSITION, 0, 0, 0));
    refused(
        "positions",
        beam ->
            point(beam, 0)
                .items(RadiotherapyTag.BEAM_LIMITING_DEVICE_POSITION_SEQUENCE)
                .getLast()
                .setDecimal(RadiotherapyTag.LEAF_JAW_POSITIONS, 1, 2, 3));
    refused(
        "fall", beam -> point(beam, 0).setDecimal(RadiotherapyTag.CUMULATIVE_METERSET_WEIGHT, 9));
    refused("is empty", beam -> beam.setItems(RadiotherapyTag.CONTROL_POINT_SEQUENCE, List.of()));
  }

  private static Dataset point(Dataset beam, int index) {
    return beam.items(RadiotherapyTag.CONTROL_POINT_SEQUENCE).get(index);
  }

  private static void refused(String words, Consumer<Dataset> change) throws IOException {
    Dataset object = PlanWriter.compose(SamplePlans.context(), SamplePlans.everyTechnique());
    change.accept(object.items(Tag.BEAM_SEQUENCE).getFirst());
    assertThatExceptionOfType(DicomException.class)
        .isThrownBy(() -> PlanReader.of(object))
        .withMessageContaining(words);
  }

  @Test
  void aWedgeIsReadAndSaidAndASetupFieldIsLeftOut() throws IOException {
    Dataset object = PlanWriter.compose(SamplePlans.context(), SamplePlans.everyTechnique());
    List<Dataset> beams = object.items(Tag.BEAM_SEQUENCE);
    beams.get(0).setInteger(RadiotherapyTag.NUMBER_OF_WEDGES, 1);
    beams.get(1).setString(RadiotherapyTag.TREATMENT_DELIVERY_TYPE, "SETUP");
    RtPlan read = PlanReader.of(object);
    assertThat(read.plan().beams()).hasSize(4);
    assertThat(read.findings())
        .extracting(PlanFinding::kind)
        .containsExactlyInAnyOrder(PlanFinding.Kind.ACCESSORY, PlanFinding.Kind.SETUP_BEAM);
    assertThat(read.plan().beam(1).accessories()).hasSize(1);
  }

  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNeitherErrorNorWarning() throws IOException {
    String output = Tool.run(List.of("dciodvfy", written().toString()), 60).output();
    assertThat(output).contains("RTPlan");
    assertThat(output.lines())
        .noneMatch(line -> line.startsWith("Error") || line.startsWith("Warning"));
  }

  @Test
  @RequiresTool("dcmdump")
  void dcmtkReadsItWithoutAWarning() throws IOException {
    Tool.Result dump = Tool.run(List.of("dcmdump", written().toString()), 60);
    assertThat(dump.exitCode()).as(dump.output()).isZero();
    assertThat(dump.output()).doesNotContain("W: ").doesNotContain("E: ");
  }

  @Test
  @RequiresTool("python3:pydicom")
  void pydicomReadsEveryControlPoint() throws IOException {
    Tool.Result printed = Tool.python(PYDICOM, List.of(written().toString()), 60);
    assertThat(printed.exitCode()).as(printed.output()).isZero();
    assertThat(printed.output().lines())
        .containsExactly("1 2 1 1", "2 4 1 1", "3 2 1 1", "4 91 91 1", "5 2 1 1");
  }

  @Test
  @RequiresTool("plastimatch")
  void plastimatchKnowsItForAPlan() throws IOException {
    // It knows it for a plan; it makes images of doses and structures only.
    Path out = folder.resolve("converted");
    Tool.Result run =
        Tool.run(
            List.of(
                "plastimatch",
                "convert",
                "--input",
                written().toString(),
                "--output-dicom",
                out.toString()),
            60);
    assertThat(run.output()).contains("Found RTPLAN").doesNotContain("terminate called");
  }
}
