package org.breathline.study.motion;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.motion.management.Technique;
import org.breathline.core.progress.Progress;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.segmentation.LungTumour;
import org.breathline.core.structure.ContourTracer;
import org.breathline.core.structure.Occupancy;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.dicom.io.DicomReader;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.structure.StructureSetContext;
import org.breathline.exchange.structure.StructureSetWriter;
import org.breathline.study.InputException;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.output.Json;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.report.Schemas;
import org.breathline.study.structures.TumourChoice;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The motion in the real 4DCT, whose tumour was measured by its publishers' successors. */
final class AnalyseMotionTest {

  private static final String SORTED = "4dct/popi-light";
  private static final String TRACE = "traces/varian-rpm-real.vxp";

  /** The tumour's height in every phase, mm. */
  private static final double[] HEIGHTS = {
    -9.2, -10.0, -9.4, -7.4, -4.4, -1.6, -1.4, -3.3, -5.3, -7.7
  };

  private static MotionRequest request(Vector3 seed, Optional<TraceRequest> trace) {
    return new MotionRequest(
        TestData.get(SORTED),
        Optional.of(new TumourChoice.Clicked(seed, Optional.empty())),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        trace,
        Optional.of(
            new DecisionRequest(
                Technique.BREATH_HOLD, "physicist on duty", "the patient holds it well")));
  }

  @Test
  @RequiresData({SORTED, TRACE})
  void theRealTumourFromOneClick(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("motion");
    MotionSummary summary =
        AnalyseMotion.run(
            request(
                new Vector3(-86.7, 80.4, -10), Optional.of(TraceRequest.of(TestData.get(TRACE)))),
            out,
            Progress.SILENT);
    assertThat(summary.structures()).hasSize(1);
    MotionSummary.Structure tumour = summary.structures().getFirst();
    double worst = 0;
    for (int p = 0; p < 10; p++) {
      assertThat(tumour.centroidMm().get(p).percent()).isEqualTo(10.0 * p);
      double miss = Math.abs(tumour.centroidMm().get(p).z() - HEIGHTS[p]);
      assertThat(miss).as("phase %d %%", 10 * p).isLessThan(1);
      worst = Math.max(worst, miss);
    }
    MotionSummary.PhasePoint inhaled = tumour.centroidMm().get(1);
    MotionSummary.PhasePoint exhaled = tumour.centroidMm().get(6);
    assertThat(exhaled.z() - inhaled.z()).isCloseTo(8.6, within(1.0));
    assertThat(inhaled.y() - exhaled.y()).isCloseTo(3.0, within(1.0));
    assertThat(tumour.beyondTg76()).isTrue();
    ValidationRecord.write(
        "motion",
        "real tumour, one click: SI motion from 10 % to 60 %",
        exhaled.z() - inhaled.z(),
        "8.6 mm",
        "within 1",
        "mm");
    ValidationRecord.write(
        "motion",
        "real tumour, one click: AP motion from 10 % to 60 %",
        inhaled.y() - exhaled.y(),
        "3.0 mm",
        "within 1",
        "mm");
    ValidationRecord.write(
        "motion",
        "real tumour, one click: worst deviation of its height over ten phases",
        worst,
        "0, the known path",
        "below 1",
        "mm");
    // Known by voxels below -400 HU: 5322 mL at 20 %, 4876 mL at 60 %.
    assertThat(summary.lungs().fullestPercent()).isEqualTo(20);
    assertThat(summary.lungs().emptiestPercent()).isEqualTo(60);
    assertThat(summary.lungs().tidalMl()).isCloseTo(446, within(10.0));
    assertThat(summary.domes()).hasSize(2);
    assertThat(Schemas.check("motion", Json.text(summary))).isEmpty();
    assertThat(Schemas.check("motion", Files.readString(out.resolve("motion.json")))).isEmpty();
    MotionSummary.DecisionFigures decision = requireNonNull(summary.decision());
    assertThat(decision.chosen()).isEqualTo("breath_hold");
    assertThat(decision.decidedBy()).isEqualTo("physicist on duty");
    assertThat(decision.followsProposal())
        .isEqualTo(requireNonNull(summary.proposal()).proposed().equals("breath_hold"));
    assertThat(out.resolve("tumour.svg")).isNotEmptyFile();
    assertThat(out.resolve("lungs.svg")).isNotEmptyFile();
  }

