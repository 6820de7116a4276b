package org.breathline.core.planning;

/** A plan that cannot be made of what is given; says why, for people. */
public final class PlanRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With a reason in words that names no patient. */
  public PlanRefusedException(String reason) {
    super(reason);
  }
}
