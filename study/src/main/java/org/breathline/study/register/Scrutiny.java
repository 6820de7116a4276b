package org.breathline.study.register;

/** How closely displacement fields are looked at. */
public enum Scrutiny {
  /** By what the images and the field show. */
  USUAL,
  /**
   * Also by a second engine, registered apart, whose disagreement is a map of the uncertainty, and
   * by the way back. Each takes about as long as the registration itself.
   */
  SECOND_ENGINE
}
