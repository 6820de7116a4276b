package org.breathline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verb itv refuses before it works. */
final class ItvCommandTest {

  @TempDir private Path folder;

  private CommandRun run(Object... more) {
    Object[] arguments = new Object[8 + more.length];
    Object[] always = {
      "itv",
      folder.resolve("4dct"),
      "--structures",
      folder.resolve("rs.dcm"),
      "--target",
      "GTV",
      "--out",
      folder.resolve("out")
    };
    System.arraycopy(always, 0, arguments, 0, always.length);
    System.arraycopy(more, 0, arguments, always.length, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void optionsThatMakeNoSenseAreUsage() {
    run("--phases", "half").failed(2, "--phases");
    run("--phases", "30-170").failed(2, "between 0 and 100");
    run("--prescription", "90").failed(2, "95 or 80");
    run("--ctv-margin", "500").failed(2, "CTV margin");
    run("--ptv-margin", "-2").failed(2, "PTV margin");
    run("--barrier", "Bone").failed(2, "--ctv-margin");
    run("--method", "midv", "--ptv-margin", "5").failed(2, "--ptv-margin");
  }

  @Test
  void foldersWithoutA4dctAreSaid() throws Exception {
    run().failed(2, "is not there");
    Files.createDirectories(folder.resolve("4dct"));
    run().failed(3, "holds no CT image");
  }
}
