package org.breathline.core.respiration.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.breathline.core.respiration.recording.TraceRecording;

/**
 * The way in: reads a breathing trace of any known format.
 *
 * <p>A file may be 64 MiB long with 2.2 million samples. Lines end in LF, CR or both; the text is
 * UTF-8 (with or without a byte order mark) or UTF-16 with one.
 */
public final class TraceFiles {

  private static final List<TraceFormat> FORMATS =
      List.of(new VxpFormat(), new MarkerFormat(), new NamedColumnFormat());

  private TraceFiles() {}

  /** The formats, each tried in turn. */
  static List<TraceFormat> formats() {
    return FORMATS;
  }

  /**
   * Reads a trace; the format is known from the content.
   *
   * @throws TraceException if the file is of no known format, or not what its format says
   * @throws IOException if the file cannot be read
   */
  public static TraceRecording read(Path path) throws IOException {
    TextLines lines = TextLines.read(path);
    List<String> head = lines.head();
    for (TraceFormat format : FORMATS) {
      if (format.recognises(head)) {
        return format.read(lines);
      }
    }
    throw new TraceException(
        lines.file(),
        FORMATS.stream()
            .map(TraceFormat::name)
            .collect(Collectors.joining(", ", "no breathing trace of a known format (", ")")));
  }
}
