package org.breathline.study.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.breathline.core.dose.CollapsedCone;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.dose.machine.Machine;
import org.breathline.core.dose.machine.MachineFiles;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.BeamQuality;
import org.breathline.core.treatment.ControlPoint;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.RadiotherapyTag;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.dose.DoseReader;
import org.breathline.exchange.dose.DoseSummation;
import org.breathline.exchange.dose.RtDose;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Json;
import org.breathline.study.report.Schemas;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan in water, written as DICOM, calculated again; and what is refused. */
final class RecalculateDoseTest {

  private static final int FRACTIONS = 5;
  private static final Aperture OPEN = Aperture.of(Jaws.symmetric(100, 100));
  private static final MultileafCollimator LEAVES =
      new MultileafCollimator(MultileafCollimator.Travel.X, -60, -20, 20, 60);
  private static final Vector3 FRONT = new Vector3(0, -WaterPatient.HALF.y(), 0);

  @TempDir static Path shared;

  private static WaterPatient patient;

  @TempDir private Path folder;

  @BeforeAll
  static void write() throws Exception {
    patient = new WaterPatient(shared, WaterPatient.HALF.y(), 0);
  }

  private static Beam beam(
      int number, Vector3 isocentre, double units, BeamQuality quality, ControlPoint... points) {
    return new Beam(
        number,
        "beam " + number,
        MachineFiles.GENERIC,
        quality,
        1000,
        PatientPosition.HFS,
        isocentre,
        units,
        OptionalDouble.empty(),
        Set.of(),
        List.of(points));
  }

  private static Beam open(int number, double gantryDeg, Vector3 isocentre) {
    return beam(
        number,
        isocentre,
        100,
        BeamQuality.X6,
        ControlPoint.at(0, gantryDeg, 0, 0, OPEN),
        ControlPoint.at(1, gantryDeg, 0, 0, OPEN));
  }

  private static Aperture shaped(double from, double to) {
    return Aperture.of(
        new Jaws(-50, 50, -40, 40),
        new LeafPositions(
            LEAVES, new double[] {from, from - 5, from}, new double[] {to, to, to + 5}));
  }

  private static Beam steps() {
    List<Aperture> shapes = List.of(shaped(-30, 0), shaped(-10, 20), shaped(5, 35));
    ControlPoint[] points = new ControlPoint[6];
    for (int s = 0; s < 3; s++) {
      points[2 * s] = ControlPoint.at(0.3 * s, 40, 10, 0, shapes.get(s));
      points[2 * s + 1] = ControlPoint.at(s == 2 ? 1 : 0.3 * (s + 1), 40, 10, 0, shapes.get(s));
    }
    return beam(3, Vector3.ZERO, 80, BeamQuality.X6, points);
  }

  private static TreatmentPlan plan(Beam... beams) {
    return TreatmentPlan.of("water", "PTV", 10, FRACTIONS, List.of(beams));
  }

  private DoseRequest request(WaterPatient of, TreatmentPlan plan) throws Exception {
    return request(of, of.plan(plan, "P1", "frame"));
  }

