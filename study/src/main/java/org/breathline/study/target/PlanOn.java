package org.breathline.study.target;

import java.util.Locale;

/** The image that is planned on. */
public sealed interface PlanOn {

  /** As it is asked for, and recorded. */
  String word();

  /** The standard CT that was taken beside the 4DCT. */
  record PlanningCt() implements PlanOn {

    @Override
    public String word() {
      return "3d";
    }
  }

  /** The mean of the phases that count. */
  record Average() implements PlanOn {

    @Override
    public String word() {
      return "average";
    }
  }

  /** The mean of all phases, each brought to the mean position. */
  record MidPosition() implements PlanOn {

    @Override
    public String word() {
      return "mid-position";
    }
  }

  /**
   * One phase as it is.
   *
   * @param percent which; the nearest one is taken
   */
  record Phase(double percent) implements PlanOn {

    @Override
    public String word() {
      return String.format(Locale.ROOT, "%.0f", percent);
    }
  }
}
