package org.breathline.exchange.plan;

/**
 * Something in an RT Plan that was left out or read in one of several ways; the rest was read.
 *
 * @param kind what kind of thing
 * @param words what was found and what was done, without a patient's data
 */
public record PlanFinding(Kind kind, String words) {

  /** Kinds of findings. */
  public enum Kind {
    /** A beam that only images or sets up: left out. */
    SETUP_BEAM,
    /** A beam that no fraction group gives: left out. */
    UNUSED_BEAM,
    /** A count that is not the number of items. */
    COUNT,
    /** An angle changes without a direction: the shorter way is taken. */
    NO_DIRECTION,
    /** Fraction groups without beams, or without a number of fractions. */
    FRACTIONS,
    /** Something in the beam that is read and not modelled. */
    ACCESSORY
  }
}
