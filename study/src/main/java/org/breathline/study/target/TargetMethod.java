package org.breathline.study.target;

/** How the target that is treated comes about. */
public enum TargetMethod {
  /** The target in every phase, united. */
  UNION("union"),
  /** Drawn on the maximum over the phases; known to miss. */
  MIP("mip"),
  /** Drawn on the average over the phases; known to miss. */
  AVERAGE("average"),
  /** The target in its mean position with a margin for the breathing. */
  MIDV("midv");

  private final String word;

  TargetMethod(String word) {
    this.word = word;
  }

  /** As it is asked for. */
  public String word() {
    return word;
  }
}
