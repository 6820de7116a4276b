package org.breathline.billing.edits;

/** An index file is damaged or not one. It is made anew by importing CMS's files again. */
public final class IndexException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is a part of a sentence: what is wrong with it. */
  public IndexException(String message) {
    super(message);
  }
}