  /** The tumour found at 50 %, drawn in a structure set of that phase. */
  private static Path drawn(Path folder) throws Exception {
    LoadedPhases loaded = LoadedPhases.load(TestData.get(SORTED), Progress.SILENT);
    ShortVolume volume = loaded.nearest(50).volume();
    RunLengthMask tumour =
        LungTumour.of(volume, LungAir.of(volume), new Vector3(-86, 77, -2)).mask();
    List<CtSlice> slices = loaded.source().stack(50).slices();
    StructureSetContext context =
        new StructureSetContext(
            "TEST",
            "A tumour",
            slices,
            DicomReader.readHeader(slices.getFirst().file()).dataset(),
            StructureSetContext.Algorithm.SEMIAUTOMATIC,
            LocalDateTime.of(2026, 1, 2, 3, 4));
    Path file = folder.resolve("rs.dcm");
    StructureSetWriter.write(
        file,
        context,
        List.of(
            Structure.of(
                1,
                "GTV",
                StructureType.GTV,
                ContourTracer.traceWithKeyholes(Occupancy.of(tumour).levelSet()))));
    return file;
  }

  @Test
  @Tag("full")
  @RequiresData(SORTED)
  void aDrawnTumourIsCarriedByFields(@TempDir Path folder) throws Exception {
    Path out = folder.resolve("motion");
    MotionSummary summary =
        AnalyseMotion.run(
            new MotionRequest(
                TestData.get(SORTED),
                Optional.empty(),
                Optional.of(drawn(folder)),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty()),
            out,
            Progress.SILENT);
    MotionSummary.Structure tumour = summary.structures().getFirst();
    assertThat(tumour.name()).isEqualTo("GTV");
    assertThat(tumour.source()).isEqualTo("displacement_fields");
    assertThat(tumour.referencePercent()).isEqualTo(50);
    double siMm = tumour.centroidMm().get(6).z() - tumour.centroidMm().get(1).z();
    double apMm = tumour.centroidMm().get(1).y() - tumour.centroidMm().get(6).y();
    ValidationRecord.write(
        "motion",
        "real tumour, carried by fields: SI motion from 10 % to 60 %",
        siMm,
        "8.6 mm",
        "within 1",
        "mm");
    ValidationRecord.write(
        "motion",
        "real tumour, carried by fields: AP motion from 10 % to 60 %",
        apMm,
        "3.0 mm",
        "within half a pixel, 2.5: the millimetre that a click keeps, registration does not",
        "mm");
    assertThat(siMm).isCloseTo(8.6, within(1.0));
    assertThat(apMm).isCloseTo(3.0, within(2.5));
    assertThat(summary.proposal()).isNotNull();
    assertThat(Schemas.check("motion", Json.text(summary))).isEmpty();
    for (String image :
        List.of("mid-position", "model-residual", "ventilation-jacobian", "ventilation-density")) {
      assertThat(out.resolve(image + ".mha")).isNotEmptyFile();
    }
  }

  @Test
  @RequiresData(SORTED)
  void aClickBesideTheTumourIsRefusedAndNothingIsLeft(@TempDir Path folder) {
    Path out = folder.resolve("motion");
    assertThatThrownBy(() ->
            AnalyseMotion.run(
                request(new Vector3(400, 0, 0), Optional.empty()), out, Progress.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("outside");
    assertThat(folder).isEmptyDirectory();
  }
}
