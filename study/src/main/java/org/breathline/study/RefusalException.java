package org.breathline.study;

/** A quality gate refuses to go on. Exit code 4. */
public final class RefusalException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is a sentence for the user: what was measured, and the limit. */
  public RefusalException(String message) {
    super(message);
  }
}
