package org.breathline.core.image.format;

import java.io.IOException;
import java.util.Optional;

/**
 * A file that is no volume this system can read. It says which file, which key of its header, and
 * what was expected; it never quotes the file's content, which may name a patient.
 */
public final class VolumeFileException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * A header that is wrong at one key.
   *
   * @param file the file's name
   * @param key the key, such as {@code DimSize}
   * @param expected what was expected there, in words
   */
  public VolumeFileException(String file, String key, String expected) {
    super(file + ", " + key + ": " + expected);
    this.key = key;
  }

  /** A file that is wrong as a whole. */
  public VolumeFileException(String file, String expected) {
    super(file + ": " + expected);
    this.key = "";
  }

  /** The key of the header; empty where the whole file is wrong. */
  public Optional<String> key() {
    return key.isEmpty() ? Optional.empty() : Optional.of(key);
  }
}
