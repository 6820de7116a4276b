package org.breathline.exchange.dose;

/** What a dose is the sum of: Dose Summation Type (3004,000A). */
public enum DoseSummation {
  /** All fractions of all beams of a plan. */
  PLAN,
  /** One fraction of all beams. */
  FRACTION,
  /** One beam. */
  BEAM,
  /** Several plans. */
  MULTI_PLAN,
  /** A type of its own, or none said: known to be a dose and no more. */
  OTHER
}
