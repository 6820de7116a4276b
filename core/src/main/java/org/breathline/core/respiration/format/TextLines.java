package org.breathline.core.respiration.format;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The lines of a text file, one at a time, with their numbers; ends of line of any system. */
final class TextLines {

  /** A day at 25 Hz, generously written. */
  static final long MAX_BYTES = 64L << 20;

  private static final int HEAD_LINES = 20;
  private static final int MAX_LINE = 100_000;

  private final String file;
  private final String text;
  private int position;
  private int number;
  private String line = "";

  TextLines(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /**
   * Reads a file as UTF-8, or UTF-16 where it starts with that byte order mark.
   *
   * @throws TraceException if it is empty, too large, or no text
   */
  static TextLines read(Path path) throws IOException {
    String file = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw new TraceException(file, "expected a file");
    }
    byte[] bytes;
    try (var in = Files.newInputStream(path)) {
      bytes = in.readNBytes((int) MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new TraceException(
          file, "expected a breathing trace of at most " + (MAX_BYTES >> 20) + " MiB");
    }
    return new TextLines(file, decode(file, bytes));
  }

  private static String decode(String file, byte[] bytes) throws TraceException {
    if (bytes.length == 0) {
      throw new TraceException(file, "the file is empty");
    }
    Charset charset = StandardCharsets.UTF_8;
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16;
    }
    String text = new String(bytes, charset);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.indexOf('\0') >= 0) {
      throw new TraceException(file, "expected text; the file is binary");
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /** The file's name, for messages. */
  String file() {
    return file;
  }

  /** The first lines, to know the format by; reading starts at the top all the same. */
  List<String> head() throws TraceException {
    TextLines fresh = new TextLines(file, text);
    List<String> head = new ArrayList<>();
    while (head.size() < HEAD_LINES && fresh.next()) {
      head.add(fresh.line().strip());
    }
    return head;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws TraceException {
    if (position >= text.length()) {
      return false;
    }
    int end = position;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    number++;
    if (end - position > MAX_LINE) {
      throw wrong("expected a line of at most " + MAX_LINE + " characters");
    }
    line = text.substring(position, end);
    boolean crLf = text.startsWith("\r\n", end);
    position = end + (crLf ? 2 : 1);
    return true;
  }

  /** The current line without its end. */
  String line() {
    return line;
  }

  /** The current line's number, from 1. */
  int number() {
    return number;
  }

  /** Whether the current line is the last and has no end: the file may have been cut off in it. */
  boolean isUnfinished() {
    return position > text.length();
  }

  /** An exception for the current line. */
  TraceException wrong(String expected) {
    return new TraceException(file, number, expected);
  }
}
