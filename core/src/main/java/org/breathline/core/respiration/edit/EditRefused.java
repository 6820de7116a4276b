package org.breathline.core.respiration.edit;

/** A list of edits that cannot be applied: the message says which edit and why. */
public final class EditRefused extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says why, in words. */
  public EditRefused(String message) {
    super(message);
  }
}
