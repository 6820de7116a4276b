package org.breathline.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a result goes, the same in every verb that writes a folder. */
final class ResultFolderOption {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the result: new, empty, or an earlier result.")
  private Path folder = Path.of("");

  /** The folder. */
  Path path() {
    return folder;
  }
}
