package org.breathline.study.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.progress.Progress;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.inspect.FolderSummary;
import org.breathline.study.inspect.InspectFolder;
import org.breathline.study.replay.ReplayScan;
import org.breathline.study.replay.ReplaySummary;
import org.breathline.study.report.Schemas;
import org.breathline.study.simulate.Simulate;
import org.breathline.study.simulate.SimulateRequest;
import org.breathline.study.sort.SortScan;
import org.breathline.study.sort.SortScanRequest;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verbs print with {@code --json} is what their published schemas say. */
final class VerbSchemaTest {

  private static final String SORTED = "4dct/popi-light";
  private static final String TRACE = "traces/varian-rpm-real.vxp";

  @Test
  @RequiresData({SORTED, TRACE})
  void aRealScanReplayedSortedAndReported(@TempDir Path folder) throws Exception {
    FolderSummary sorted = InspectFolder.inspect(TestData.get(SORTED), Progress.SILENT);
    assertThat(Schemas.check("info", Json.text(sorted))).isEmpty();

    TraceRequest trace = TraceRequest.of(TestData.get(TRACE));
    Path replayed = folder.resolve("replayed");
    ReplaySummary replay =
        ReplayScan.run(
            TestData.get(SORTED), trace, ReplayScan.Slices.NEAREST, replayed, Progress.SILENT);
    assertThat(Schemas.check("replay", Json.text(replay))).isEmpty();
    assertThat(Schemas.check("replay", Files.readString(replayed.resolve("replay.json"))))
        .isEmpty();

    FolderSummary unsorted = InspectFolder.inspect(replayed.resolve("scan"), Progress.SILENT);
    assertThat(unsorted.scan()).isNotNull();
    assertThat(Schemas.check("info", Json.text(unsorted))).isEmpty();

    SortScanRequest request =
        new SortScanRequest(
            replayed.resolve("scan"), trace, 10, SortingMethod.PHASE, OptionalDouble.empty());
    Path out = folder.resolve("sorted");
    String sort = Json.text(SortScan.run(request, out, Progress.SILENT));
    assertThat(Schemas.check("sort", sort)).isEmpty();
    assertThat(Schemas.check("sort", Files.readString(out.resolve("sort.json")))).isEmpty();
    assertThat(Schemas.check("sort", sort.replace("MINIP", "LEAST"))).isNotEmpty();

    Path report = folder.resolve("report");
    SimulateRequest whole =
        new SimulateRequest(replayed.resolve("scan"), Optional.of(trace)).withoutRegistration();
    String simulation = Json.text(Simulate.run(whole, report, Progress.SILENT));
    assertThat(Schemas.check("simulation", simulation)).isEmpty();
    assertThat(Schemas.check("simulation", Files.readString(report.resolve("simulation.json"))))
        .isEmpty();
  }

  @Test
  void aFolderWithoutImages(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("note.txt"), "no image");
    String json = Json.text(InspectFolder.inspect(folder, Progress.SILENT));
    assertThat(Schemas.check("info", json)).isEmpty();
    assertThat(Schemas.check("info", json.replace("NO_CT", "NOTHING"))).isNotEmpty();
  }

  @Test
  void aPatientHasNoPlaceInAnyOfThem() throws IOException {
    for (Path schema : Schemas.files()) {
      JsonNode tree = JsonMapper.builder().build().readTree(Files.readString(schema));
      assertThat(tree.get("additionalProperties").asBoolean(true)).as("%s", schema).isFalse();
    }
  }

  @Test
  void everySchemaIsOne() throws IOException {
    for (Path schema : Schemas.files()) {
      String text = Files.readString(schema);
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012)
                  .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                  .validate(text, InputFormat.JSON))
          .as("%s", schema)
          .isEmpty();
      String name = String.valueOf(schema.getFileName()).replace(".schema.json", "");
      assertThat(text).contains("urn:breathline:schema:" + name + ":1");
    }
  }
}
