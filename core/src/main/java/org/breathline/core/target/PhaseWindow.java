package org.breathline.core.target;

import java.util.Locale;

/**
 * Part of the breath, both ends included, from one phase forward in time to another: 30 to 70 % is
 * around the end of exhalation, 80 to 20 % around the end of inhalation.
 *
 * @param fromPercent where it begins, 0 to 100
 * @param toPercent where it ends, 0 to 100
 */
public record PhaseWindow(double fromPercent, double toPercent) {

  /** The whole breath. */
  public static final PhaseWindow WHOLE = new PhaseWindow(0, 100);

  /** Checks the ends. */
  public PhaseWindow {
    if (!(fromPercent >= 0 && fromPercent <= 100 && toPercent >= 0 && toPercent <= 100)) {
      throw new IllegalArgumentException(
          "a window of phases lies between 0 and 100 %%, not %.1f and %.1f"
              .formatted(fromPercent, toPercent));
    }
  }

  /** Whether a phase is in the window. */
  public boolean contains(double percent) {
    double p = percent - 100 * Math.floor(percent / 100);
    if (fromPercent <= toPercent) {
      return (p >= fromPercent && p <= toPercent) || p + 100 <= toPercent;
    }
    return p >= fromPercent || p <= toPercent;
  }

  /** Whether it is the whole breath. */
  public boolean isWhole() {
    return toPercent - fromPercent == 100;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.0f-%.0f %%", fromPercent, toPercent);
  }
}
