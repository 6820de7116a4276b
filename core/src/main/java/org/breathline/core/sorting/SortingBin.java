package org.breathline.core.sorting;

import java.util.ArrayList;
import java.util.List;

/** The part of the breath that one sorted volume stands for. */
public sealed interface SortingBin {

  /**
   * How far a state is from the bin's centre, signed, in per cent of the circle of {@link
   * RespiratoryState}; an amplitude beyond its range adds to the distance.
   */
  double offsetPercent(RespiratoryState state);

  /** Half the bin's width, above 0 to 50 %. */
  double halfWidthPercent();

  /**
   * An arc of the circle, both limbs told apart: a phase bin, an amplitude bin with direction, or a
   * gating window by phase.
   *
   * @param centrePercent 0 to below 100
   * @param halfWidthPercent above 0 to 50
   */
  record Arc(double centrePercent, double halfWidthPercent) implements SortingBin {

    /** Checks the range; throws {@link IllegalArgumentException}. */
    public Arc {
      if (!(centrePercent >= 0 && centrePercent < 100)) {
        throw new IllegalArgumentException(
            "a bin's centre is 0 to below 100 %%, not %s".formatted(centrePercent));
      }
      checkHalfWidth(halfWidthPercent);
    }

    /** The gating window that runs upward from a phase to another, through 100 % if need be. */
    public static Arc window(double fromPercent, double toPercent) {
      double width = toPercent - fromPercent;
      width = width > 0 ? width : width + 100;
      double centre = fromPercent + width / 2;
      return new Arc(centre < 100 ? centre : centre - 100, width / 2);
    }

    @Override
    public double offsetPercent(RespiratoryState state) {
      double offset = RespiratoryState.difference(centrePercent, state.percent());
      return offset < 0 ? offset - state.beyondPercent() : offset + state.beyondPercent();
    }
  }

  /**
   * A gating window by amplitude, whichever way the breath goes.
   *
   * @param lowShare lower end as a share of the amplitude range, 0 (exhalation) to 1 (inhalation)
   * @param highShare upper end, above the lower one
   */
  record AmplitudeWindow(double lowShare, double highShare) implements SortingBin {

    /** Checks the range; throws {@link IllegalArgumentException}. */
    public AmplitudeWindow {
      if (!(lowShare >= 0 && lowShare < highShare && highShare <= 1)) {
        throw new IllegalArgumentException(
            "an amplitude window runs upward within 0 to 1, not %s to %s"
                .formatted(lowShare, highShare));
      }
    }

    @Override
    public double offsetPercent(RespiratoryState state) {
      double share = state.amplitudeShare();
      double beyond = state.beyondPercent() / 50;
      double unclamped = share < 0.5 ? share - beyond : share + beyond;
      return 50 * (unclamped - (lowShare + highShare) / 2);
    }

    @Override
    public double halfWidthPercent() {
      return 25 * (highShare - lowShare);
    }
  }

  /**
   * Bins all round the breath: bin i of n is centred at 100 i / n and reaches 50 / n to either
   * side, so that bin 0 % of ten runs from -5 to +5 %.
   *
   * @throws IllegalArgumentException if there is not at least one
   */
  static List<SortingBin> around(int bins) {
    if (bins < 1) {
      throw new IllegalArgumentException("at least one bin, not " + bins);
    }
    List<SortingBin> around = new ArrayList<>(bins);
    for (int i = 0; i < bins; i++) {
      around.add(new Arc(100.0 * i / bins, 50.0 / bins));
    }
    return around;
  }

  private static void checkHalfWidth(double halfWidthPercent) {
    if (!(halfWidthPercent > 0 && halfWidthPercent <= 50)) {
      throw new IllegalArgumentException(
          "half a bin is above 0 to 50 %%, not %s".formatted(halfWidthPercent));
    }
  }
}
