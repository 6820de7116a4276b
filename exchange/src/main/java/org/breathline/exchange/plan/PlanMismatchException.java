package org.breathline.exchange.plan;

import java.io.IOException;
import java.io.Serial;

/** A plan does not belong to the images or structures that it was to be used with. */
public final class PlanMismatchException extends IOException {

  @Serial private static final long serialVersionUID = 1;

  /** What does not match. */
  public enum Kind {
    /** Another patient. */
    PATIENT,
    /** Another coordinate system. */
    FRAME_OF_REFERENCE
  }

  private final Kind kind;

  PlanMismatchException(Kind kind, String words) {
    super(words);
    this.kind = kind;
  }

  /** What does not match. */
  public Kind kind() {
    return kind;
  }
}
