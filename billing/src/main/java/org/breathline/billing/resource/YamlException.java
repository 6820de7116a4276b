package org.breathline.billing.resource;

/** A YAML file is not what its schema says. The message says which file, where, and why. */
public final class YamlException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is a sentence for the user. */
  public YamlException(String message) {
    super(message);
  }
}
