package org.breathline.kernel;

import java.util.Objects;

/** The definition, written out. */
final class ScalarSymmetricFilter implements SymmetricFilter {

  @Override
  public void along(
      float[] values, int from, float[] filtered, int filteredFrom, int count, float[] weights) {
    if (count <= 0) {
      return;
    }
    int radius = weights.length - 1;
    Objects.checkFromIndexSize(from - radius, count + 2 * radius, values.length);
    Objects.checkFromIndexSize(filteredFrom, count, filtered.length);
    if (radius == 3) {
      alongSeven(values, from, filtered, filteredFrom, count, weights);
      return;
    }
    float centre = weights[0];
    for (int i = 0; i < count; i++) {
      filtered[filteredFrom + i] = centre * values[from + i];
    }
    for (int t = 1; t <= radius; t++) {
      float weight = weights[t];
      for (int i = 0; i < count; i++) {
        filtered[filteredFrom + i] += weight * (values[from + i - t] + values[from + i + t]);
      }
    }
  }

  /** The usual width in one pass: sums stay in registers. */
  private static void alongSeven(
      float[] values, int from, float[] filtered, int filteredFrom, int count, float[] weights) {
    float w0 = weights[0];
    float w1 = weights[1];
    float w2 = weights[2];
    float w3 = weights[3];
    for (int i = 0; i < count; i++) {
      int at = from + i;
      filtered[filteredFrom + i] =
          w0 * values[at]
              + w1 * (values[at - 1] + values[at + 1])
              + w2 * (values[at - 2] + values[at + 2])
              + w3 * (values[at - 3] + values[at + 3]);
    }
  }

  @Override
  public void across(
      float[] values,
      int from,
      int stride,
      int place,
      int places,
      float[] filtered,
      int filteredFrom,
      int count,
      float[] weights) {
    if (count <= 0) {
      return;
    }
    int radius = weights.length - 1;
    Objects.checkFromIndexSize(filteredFrom, count, filtered.length);
    int first = from - Math.min(place, radius) * stride;
    int last = from + Math.min(places - 1 - place, radius) * stride;
    Objects.checkFromToIndex(first, last + count, values.length);
    if (radius == 3 && place >= 3 && place + 3 < places) {
      acrossSeven(values, from, stride, filtered, filteredFrom, count, weights);
      return;
    }
    float centre = weights[0];
    for (int i = 0; i < count; i++) {
      filtered[filteredFrom + i] = centre * values[from + i];
    }
    for (int t = 1; t <= radius; t++) {
      addPair(
          values,
          place - t >= 0 ? from - t * stride : -1,
          place + t < places ? from + t * stride : -1,
          filtered,
          filteredFrom,
          count,
          weights[t]);
    }
  }

  private static void addPair(
      float[] values,
      int before,
      int behind,
      float[] filtered,
      int filteredFrom,
      int count,
      float weight) {
    if (before >= 0 && behind >= 0) {
      for (int i = 0; i < count; i++) {
        filtered[filteredFrom + i] += weight * (values[before + i] + values[behind + i]);
      }
    } else if (before >= 0 || behind >= 0) {
      int one = Math.max(before, behind);
      for (int i = 0; i < count; i++) {
        filtered[filteredFrom + i] += weight * values[one + i];
      }
    }
  }

  private static void acrossSeven(
      float[] values,
      int from,
      int stride,
      float[] filtered,
      int filteredFrom,
      int count,
      float[] weights) {
    float w0 = weights[0];
    float w1 = weights[1];
    float w2 = weights[2];
    float w3 = weights[3];
    int before1 = from - stride;
    int before2 = before1 - stride;
    int before3 = before2 - stride;
    int behind1 = from + stride;
    int behind2 = behind1 + stride;
    int behind3 = behind2 + stride;
    for (int i = 0; i < count; i++) {
      filtered[filteredFrom + i] =
          w0 * values[from + i]
              + w1 * (values[before1 + i] + values[behind1 + i])
              + w2 * (values[before2 + i] + values[behind2 + i])
              + w3 * (values[before3 + i] + values[behind3 + i]);
    }
  }
}
