package org.breathline.core.respiration.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a text file whole or not at all: beside its place, then moved into it. */
final class WholeFile {

  private WholeFile() {}

  static void write(Path target, CharSequence text) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("a file cannot be written at the root of a file system");
    }
    Path beside = Files.createTempFile(folder, ".breathline-", ".part");
    try {
      Files.writeString(beside, text, StandardCharsets.UTF_8);
      Files.move(
          beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
