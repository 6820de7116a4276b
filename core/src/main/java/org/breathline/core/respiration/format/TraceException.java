package org.breathline.core.respiration.format;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * A file that is no breathing trace this system can read. It says which file, which line, and what
 * was expected; it never quotes the file's content, which may name a patient.
 */
public final class TraceException extends IOException {

  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * A file that is wrong at one line.
   *
   * @param file the file's name
   * @param line counted from 1
   * @param expected what was expected there, in words
   */
  public TraceException(String file, int line, String expected) {
    super(file + ", line " + line + ": " + expected);
    this.line = line;
  }

  /** A file that is wrong as a whole. */
  public TraceException(String file, String expected) {
    super(file + ": " + expected);
    this.line = 0;
  }

  /** The line, counted from 1; empty where the whole file is wrong. */
  public OptionalInt line() {
    return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
  }
}
