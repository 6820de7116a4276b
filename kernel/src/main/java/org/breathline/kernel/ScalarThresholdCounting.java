package org.breathline.kernel;

import java.util.Objects;

/** The definition, written out. */
final class ScalarThresholdCounting implements ThresholdCounting {

  @Override
  public int within(short[] values, int from, int count, int low, int high) {
    Objects.checkFromIndexSize(from, count, values.length);
    int within = 0;
    for (int i = from; i < from + count; i++) {
      if (values[i] >= low && values[i] <= high) {
        within++;
      }
    }
    return within;
  }
}
