package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What scripts may rely on, verb by verb. */
final class CommandLineTest {

  private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

  @TempDir Path folder;
  private Path scan;
  private Path sorted;
  private Path trace;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    scan = folder.resolve("scan");
    sorted = folder.resolve("sorted");
    trace = folder.resolve("trace.vxp");
    out = folder.resolve("out");
    TinyScan.writeScan(scan);
    TinyScan.writeSorted(sorted);
    TinyScan.writeTrace(trace);
  }

  static Set<String> verbs() {
    return Breathline.commandLine().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbHelps(String verb) {
    CommandRun help = CommandRun.of(verb, "--help").succeeded();
    assertThat(help.out()).contains("Usage: breathline " + verb).contains("--json");
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void anUnknownOptionIsAUsageError(String verb) {
    CommandRun run = CommandRun.of(verb, "--no-such-option");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).containsAnyOf("Usage: breathline " + verb, "--no-such-option");
    run.saysNothingItMustNot();
  }

  @Test
  void theFrontPageNamesEveryVerbAndWhatItIsNot() {
    CommandRun help = CommandRun.of("--help").succeeded();
    assertThat(help.out()).contains(verbs()).contains("not a medical device");
    assertThat(CommandRun.of("--version").succeeded().out()).startsWith("breathline ");
    assertThat(CommandRun.of().exitCode()).isEqualTo(2);
    assertThat(CommandRun.of("cure").exitCode()).isEqualTo(2);
  }

  @Test
  void everyFrontPageSaysThatItIsNoMedicalDevice() throws IOException {
    CommandRun.of("simulate", sorted, "--out", out).succeeded();
    for (Path page :
        List.of(
            TestData.projectRoot().resolve("README.md"),
            TestData.projectRoot().resolve("docs/hazards.md"),
            out.resolve("report.html"))) {
      assertThat(Files.readString(page).replaceAll("\\s+", " "))
          .as("%s", page)
          .containsPattern("(?i)not? (a )?medical device")
          .containsPattern("(?i)research and education");
    }
  }

  @Test
  void info() throws IOException {
    assertThat(words("info", scan).lines().toList())
        .first()
        .asString()
        .startsWith("An unsorted respiration-correlated scan: 3 couch positions");
    assertThat(words("info", sorted)).startsWith("A 4DCT sorted by phase: 5 phases");
    assertThat(CommandRun.of("info", scan).lastLine()).isEqualTo(scan.toString());
    assertThat(json("info", scan).get("kind").asText()).isEqualToIgnoringCase("unsorted_scan");
  }

  @Test
  void infoOfADisc() throws IOException {
    Dataset directory =
        new Dataset()
            .setString(Tag.SOP_CLASS_UID, MEDIA_STORAGE_DIRECTORY)
            .setString(Tag.SOP_INSTANCE_UID, Uid.fromName("a directory"));
    DicomWriter.write(scan.resolve("DICOMDIR"), directory);
    Files.writeString(scan.resolve("AUTORUN.INF"), "[autorun]\nopen=viewer.exe\n");
    Files.createFile(scan.resolve("empty.dcm"));
    Files.createDirectories(scan.resolve("viewer"));
    Files.write(scan.resolve("viewer/viewer.exe"), new byte[] {'M', 'Z', 0, 1, 2, 3});
    Path spoilt = scan.resolve("slice-120.dcm");
    Files.write(spoilt, Arrays.copyOf(Files.readAllBytes(spoilt), 600));
    CommandRun run = CommandRun.of("info", scan).succeeded();
    assertThat(run.out())
        .contains("1 other DICOM files, 3 files that are no DICOM")
        .containsPattern("damaged +.*slice-120.dcm");
    JsonNode summary = json("info", scan);
    assertThat(summary.get("otherDicomFiles").asInt()).isEqualTo(1);
    assertThat(summary.get("otherFiles").asInt()).isEqualTo(3);
    assertThat(summary.get("damagedFiles")).hasSize(1);
  }

  @Test
  void infoOfAFolderWithoutImages() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThat(words("info", empty)).startsWith("There is no CT image in it.");
  }

  @Test
  void trace() throws IOException {
    CommandRun bare = CommandRun.of("trace", trace).succeeded();
    assertThat(bare.lastLine()).isEqualTo(trace.toString());
    assertThat(bare.out()).contains("breath   start s");
    assertThat(json("trace", trace).get("trace").get("breaths")).isNotEmpty();
    leadsTo(CommandRun.of("trace", trace, "--out", out), out.resolve("trace.html"));
  }

  @Test
  void sort() throws IOException {
    leadsTo(CommandRun.of("sort", scan, "--trace", trace, "--out", out), out);
    JsonNode figures = json("sort", scan, "--trace", trace, "--out", out, "--bins", 5);
    assertThat(figures.get("series")).hasSize(5);
    assertThat(Files.readString(out.resolve("sort.json"))).doesNotContain(TinyScan.SECRETS);
  }

  @Test
  void replay() throws IOException {
    leadsTo(CommandRun.of("replay", sorted, "--trace", trace, "--out", out), out);
    assertThat(json("replay", sorted, "--trace", trace, "--out", out).get("acquisitions"))
        .isNotEmpty();
    leadsTo(
        CommandRun.of(
            "sort", out.resolve("scan"), "--trace", trace, "--out", folder.resolve("again")),
        folder.resolve("again"));
  }

  @Test
  void simulate() throws IOException {
    leadsTo(
        CommandRun.of("simulate", scan, "--trace", trace, "--out", out),
        out.resolve("report.html"));
    assertThat(out.resolve("report.pdf")).isRegularFile();
    assertThat(json("simulate", sorted, "--out", out).get("phases")).hasSize(TinyScan.PHASES);
  }

  @Test
  @org.junit.jupiter.api.Tag("full")
  void phantom() throws IOException {
    leadsTo(CommandRun.of("phantom", "--out", out), out);
    assertThat(json("phantom", "--out", out).get("tumour")).isNotNull();
  }

  @Test
  void resultsAreTheSameTwice() throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : List.of("one", "two")) {
      Path result = folder.resolve(name);
      CommandRun.of("sort", scan, "--trace", trace, "--out", result).succeeded();
      files.add(String.join("\n", TinyScan.listing(result)));
    }
    assertThat(files.get(0)).isEqualTo(files.get(1));
    for (String file : TinyScan.listing(folder.resolve("one"))) {
      if (file.endsWith(".dcm")) {
        assertThat(folder.resolve("one").resolve(file))
            .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
      }
    }
  }

  /** The last line is the main result, which is there. */
  private static void leadsTo(CommandRun run, Path mainResult) {
    run.succeeded();
    assertThat(run.lastLine()).isEqualTo(mainResult.toString());
    assertThat(mainResult).exists();
  }

  private static String words(Object... arguments) {
    return CommandRun.of(arguments).succeeded().out();
  }

  /** JSON alone: the whole of standard output is one document. */
  private static JsonNode json(Object... arguments) throws IOException {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    String text = CommandRun.of(all.toArray()).succeeded().out();
    ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    return mapper.readTree(text);
  }
}
