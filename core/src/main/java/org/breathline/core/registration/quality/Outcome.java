package org.breathline.core.registration.quality;

/** May a field be used? In the order of how grave it is. */
public enum Outcome {
  /** Nothing speaks against it. */
  PASS,
  /** After a look at what was found. */
  WARN,
  /** Not without a person's explicit decision, and then marked. */
  REFUSE;

  /** The graver of two. */
  public Outcome or(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
