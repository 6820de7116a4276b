package org.breathline.cli;

import java.nio.file.Path;

/** Where the program keeps what outlives a call: {@code BREATHLINE_HOME}, or a folder at home. */
final class StateFolder {

  private StateFolder() {}

  static Path path() {
    String named = System.getenv("BREATHLINE_HOME");
    return named == null || named.isBlank()
        ? Path.of(System.getProperty("user.home"), ".breathline")
        : Path.of(named);
  }
}