  private DoseRequest request(WaterPatient of, Dataset plan) throws Exception {
    Path file = folder.resolve("rp.dcm");
    DicomWriter.write(file, plan);
    return new DoseRequest(
        file,
        of.ct(),
        of.structures(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        WaterPatient.VOXEL_MM);
  }

  private DoseSummary run(DoseRequest request) throws Exception {
    return RecalculateDose.run(request, folder.resolve("out"), Progress.SILENT);
  }

  @Test
  void thePlanHasTheDoseOfItsSegmentsCalculatedOneByOne() throws Exception {
    TreatmentPlan plan = plan(open(1, 0, FRONT), open(2, 90, Vector3.ZERO), steps());
    Path goals = folder.resolve("water.goals");
    Files.writeString(
        goals,
        """
        name: Water
        source: a test
        prescription: 10 Gy in 5 to PTV
        must PTV: D95% >= 5 Gy
        should PTV: Dmax <= 1 Gy
        should Cord: Dmax <= 45 Gy
        """);
    DoseRequest plain = request(patient, plan);
    DoseRequest request =
        new DoseRequest(
            plain.plan(),
            plain.ct(),
            plain.structures(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(goals.toString()),
            WaterPatient.VOXEL_MM);
    DoseSummary summary = run(request);
    RtDose written = DoseReader.read(folder.resolve("out").resolve("dose.dcm"));
    assertThat(written.summation()).isEqualTo(DoseSummation.PLAN);

    FloatVolume expected = oneByOne(plan);
    TrilinearSampling found = new TrilinearSampling(written.dose(), Float.NaN);
    TrilinearSampling direct = new TrilinearSampling(expected, Float.NaN);
    for (double depth : new double[] {15, 50, 92, 150}) {
      for (double across : new double[] {-40, 0, 20}) {
        Vector3 at = FRONT.plus(new Vector3(across, depth, 5));
        assertThat(found.at(at))
            .as("%s mm deep, %s mm across", depth, across)
            .isCloseTo(direct.at(at), within(0.001f * direct.at(at)));
      }
    }

    // The machine's reference: 0.01 Gy a monitor unit at 15 mm under a surface at the isocentre.
    assertThat(summary.beams().getFirst().maximumGy())
        .isCloseTo(FRACTIONS * 100 * 0.01, within(0.03 * FRACTIONS));
    assertThat(summary.beams().getLast().technique()).isEqualTo("step-and-shoot");
    assertThat(summary.beams().getLast().segments()).isEqualTo(3);
    assertThat(summary.beams().getLast().frames()).isEqualTo(1);
    assertThat(summary.structures())
        .extracting(StructureFigures::name)
        .containsExactly("BODY", "PTV");
    // A structure ends at its outermost contours: ten of them span 36 mm of the 40.
    assertThat(summary.structures().get(1).volumeMl()).isCloseTo(57.6, within(0.1));
    assertThat(summary.goals()).extracting(DoseSummary.GoalFigures::met).contains(true, false);
    assertThat(summary.notJudged()).containsExactly("Cord");
    assertThat(summary.notices())
        .extracting(DoseSummary.NoticeFigures::severity)
        .containsOnly("NOTE");
    String json = Json.text(summary);
    assertThat(Schemas.check("dose", json)).isEmpty();
    assertThat(json).doesNotContain("Water^Box").doesNotContain("\"P1\"");
    assertThat(Files.readString(folder.resolve("out").resolve("dose.html")))
        .contains("Isodoses in per cent of 10.00 Gy")
        .contains("must PTV: D95% &gt;= 5 Gy")
        .doesNotContain("Water^Box");
    assertThat(folder.resolve("out").resolve("dose.pdf")).isNotEmptyFile();
    assertThat(Files.readString(folder.resolve("out").resolve("dvh.csv")))
        .startsWith("structure,dose_gy,volume_ml,volume_percent\n\"BODY\",0.0,")
        .contains("\"PTV\",0.0,");
  }

  private static FloatVolume oneByOne(TreatmentPlan plan) {
    Vector3 spacing =
        new Vector3(WaterPatient.VOXEL_MM, WaterPatient.VOXEL_MM, WaterPatient.VOXEL_MM);
    Vector3 first = WaterPatient.HALF.times(-1).plus(spacing.times(0.5));
    Grid grid = new Grid(54, 46, 42, first, spacing, Orientation.AXIAL);
    DensityVolume water = DensityVolume.water(grid);
    Machine machine = MachineFiles.named(MachineFiles.GENERIC);
    CollapsedCone engine = CollapsedCone.of(machine.beam());
    FloatVolume sum = new FloatVolume(grid);
    for (Beam beam : plan.beams()) {
      for (var segment : beam.segments(DoseRequest.SAMPLING)) {
        FluenceMap map = machine.collimation().fluence(segment.aperture());
        FloatVolume dose = engine.dose(water, segment.frame(), map, Progress.SILENT);
        for (int i = 0; i < grid.size(); i++) {
          sum.values()[i] += (float) (dose.values()[i] * segment.monitorUnits() * FRACTIONS);
        }
      }
    }
    return sum;
  }

  @Test
  void plansForAnotherPatientOrFrameAreBadInput() throws Exception {
    TreatmentPlan plan = plan(open(1, 0, Vector3.ZERO));
    DoseRequest other = request(patient, patient.plan(plan, "P2", "frame"));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(other))
        .withMessageContaining("another patient")
        .withMessageNotContaining("P2");
    DoseRequest elsewhere = request(patient, patient.plan(plan, "P1", "another frame"));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(elsewhere))
        .withMessageContaining("frame of reference");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatIsNotModelledIsRefused() throws Exception {
    Dataset wedged = patient.plan(plan(open(1, 0, Vector3.ZERO)), "P1", "frame");
    wedged.items(Tag.BEAM_SEQUENCE).getFirst().setInteger(RadiotherapyTag.NUMBER_OF_WEDGES, 1);
    DoseRequest request = request(patient, wedged);
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> run(request))
        .withMessageContaining("Beam 1 has a wedge");

    Beam hard =
        beam(
            1,
            Vector3.ZERO,
            100,
            new BeamQuality(10, true),
            ControlPoint.at(0, 0, 0, 0, OPEN),
            ControlPoint.at(1, 0, 0, 0, OPEN));
    DoseRequest filterFree = request(patient, plan(hard));
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> run(filterFree))
        .withMessageContaining("10 MV FFF");
  }

  @Test
  void aBeamThatEntersWhereTheCtIsCutOffIsRefused() throws Exception {
    // The water reaches to the CT's front edge, as a patient's does who is too large for it.
    WaterPatient cut = new WaterPatient(folder.resolve("cut"), 108, 0);
    DoseRequest fromFront = request(cut, plan(open(7, 0, Vector3.ZERO)));
    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> run(fromFront))
        .withMessageContaining("Beam 7 enters the patient where the CT is cut off");
    assertThat(run(request(cut, plan(open(7, 180, Vector3.ZERO)))).maximumGy()).isPositive();
  }

  @Test
  void contoursOutsideOfTheCtAreBadInput() throws Exception {
    WaterPatient moved = new WaterPatient(folder.resolve("moved"), WaterPatient.HALF.y(), 0);
    moved.writeStructures(WaterPatient.HALF.y(), new Vector3(500, 0, 0));
    DoseRequest request = request(moved, plan(open(1, 0, Vector3.ZERO)));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(request))
        .withMessageContaining("of \"BODY\" lie outside of the CT");
  }

  @Test
  void metalBeyondTheCalibrationAndAnUnknownMachineAreSaid() throws Exception {
    WaterPatient metal = new WaterPatient(folder.resolve("metal"), WaterPatient.HALF.y(), 3071);
    Dataset plan = metal.plan(plan(open(1, 0, Vector3.ZERO)), "P1", "frame");
    plan.items(Tag.BEAM_SEQUENCE)
        .getFirst()
        .setString(RadiotherapyTag.TREATMENT_MACHINE_NAME, "LINAC 5");
    DoseSummary summary = run(request(metal, plan));
    assertThat(summary.notices())
        .extracting(DoseSummary.NoticeFigures::message)
        .anyMatch(m -> m.contains("over 3000 HU"))
        .anyMatch(m -> m.contains("The plan's machine is not known here"));
  }

  @Test
  void whatIsNotThereIsUsage() throws Exception {
    DoseRequest good = request(patient, plan(open(1, 0, Vector3.ZERO)));
    DoseRequest noMachine =
        new DoseRequest(
            good.plan(),
            good.ct(),
            good.structures(),
            Optional.of("linac"),
            Optional.empty(),
            Optional.empty(),
            4);
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> run(noMachine))
        .withMessageContaining("generic-6mv");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() ->
            new DoseRequest(
                good.plan(),
                good.ct(),
                good.structures(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0.1));
  }
}
