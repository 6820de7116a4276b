package org.breathline.study.simulate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.motion.management.Technique;
import org.breathline.core.progress.Progress;
import org.breathline.core.target.PhaseWindow;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.structure.StructureSet;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.study.motion.DecisionRequest;
import org.breathline.study.motion.MotionSummary;
import org.breathline.study.output.Json;
import org.breathline.study.register.Scrutiny;
import org.breathline.study.replay.ReplayScan;
import org.breathline.study.report.Schemas;
import org.breathline.study.report.SortingFigures;
import org.breathline.study.sort.ReplayedScan;
import org.breathline.study.structures.TumourChoice;
import org.breathline.study.target.TargetMethod;
import org.breathline.study.target.TargetRecipe;
import org.breathline.study.target.TargetSummary;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.TestData;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole chain on a real scan of a patient with a name, replayed along a real trace: the report
 * is complete, and says whose it is nowhere but where it should.
 */
@RequiresData({ReplayedScan.SORTED, ReplayedScan.TRACE})
final class SimulateTest {

  private static final String DECIDED_BY = "physicist on duty";
  private static final String FAMILY_NAME = "Quillfeather";
  private static final String GIVEN_NAME = "Ottoline";
  private static final String PATIENT_ID = "XK77-40913";
  private static final String BIRTH_DATE = "19310417";

  /** The patient that the real trace's file names. */
  private static final String TRACE_PATIENT_ID = "PT01";

  @TempDir static Path folder;

  private static Path report;
  private static SimulationFigures figures;
  private static final Set<String> SHOWN = ConcurrentHashMap.newKeySet();

  @BeforeAll
  static void simulate() throws Exception {
    Progress progress = (stage, _, _) -> SHOWN.add(stage);
    Path named = named(folder.resolve("named"));
    Path replayed = folder.resolve("replayed");
    ReplayScan.run(named, ReplayedScan.trace(), ReplayScan.Slices.NEAREST, replayed, progress);
    report = folder.resolve("report");
    figures =
        Simulate.run(
            new SimulateRequest(
                replayed.resolve("scan"),
                Optional.of(ReplayedScan.trace()),
                OptionalDouble.empty(),
                true,
                Scrutiny.USUAL,
                true,
                Optional.of(target())),
            report,
            progress);
  }

  /** The real tumour, clicked. */
  private static SimulateRequest.Target target() {
    return new SimulateRequest.Target(
        new TumourChoice.Clicked(new Vector3(-86.7, 80.4, -5), Optional.empty()),
        new TargetRecipe(
            5,
            List.of(),
            TargetMethod.UNION,
            PhaseWindow.WHOLE,
            OptionalDouble.of(5),
            TargetRecipe.USUAL_ERRORS,
            true,
            false),
        false,
        Optional.of(
            new DecisionRequest(Technique.FREE_BREATHING_ITV, DECIDED_BY, "as we always do")));
  }

