package org.breathline.core.respiration.edit;

import java.util.Locale;

/**
 * One correction of a turn. Times are seconds on the trace's clock, finite. A detected turn is
 * named by a time within {@value #REACH_S} s of it.
 */
public sealed interface BreathEdit {

  /** How far from a detected turn a time may be and still name it, seconds. */
  double REACH_S = 0.25;

  /** The turn it is about. */
  Turn turn();

  /**
   * Moves a turn; to its own time, it confirms it.
   *
   * @param turn which
   * @param fromS where it was detected, or put by an edit before
   * @param toS where it is
   */
  record Move(Turn turn, double fromS, double toS) implements BreathEdit {
    @Override
    public String toString() {
      return text("move", turn, fromS) + time(toS);
    }
  }

  /**
   * Adds a turn.
   *
   * @param turn which
   * @param atS where it is
   */
  record Add(Turn turn, double atS) implements BreathEdit {
    @Override
    public String toString() {
      return text("add", turn, atS);
    }
  }

  /**
   * Removes a turn.
   *
   * @param turn which
   * @param atS where it was detected, or put by an edit before
   */
  record Remove(Turn turn, double atS) implements BreathEdit {
    @Override
    public String toString() {
      return text("remove", turn, atS);
    }
  }

  private static String text(String verb, Turn turn, double timeS) {
    return verb + " " + turn.word() + time(timeS);
  }

  private static String time(double timeS) {
    return String.format(Locale.ROOT, " %.3f", timeS);
  }
}
