package org.breathline.dicom.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something in a DICOM file is not as it has to be. The message says which file (as the caller
 * named it), which byte and which element, and what was expected; it never holds a value of the
 * data set, which might be a patient's.
 */
public class DicomException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable Path file;
  private final long offset;
  private final @Nullable Integer tag;
  private final String problem;

  /**
   * Describes a problem.
   *
   * @param file the file, if the data come from one
   * @param offset the byte in the file, or -1
   * @param tag the element, if there is one
   * @param problem what was found and what was expected, in words
   */
  public DicomException(@Nullable Path file, long offset, @Nullable Integer tag, String problem) {
    super(message(file, offset, tag, problem));
    this.file = file;
    this.offset = offset;
    this.tag = tag;
    this.problem = problem;
  }

  private static String message(
      @Nullable Path file, long offset, @Nullable Integer tag, String problem) {
    StringBuilder text = new StringBuilder();
    if (file != null) {
      text.append(file).append(": ");
    }
    if (offset >= 0) {
      text.append(String.format(Locale.ROOT, "byte %d: ", offset));
    }
    if (tag != null) {
      text.append(Tag.describe(tag)).append(": ");
    }
    return text.append(problem).toString();
  }

  /** The file, as the caller named it. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  /** The byte in the file. */
  public OptionalLong offset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  /** The element. */
  public OptionalInt tag() {
    return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
  }

  /** What was found and what was expected. */
  public String problem() {
    return problem;
  }
}