  /** The real 4DCT with a patient's name in it; the real one has none. */
  private static Path named(Path target) throws IOException {
    Path source = TestData.get(ReplayedScan.SORTED);
    for (Path file : files(source)) {
      Dataset dataset;
      try {
        dataset = DicomReader.read(file).dataset();
      } catch (IOException e) {
        continue; // a licence text
      }
      dataset.setString(Tag.PATIENT_NAME, FAMILY_NAME + "^" + GIVEN_NAME);
      dataset.setString(Tag.PATIENT_ID, PATIENT_ID);
      dataset.setString(Tag.PATIENT_BIRTH_DATE, BIRTH_DATE);
      Path copy = target.resolve(source.relativize(file).toString());
      Files.createDirectories(requireNonNull(copy.getParent()));
      DicomWriter.write(copy, dataset);
    }
    return target;
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> walk = Files.walk(root)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String pdfText() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(report.resolve("report.pdf").toFile())) {
      return plain(new PDFTextStripper().getText(pdf));
    }
  }

  private static String plain(String text) {
    return text.replaceAll("\\s+", " ");
  }

  /** What a reader of the report looks for. */
  private static List<String> keyFigures() {
    List<String> expected = new ArrayList<>();
    for (SimulationFigures.PhaseFigures phase : figures.phases()) {
      if (phase.label().equals(figures.fullestPhase())
          || phase.label().equals(figures.emptiestPhase())) {
        double volume = requireNonNull(phase.lungVolumeMl());
        expected.add(String.format(Locale.ROOT, "%s (%.0f mL)", phase.label(), volume));
      }
    }
    expected.add("100 × 100 × 47");
    expected.add("0 of 100 are gaps, 0 lie outside their bin");
    expected.add(figures.provenance().version());
    figures.provenance().inputs().forEach(i -> expected.add(i.sha256().substring(0, 16)));
    expected.add(PATIENT_ID);
    figures.notices().forEach(n -> expected.add(plain(n.message())));
    return expected;
  }

  @Test
  void theResultIsComplete() throws IOException {
    for (String name : List.of("report.html", "report.pdf", "simulation.json", "breathline.json")) {
      assertThat(report.resolve(name)).isNotEmptyFile();
    }
    List<RepairSummary> repairs = requireNonNull(figures.repairs());
    try (Stream<Path> entries = Files.list(report)) {
      assertThat(entries.filter(Files::isDirectory)).hasSize(10 + 3 + 1 + 2);
    }
    int series = 14 + repairs.size();
    assertThat(files(report)).hasSize(4 + 5 + repairs.size() + series * figures.volume().slices());
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(p -> String.valueOf(p.getFileName())))
          .containsExactlyInAnyOrder("named", "replayed", "report");
    }
  }

  @Test
  void theFiguresAreWrittenAsTheirSchemaSays() throws IOException {
    String written = Files.readString(report.resolve("simulation.json"));
    assertThat(Schemas.check("simulation", written)).isEmpty();
    JsonMapper json = JsonMapper.builder().build();
    assertThat(json.readTree(written)).isEqualTo(json.readTree(Json.text(figures)));
    SortingFigures sorting = requireNonNull(figures.sorting());
    assertThat(sorting.bins()).hasSize(10);
    assertThat(requireNonNull(sorting.clock()).verdict()).isEqualTo("tied");
    assertThat(requireNonNull(figures.trace()).breaths()).isNotEmpty();
  }

  @Test
  void theTumoursTargetIsMadeAndTheDecisionKept() throws IOException {
    MotionSummary motion = requireNonNull(figures.motion());
    MotionSummary.Structure tumour = motion.structures().getFirst();
    assertThat(tumour.peakToPeakMm().si()).isBetween(4.0, 13.0);
    assertThat(requireNonNull(motion.decision()).decidedBy()).isEqualTo(DECIDED_BY);
    TargetSummary target = requireNonNull(figures.target());
    assertThat(target.volumes().stream().map(TargetSummary.NamedVolume::name))
        .containsExactly("GTV", "IGTV", "CTV", "ITV", "PTV");
    List<Double> ml = target.volumes().stream().map(TargetSummary.NamedVolume::volumeMl).toList();
    assertThat(ml.get(1)).isGreaterThan(ml.get(0));
    assertThat(ml.get(4)).isGreaterThan(ml.get(3));
    StructureSet written = StructureSetReader.read(report.resolve("target/rtstruct.dcm"));
    assertThat(written.findings()).isEmpty();
    assertThat(written.structures()).hasSize(5);
    assertThat(
            DicomReader.read(report.resolve("target/seg.dcm"))
                .dataset()
                .items(Tag.SEGMENT_SEQUENCE))
        .hasSize(5);
    assertThat(pdfText())
        .contains("Motion of structures", "Internal target volume", "Why the ITV reaches")
        .contains("Motion management", DECIDED_BY, "as we always do")
        .contains("AAPM TG-132 report", "Motion model and ventilation");
  }

  @Test
  void repairedPhasesMarkWhatWasFilled() throws IOException {
    for (RepairSummary repair : requireNonNull(figures.repairs())) {
      assertThat(repair.filledMl()).isPositive();
      assertThat(files(report.resolve(repair.folder()))).hasSize(figures.volume().slices());
      Dataset mask = DicomReader.read(report.resolve(repair.mask())).dataset();
      assertThat(mask.items(Tag.SEGMENT_SEQUENCE)).hasSize(1);
    }
  }

  @Test
  void theSortedLungsAreAsFullAsTheRealOnes(@TempDir Path elsewhere) throws Exception {
    assertThat(figures.fullestPhase()).isEqualTo("20 %");
    assertThat(figures.emptiestPhase()).isEqualTo("60 %");
    SimulationFigures imported =
        Simulate.run(
            new SimulateRequest(TestData.get(ReplayedScan.SORTED), Optional.empty())
                .withoutRegistration(),
            elsewhere.resolve("imported"),
            Progress.SILENT);
    assertThat(figures.phases()).isEqualTo(imported.phases());
  }

  @Test
  void thePdfHoldsTheKeyFigures() throws IOException {
    assertThat(pdfText()).contains(keyFigures());
  }

  @Test
  @RequiresTool("pdftotext")
  void anotherReaderFindsThemInThePdfToo() {
    Tool.Result text =
        Tool.run(List.of("pdftotext", "-raw", report.resolve("report.pdf").toString(), "-"), 60);
    assertThat(text.exitCode()).as(text.output()).isZero();
    assertThat(plain(text.output())).contains(keyFigures());
  }

  @Test
  void thePageSaysTheSame() throws IOException {
    String page = Files.readString(report.resolve("report.html"));
    assertThat(page).contains(PATIENT_ID).contains(figures.provenance().version());
    figures.notices().forEach(n -> assertThat(page).contains(n.message().replace("'", "&#39;")));
  }

  @Test
  void nobodyIsNamedWhereNobodyShouldBe() throws IOException {
    List<Path> written = new ArrayList<>(files(report));
    written.addAll(files(folder.resolve("replayed")));
    int texts = 0;
    for (Path file : written) {
      assertNamesNobody(folder.relativize(file).toString(), "a file's name");
      if (file.toString().endsWith(".json")) {
        texts++;
        assertNamesNobody(Files.readString(file), file.toString());
      }
    }
    assertThat(texts).isEqualTo(3 + 2);
    SHOWN.forEach(stage -> assertNamesNobody(stage, "the progress"));
    // The report says whose scan it is by the ID alone.
    for (String text : List.of(Files.readString(report.resolve("report.html")), pdfText())) {
      assertNamesNobody(text.replace(PATIENT_ID, ""), "the report");
    }
  }

  private static void assertNamesNobody(String text, String where) {
    assertThat(text)
        .as(where)
        .doesNotContainIgnoringCase(FAMILY_NAME)
        .doesNotContainIgnoringCase(GIVEN_NAME)
        .doesNotContain(PATIENT_ID)
        .doesNotContain(TRACE_PATIENT_ID)
        .doesNotContain(BIRTH_DATE)
        .doesNotContain("1931-04-17");
  }

  @Test
  void theSeriesStayThePatients() throws IOException {
    for (Path file : files(report.resolve("phase-00.0"))) {
      Dataset header = DicomReader.read(file).dataset();
      assertThat(header.requireString(Tag.PATIENT_ID)).isEqualTo(PATIENT_ID);
      assertThat(header.requireString(Tag.PATIENT_NAME)).startsWith(FAMILY_NAME);
      assertThat(header.requireString(Tag.PATIENT_BIRTH_DATE)).isEqualTo(BIRTH_DATE);
    }
  }

  @Test
  void anotherPatientsTraceIsSaidWithoutANameAndNotHidden() {
    assertThat(figures.notices())
        .extracting(SimulationFigures.Finding::message)
        .anyMatch(m -> m.contains("patient"));
  }
}
