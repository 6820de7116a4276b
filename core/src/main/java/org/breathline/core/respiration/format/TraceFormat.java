package org.breathline.core.respiration.format;

import java.util.List;
import org.breathline.core.respiration.recording.TraceRecording;

/** One file format for breathing traces. Implementations hold no state. */
interface TraceFormat {

  /** The format in words, such as "Varian .vxp". */
  String name();

  /** Whether the first lines of a file are of this format; never throws. */
  boolean recognises(List<String> head);

  /**
   * Reads a file of this format.
   *
   * @throws TraceException where a line is not what the format says
   */
  TraceRecording read(TextLines lines) throws TraceException;
}
