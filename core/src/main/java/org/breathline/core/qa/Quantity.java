package org.breathline.core.qa;

/** What is judged of a moving phantom. */
public enum Quantity {
  /** From the lowest to the highest position over the phases, along the programmed axis. */
  AMPLITUDE("amplitude", "mm", 2),
  /** The same across the axis, where there should be none. */
  OFF_AXIS("off the axis", "mm", 2),
  /** The centroid of a phase along the axis. */
  POSITION("position in a phase", "mm", 2),
  /** The place of the middle of the motion, where the user gave one. */
  PLACE("place in the room", "mm", 2),
  /** The time by which the scan's phases lag behind the programmed motion. */
  PHASE_LAG("lag of the phases", "s", 3),
  /** The volume in a phase. */
  VOLUME("volume in a phase", "mL", 2),
  /** The mean density of the core. */
  DENSITY("density", "HU", 1),
  /** How much of it is out of its shape in a phase. */
  ARTEFACT("out of shape in a phase", "%", 1),
  /** The period of the recorded breathing trace. */
  TRACE_PERIOD("period of the trace", "s", 3),
  /** The period seen in the unsorted images. */
  IMAGE_PERIOD("period in the images", "s", 3);

  private final String words;
  private final String unit;
  private final int decimals;

  Quantity(String words, String unit, int decimals) {
    this.words = words;
    this.unit = unit;
    this.decimals = decimals;
  }

  /** Its name. */
  public String words() {
    return words;
  }

  /** The unit of its figures. */
  public String unit() {
    return unit;
  }

  /** With how many decimals it is written. */
  public int decimals() {
    return decimals;
  }
}
