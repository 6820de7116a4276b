package org.breathline.core.respiration.recording;

import java.util.Arrays;

/** A signal recorded beside the amplitude: a TTL line, a beam or gating state. */
public final class SignalColumn {

  /** More levels than this are a measurement, not a switch. */
  private static final int MAX_LEVELS = 4;

  private final String name;
  private final double[] values;

  /**
   * Takes over its array without a copy.
   *
   * @param name the column's name in the file, lower case
   * @param values one a sample; NaN where the file has none
   */
  public SignalColumn(String name, double[] values) {
    this.name = name;
    this.values = values;
  }

  /** The column's name in the file, lower case. */
  public String name() {
    return name;
  }

  /** A copy of its values, one a sample; NaN where the file has none. */
  public double[] values() {
    return values.clone();
  }

  /** The values it takes, ascending; empty where there are too many for a switch, or none. */
  public double[] levels() {
    double[] levels = new double[MAX_LEVELS];
    int count = 0;
    double last = Double.NaN;
    for (double value : values) {
      if (Double.isNaN(value) || value == last) {
        continue;
      }
      last = value;
      if (!contains(levels, count, value)) {
        if (count == MAX_LEVELS) {
          return new double[0];
        }
        levels[count++] = value;
      }
    }
    double[] found = Arrays.copyOf(levels, count);
    Arrays.sort(found);
    return found;
  }

  private static boolean contains(double[] levels, int count, double value) {
    for (int i = 0; i < count; i++) {
      if (levels[i] == value) {
        return true;
      }
    }
    return false;
  }
}
