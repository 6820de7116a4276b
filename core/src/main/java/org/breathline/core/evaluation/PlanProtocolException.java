package org.breathline.core.evaluation;

import java.io.IOException;
import java.io.Serial;

/** A file of goals that makes no sense: which one, in which line, and what was expected. */
public final class PlanProtocolException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  PlanProtocolException(String file, int line, String words) {
    super(line > 0 ? "%s, line %d: %s".formatted(file, line, words) : file + ": " + words);
  }
}
