package org.breathline.study.qa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.progress.Progress;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.output.Json;
import org.breathline.study.report.Schemas;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform's scan from DICOM files to the report. */
final class RunQaTest {

  private static final String ROW =
      "2025-11-20,Platform with a 30 mm sphere,PASS,0.1,0.05,0.2,0.01,1.2,2.0,0.5";

  @TempDir static Path shared;
  @TempDir Path folder;

  private static Path example;
  private static Path sorted;

  @BeforeAll
  static void scan() throws IOException {
    example = TestData.projectRoot().resolve("examples").resolve("qa-phantom.json");
    sorted = shared.resolve("4dct");
    new PlatformScan("20261124").writeSorted(sorted);
  }

  private QaSummary run(Path scan, Path phantom, Optional<Path> trace, Optional<Path> trend)
      throws Exception {
    return RunQa.run(
        new QaRequest(scan, phantom, trace.map(TraceRequest::of), OptionalDouble.empty(), trend),
        folder.resolve("out"),
        Progress.SILENT);
  }

  private QaSummary run(Path scan, Path phantom) throws Exception {
    return run(scan, phantom, Optional.empty(), Optional.empty());
  }

  private static QaSummary.Judged figure(QaSummary summary, String quantity) {
    return summary.figures().stream()
        .filter(f -> f.quantity().equals(quantity))
        .findFirst()
        .orElseThrow();
  }

  private static void closeTo(QaSummary.Judged figure, double tolerance) {
    assertThat(figure.measured()).as(figure.quantity()).isNotNull();
    ValidationRecord.write(
        "qa",
        "unsorted cine scan of a platform, deviation: " + figure.quantity(),
        Math.abs(Optional.ofNullable(figure.measured()).orElseThrow() - figure.expected()),
        "0 by construction",
        "%s %s".formatted(tolerance, figure.unit()),
        figure.unit());
    assertThat(figure.measured())
        .as(figure.quantity())
        .isBetween(figure.expected() - tolerance, figure.expected() + tolerance);
  }

  @Test
  void anUnsortedScanIsSortedMeasuredAndReported() throws Exception {
    PlatformScan platform = new PlatformScan("20261124");
    Path scan = folder.resolve("scan");
    Path trace = folder.resolve("trace.vxp");
    platform.writeCine(scan);
    platform.writeTrace(trace);
    Path trend = folder.resolve("trend.csv");
    String other = ROW.replace("Platform with a 30 mm sphere", "Another phantom");
    Files.writeString(trend, TrendFile.header() + "\n" + ROW + "\n" + other + "\n");

    QaSummary summary = run(scan, example, Optional.of(trace), Optional.of(trend));

    assertThat(summary.figures())
        .filteredOn(f -> !f.verdict().equals("pass"))
        .as("figures that do not pass")
        .isEmpty();
    closeTo(figure(summary, "amplitude"), 0.4);
    closeTo(figure(summary, "image-period"), 0.02);
    closeTo(figure(summary, "trace-period"), 0.02);
    closeTo(figure(summary, "density"), 2);
    assertThat(summary.inserts().getFirst().phases()).hasSize(10);
    Path out = folder.resolve("out");
    assertThat(Schemas.check("qa", Json.text(summary))).isEmpty();
    assertThat(Schemas.check("qa", Files.readString(out.resolve("qa.json")))).isEmpty();
    assertThat(out.resolve("report.pdf")).isNotEmptyFile();
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("Moving-phantom test", "Trend", "2025-11-20", "PASS")
        .doesNotContain("Benedicta", "PID-90210");
    assertThat(out.resolve("sorted")).isDirectory();
    assertThat(Files.readAllLines(trend, StandardCharsets.UTF_8))
        .hasSize(4)
        .contains(TrendFile.header())
        .anyMatch(l -> l.startsWith("2025-11-20,Another phantom,"))
        .anyMatch(l -> l.startsWith("2025-11-20,") && l.contains(",1.2000,"))
        .anyMatch(l -> l.startsWith("2026-11-24,Platform with a 30 mm sphere,PASS,"));
  }

  @Test
  void aSorted4dctIsMeasuredAndWhatItCannotSayIsSaid() throws Exception {
    QaSummary summary = run(sorted, example);

    assertThat(summary.verdict()).isEqualTo("pass");
    assertThat(figure(summary, "amplitude").measured())
        .isBetween(
            figure(summary, "amplitude").expected() - 0.5,
            figure(summary, "amplitude").expected() + 0.5);
    assertThat(summary.notices())
        .extracting(QaSummary.Notice::message)
        .anyMatch(m -> m.startsWith("The period is not judged"));
    assertThat(summary.scan().rotationFrom()).isEqualTo("assumed");
  }

