package org.breathline.exchange.ct;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.breathline.core.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data often lie behind a link; what is behind it is read all the same. */
final class LinkedFolderTest {

  @Test
  void aLinkToAFolderIsTheFolder(@TempDir Path folder) throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.writeString(real.resolve("note.txt"), "no image");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertThat(CtFolder.read(link, Progress.SILENT).otherFiles()).isEqualTo(1);
  }
}
