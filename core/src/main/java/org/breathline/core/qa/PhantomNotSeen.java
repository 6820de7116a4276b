package org.breathline.core.qa;

/**
 * A scan shows no insert of a phantom, or one that moves so unlike the programmed motion that no
 * figure would mean anything.
 */
public final class PhantomNotSeen extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is a sentence: what was looked for, and what was seen. */
  public PhantomNotSeen(String message) {
    super(message);
  }
}