  @Test
  void exchangedPhasesFailButAreNoError() throws Exception {
    Path exchanged = folder.resolve("exchanged");
    new PlatformScan("20261124").writeSorted(exchanged, 0, 6, 2, 3, 4, 5, 1, 7, 8, 9);

    QaSummary summary = run(exchanged, example);

    assertThat(summary.verdict()).isEqualTo("fail");
    assertThat(summary.figures())
        .filteredOn(f -> f.quantity().equals("position") && f.verdict().equals("fail"))
        .extracting(QaSummary.Judged::phasePercent)
        .containsExactly(10.0, 60.0);
  }

  @Test
  void aTestOfTheSameDayReplacesItsRow() throws Exception {
    Path trend = folder.resolve("trend.csv");
    run(sorted, example, Optional.empty(), Optional.of(trend));
    List<String> once = Files.readAllLines(trend, StandardCharsets.UTF_8);

    run(sorted, example, Optional.empty(), Optional.of(trend));

    assertThat(Files.readAllLines(trend, StandardCharsets.UTF_8)).hasSize(2).isEqualTo(once);
  }

  @Test
  void anotherFileIsNoTrend() throws Exception {
    Path other = folder.resolve("diary.csv");
    Files.writeString(other, "day,what\n1,nothing\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(sorted, example, Optional.empty(), Optional.of(other)))
        .withMessageContaining("diary.csv: line 1");
    assertThat(other).hasContent("day,what\n1,nothing\n");

    Files.writeString(other, TrendFile.header() + "\n" + ROW.replace(",0.05,", ",much,") + "\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(sorted, example, Optional.empty(), Optional.of(other)))
        .withMessageContaining("line 2");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void aWrongPhantomFileIsSaidWithItsPlace() throws Exception {
    String good = Files.readString(example);
    assertThat(Schemas.check("qa-phantom", good)).isEmpty();
    wrong(
        good.replace("\"peakToPeakMm\": 15", "\"peakToPeakMm\": -20"),
        "motion.peakToPeakMm is -20; expected a number above 0");
    wrong(good.replace("\"periodS\": 4", "\"period\": 4"), "motion.period is not known");
    wrong(good.replace("\"inferior\"", "\"down\""), "motion.phaseZeroEnd is \"down\"");
    wrong(good.replace("\"cos4\"", "\"square\""), "sine, cos4 or trace");
    wrong(good.replace("\"diameterMm\": 30,", ""), "inserts[0].diameterMm is missing");
    wrong(good.replace("-850", "10"), "stands out from its background by less than 50 HU");
    wrong("{", "this is no JSON: line 1");
    wrong("[]", "the file is not a JSON object");
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> run(sorted, folder.resolve("none.json")))
        .withMessageContaining("is not there");
  }

  private void wrong(String json, String message) throws IOException {
    Path file = folder.resolve("phantom.json");
    Files.writeString(file, json);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> run(sorted, file))
        .withMessageContaining("phantom.json: ")
        .withMessageContaining(message);
  }

  @Test
  void aPhantomThatIsNotThereIsRefused() throws Exception {
    Path file = folder.resolve("phantom.json");
    Files.writeString(
        file, Files.readString(example).replace("\"diameterMm\": 30", "\"diameterMm\": 8"));

    assertThatExceptionOfType(RefusalException.class)
        .isThrownBy(() -> run(sorted, file))
        .withMessageContaining("No insert of the phantom is seen");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void theProgrammedMotionMayBeATrace() throws Exception {
    new PlatformScan("20261124").writeTrace(folder.resolve("programmed.vxp"));
    Path file = folder.resolve("phantom.json");
    Files.writeString(
        file,
        Files.readString(example)
            .replace("\"cos4\"", "\"trace\", \"trace\": \"programmed.vxp\"")
            .replace(",\n    \"periodS\": 4", ""));

    QaSummary summary = run(sorted, file);

    assertThat(summary.verdict()).isEqualTo("pass");
    assertThat(summary.motion().periodS()).isBetween(3.98, 4.02);
    assertThat(summary.provenance().inputs()).hasSize(3);
  }
}
