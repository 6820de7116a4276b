package org.breathline.study;

/**
 * What was asked for cannot be meant: a path that is not there, a value out of range. Exit code 2.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message is a sentence for the user. */
  public UsageException(String message) {
    super(message);
  }
}
