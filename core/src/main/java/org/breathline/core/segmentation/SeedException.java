package org.breathline.core.segmentation;

import java.io.Serial;

/** No tumour can be grown from a seed; the message says why. */
public final class SeedException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /** A refusal; the message says why in words for the user. */
  public SeedException(String message) {
    super(message);
  }
}
