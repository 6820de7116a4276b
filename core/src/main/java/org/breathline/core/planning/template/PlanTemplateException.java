package org.breathline.core.planning.template;

import java.io.IOException;

/** A template that cannot be read: says which file, which line, what was expected. */
public final class PlanTemplateException extends IOException {

  private static final long serialVersionUID = 1L;

  PlanTemplateException(String file, int line, String expected) {
    super(line > 0 ? "%s, line %d: %s".formatted(file, line, expected) : file + ": " + expected);
  }
}
