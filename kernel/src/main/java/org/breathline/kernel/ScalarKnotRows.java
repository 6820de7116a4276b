package org.breathline.kernel;

import java.util.Objects;

/** The definition, written out. */
final class ScalarKnotRows implements KnotRows {

  @Override
  public void stretch(float[] knots, int from, int step, float[] row, int to, int count) {
    Objects.checkFromIndexSize(to, count, row.length);
    float share = 1f / step;
    for (int i = 0; i < count; i++) {
      int knot = i / step;
      float a = (i - knot * step) * share;
      float value = knots[from + knot];
      row[to + i] = a == 0 ? value : value + a * (knots[from + knot + 1] - value);
    }
  }

  @Override
  public void gather(float[] row, int from, int count, int step, float[] knots, int to) {
    Objects.checkFromIndexSize(from, count, row.length);
    float share = 1f / step;
    for (int i = 0; i < count; i++) {
      int knot = i / step;
      float a = (i - knot * step) * share;
      float value = row[from + i];
      knots[to + knot] += (1 - a) * value;
      if (a > 0) {
        knots[to + knot + 1] += a * value;
      }
    }
  }

  @Override
  public void blend(
      float[] rows,
      int r00,
      int r10,
      int r01,
      int r11,
      float b,
      float c,
      float[] into,
      int to,
      int count) {
    Objects.checkFromIndexSize(to, count, into.length);
    float w00 = (1 - b) * (1 - c);
    float w10 = b * (1 - c);
    float w01 = (1 - b) * c;
    float w11 = b * c;
    for (int i = 0; i < count; i++) {
      into[to + i] =
          w00 * rows[r00 + i] + w10 * rows[r10 + i] + w01 * rows[r01 + i] + w11 * rows[r11 + i];
    }
  }

  @Override
  public void spread(
      float[] factor,
      float[] values,
      int from,
      int count,
      float b,
      float c,
      float[] rows,
      int r00,
      int r10,
      int r01,
      int r11) {
    Objects.checkFromIndexSize(from, count, values.length);
    add(factor, values, from, count, (1 - b) * (1 - c), rows, r00);
    if (b > 0) {
      add(factor, values, from, count, b * (1 - c), rows, r10);
    }
    if (c > 0) {
      add(factor, values, from, count, (1 - b) * c, rows, r01);
    }
    if (b > 0 && c > 0) {
      add(factor, values, from, count, b * c, rows, r11);
    }
  }

  private static void add(
      float[] factor, float[] values, int from, int count, float weight, float[] rows, int row) {
    for (int i = 0; i < count; i++) {
      rows[row + i] += weight * (factor[from + i] * values[from + i]);
    }
  }
}
