package org.breathline.core.motion.management;

/** The ways of dealing with breathing motion (AAPM TG-76, section VI). */
public enum Technique {
  /** Free breathing; the target volume holds the tumour in all its positions. */
  FREE_BREATHING_ITV("free breathing with an ITV"),
  /**
   * Free breathing; planned on the mean position, motion goes into the margin as a random error.
   */
  MID_VENTILATION("free breathing on the mid-ventilation or mid-position image"),
  /** The beam is on in a part of the breath only. */
  GATED("gated free breathing"),
  /** Treated while the breath is held. */
  BREATH_HOLD("breath-hold"),
  /** The abdomen is pressed so that the breath is shallow. */
  COMPRESSION("abdominal compression"),
  /** The beam follows the tumour. */
  TRACKING("tracking");

  private final String words;

  Technique(String words) {
    this.words = words;
  }

  /** Its name in words. */
  public String words() {
    return words;
  }
}
