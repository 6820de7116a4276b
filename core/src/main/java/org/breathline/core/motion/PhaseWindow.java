package org.breathline.core.motion;

/**
 * A range of phases, ends included; from a larger to a smaller phase it runs over 100 %.
 *
 * @param fromPercent 0 to below 100
 * @param toPercent 0 to below 100
 */
public record PhaseWindow(double fromPercent, double toPercent) {

  /** Checks the range; throws {@link IllegalArgumentException}. */
  public PhaseWindow {
    if (!(fromPercent >= 0 && fromPercent < 100 && toPercent >= 0 && toPercent < 100)) {
      throw new IllegalArgumentException("a window's phases lie within 0 to below 100 %");
    }
  }

  /** Whether a phase lies within. */
  public boolean contains(double percent) {
    return fromPercent <= toPercent
        ? percent >= fromPercent && percent <= toPercent
        : percent >= fromPercent || percent <= toPercent;
  }
}
