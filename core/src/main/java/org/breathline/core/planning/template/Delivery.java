package org.breathline.core.planning.template;

/** How beams are shaped. */
public enum Delivery {
  /** One aperture around the target for each beam, and fields within it where it is too hot. */
  CONFORMAL("conformal"),
  /** Intensity-modulated by segments one after the other. */
  STEP_AND_SHOOT("step-and-shoot"),
  /** Intensity-modulated by leaves that cross the field while the beam is on. */
  SLIDING_WINDOW("sliding-window");

  private final String word;

  Delivery(String word) {
    this.word = word;
  }

  /** As it is written in a template. */
  public String word() {
    return word;
  }
}
