package org.breathline.study.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.study.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputFolderTest {

  @TempDir Path folder;

  @Test
  void appearsWholeWhenCommitted() throws IOException {
    Path target = folder.resolve("a/b/out");
    try (OutputFolder out = OutputFolder.create(target)) {
      Files.writeString(out.staging().resolve("x.txt"), "x");
      assertThat(target).doesNotExist();
      assertThat(out.finalPath(out.staging().resolve("x.txt")))
          .isEqualTo(target.toAbsolutePath().resolve("x.txt"));
      out.commit();
    }
    assertThat(target.resolve("x.txt")).hasContent("x");
    assertThat(children(folder.resolve("a/b"))).containsExactly("out");
  }

  @Test
  void leavesNothingBehindWhenNotCommitted() throws IOException {
    Path target = folder.resolve("out");
    try (OutputFolder out = OutputFolder.create(target)) {
      Files.createDirectories(out.staging().resolve("deep/er"));
      Files.writeString(out.staging().resolve("deep/er/x.txt"), "x");
    }
    assertThat(children(folder)).isEmpty();
  }

  @Test
  void replacesAnEarlierResultAsAWhole() throws IOException {
    Path target = Files.createDirectory(folder.resolve("out"));
    Files.writeString(target.resolve(OutputFolder.MANIFEST), "{}");
    Files.writeString(target.resolve("old.txt"), "old");
    try (OutputFolder out = OutputFolder.create(target)) {
      Files.writeString(out.staging().resolve("new.txt"), "new");
      out.commit();
    }
    assertThat(children(target)).containsExactly("new.txt");
    assertThat(children(folder)).containsExactly("out");
  }

  @Test
  void neverTouchesWhatItDidNotWrite() throws IOException {
    Path target = Files.createDirectory(folder.resolve("out"));
    Files.writeString(target.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> OutputFolder.create(target))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("holds files that Breathline did not write");
    assertThatThrownBy(() -> OutputFolder.create(target.resolve("thesis.txt")))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a file");
    assertThat(target.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void takesTheParentsItMadeAwayAgain() throws IOException {
    Files.createDirectory(folder.resolve("there"));
    try (OutputFolder out = OutputFolder.create(folder.resolve("there/a/b/out"))) {
      assertThat(folder.resolve("there/a/b")).isDirectory();
      assertThat(out.staging()).isDirectory();
    }
    assertThat(children(folder.resolve("there"))).isEmpty();
    try (OutputFolder out = OutputFolder.create(folder.resolve("there/a/b/out"))) {
      assertThat(out.staging()).isDirectory();
      Files.writeString(folder.resolve("there/a/somebody.txt"), "else's");
    }
    assertThat(children(folder.resolve("there/a"))).containsExactly("somebody.txt");
  }

  @Test
  void refusesToReplaceWhatIsBeingRead() throws IOException {
    Path target = Files.createDirectory(folder.resolve("out"));
    Files.writeString(target.resolve(OutputFolder.MANIFEST), "{}");
    Path scan = Files.createDirectory(target.resolve("scan"));
    assertThatThrownBy(() -> OutputFolder.create(target, scan))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("lies in");
    assertThatThrownBy(() -> OutputFolder.create(target, target))
        .isInstanceOf(UsageException.class);
    assertThat(scan).isDirectory();
  }

  private static List<String> children(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
