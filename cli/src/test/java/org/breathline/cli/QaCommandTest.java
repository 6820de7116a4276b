package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verb {@code qa} where something is wrong: what a good test gives is shown in study. */
final class QaCommandTest {

  @TempDir Path folder;
  private Path scan;
  private Path phantom;
  private Path out;

  @BeforeEach
  void writeAScanWithoutPhantom() throws IOException {
    scan = folder.resolve("4dct");
    out = folder.resolve("out");
    phantom = TestData.projectRoot().resolve("examples").resolve("qa-phantom.json");
    TinyScan.writeSorted(scan);
  }

  @AfterEach
  void nothingIsWritten() {
    assertThat(out).doesNotExist();
  }

  @Test
  void aPhantomFileThatIsNotThereIsAUsageError() {
    CommandRun.of("qa", scan, "--phantom", folder.resolve("none.json"), "--out", out)
        .failed(2, "none.json is not there");
  }

  @Test
  void aWrongPhantomFileIsBadInput() throws IOException {
    Path wrong = folder.resolve("wrong.json");
    Files.writeString(wrong, Files.readString(phantom).replace("sphere\",\n", "cube\",\n"));
    CommandRun.of("qa", scan, "--phantom", wrong, "--out", out)
        .failed(3, "wrong.json: inserts[0].shape is \"cube\"; expected sphere or cylinder");
  }

  @Test
  void aScanOfSomethingElseIsRefused() {
    CommandRun.of("qa", scan, "--phantom", phantom, "--out", out)
        .failed(4, "No insert of the phantom is seen");
  }

  @Test
  void anUnsortedScanNeedsItsTrace() throws IOException {
    Path unsorted = folder.resolve("scan");
    TinyScan.writeScan(unsorted);
    CommandRun.of("qa", unsorted, "--phantom", phantom, "--out", out)
        .failed(2, "give its trace with --trace");
  }
}
