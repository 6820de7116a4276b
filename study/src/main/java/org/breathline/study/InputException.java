package org.breathline.study;

/** A file or a folder of files is bad, or does not fit the others. Exit code 3. */
public final class InputException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is a sentence for the user: which file, what was expected. */
  public InputException(String message) {
    super(message);
  }

  /** With the reader's exception as cause. */
  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
