package org.breathline.billing.claim;

/**
 * A file is no claim. The message says which file, where in it, and what was expected; it never
 * repeats what was found there, which may be a patient's.
 */
public final class ClaimFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is a sentence for the user. */
  public ClaimFormatException(String message) {
    super(message);
  }
}
