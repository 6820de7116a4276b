package org.breathline.core.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of text that a volume file begins with, and where they end. */
final class HeaderText {

  /** Headers are a page of text; beyond this a file is something else. */
  private static final int LIMIT = 1 << 16;

  private final String file;
  private final byte[] bytes;
  private final boolean whole;
  private int at;

  private HeaderText(String file, byte[] bytes, boolean whole) {
    this.file = file;
    this.bytes = bytes;
    this.whole = whole;
  }

  /** Opens the beginning of a file. */
  static HeaderText of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LIMIT);
      return new HeaderText(name(file), bytes, bytes.length < LIMIT);
    }
  }

  /** The name of a file without its folders. */
  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** The file's name, for messages. */
  String file() {
    return file;
  }

  /** Whether the file begins with a text. */
  boolean startsWith(String text) {
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    if (bytes.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * The next line, without its end (LF or CR LF).
   *
   * @return empty at the end of the file
   * @throws VolumeFileException if the header goes on for too long
   */
  Optional<String> nextLine() throws VolumeFileException {
    if (at == bytes.length && whole) {
      return Optional.empty();
    }
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    if (end == bytes.length && !whole) {
      throw new VolumeFileException(file, "expected a header of under " + LIMIT + " bytes");
    }
    int textEnd = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
    String line = new String(bytes, at, textEnd - at, StandardCharsets.ISO_8859_1);
    at = Math.min(end + 1, bytes.length);
    return Optional.of(line);
  }

  /** The number of bytes read so far: where the data begin after the header's last line. */
  int offset() {
    return at;
  }
}
