package org.breathline.billing.table;

/** A table is not what it should be. The message says which file, which line, what was expected. */
public final class TableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is a sentence for the user. */
  public TableException(String message) {
    super(message);
  }

  /** Of a line of a file. */
  public static TableException at(String file, long line, String what) {
    return new TableException("%s, line %d: %s.".formatted(file, line, what));
  }
}
