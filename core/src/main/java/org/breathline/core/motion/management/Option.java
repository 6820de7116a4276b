package org.breathline.core.motion.management;

import java.util.List;

/**
 * A technique, judged for a patient.
 *
 * @param technique what is judged
 * @param verdict how it comes out
 * @param reasons why, in the order of their weight
 */
public record Option(Technique technique, Verdict verdict, List<Reason> reasons) {

  /** How a technique comes out. */
  public enum Verdict {
    /** The figures speak for it. */
    SUITABLE,
    /** Possible, but something speaks against it. */
    POSSIBLE,
    /** The figures speak against it. */
    UNSUITABLE,
    /** What is needed to judge it was not measured; the reasons say what. */
    NOT_ASSESSED
  }

  /** Copies the list. */
  public Option {
    reasons = List.copyOf(reasons);
  }
}
