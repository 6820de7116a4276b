package org.breathline.kernel;

import java.util.Objects;

/** The definition, written out. */
final class ScalarRunningExtremes implements RunningExtremes {

  @Override
  public void greatest(short[] greatest, int greatestFrom, short[] values, int from, int count) {
    Objects.checkFromIndexSize(greatestFrom, count, greatest.length);
    Objects.checkFromIndexSize(from, count, values.length);
    for (int i = 0; i < count; i++) {
      greatest[greatestFrom + i] = (short) Math.max(greatest[greatestFrom + i], values[from + i]);
    }
  }

  @Override
  public void least(short[] least, int leastFrom, short[] values, int from, int count) {
    Objects.checkFromIndexSize(leastFrom, count, least.length);
    Objects.checkFromIndexSize(from, count, values.length);
    for (int i = 0; i < count; i++) {
      least[leastFrom + i] = (short) Math.min(least[leastFrom + i], values[from + i]);
    }
  }
}
