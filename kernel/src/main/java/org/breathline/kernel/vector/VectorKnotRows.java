package org.breathline.kernel.vector;

import java.util.Objects;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.KnotRows;

/** Blends and spreads many places at once; stretching along x is little work and stays scalar. */
final class VectorKnotRows implements KnotRows {

  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();

  @Override
  public void stretch(float[] knots, int from, int step, float[] row, int to, int count) {
    Kernels.scalar().knotRows().stretch(knots, from, step, row, to, count);
  }

  @Override
  public void gather(float[] row, int from, int count, int step, float[] knots, int to) {
    Kernels.scalar().knotRows().gather(row, from, count, step, knots, to);
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
    for (int i = 0; i < count; i += LANES) {
      VectorMask<Float> in = FLOATS.indexInRange(i, count);
      FloatVector.fromArray(FLOATS, rows, r00 + i, in)
          .mul(w00)
          .add(FloatVector.fromArray(FLOATS, rows, r10 + i, in).mul(w10))
          .add(FloatVector.fromArray(FLOATS, rows, r01 + i, in).mul(w01))
          .add(FloatVector.fromArray(FLOATS, rows, r11 + i, in).mul(w11))
          .intoArray(into, to + i, in);
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
    float w00 = (1 - b) * (1 - c);
    float w10 = b * (1 - c);
    float w01 = (1 - b) * c;
    float w11 = b * c;
    for (int i = 0; i < count; i += LANES) {
      VectorMask<Float> in = FLOATS.indexInRange(i, count);
      FloatVector product =
          FloatVector.fromArray(FLOATS, factor, from + i, in)
              .mul(FloatVector.fromArray(FLOATS, values, from + i, in));
      add(product, w00, rows, r00 + i, in);
      if (b > 0) {
        add(product, w10, rows, r10 + i, in);
      }
      if (c > 0) {
        add(product, w01, rows, r01 + i, in);
      }
      if (b > 0 && c > 0) {
        add(product, w11, rows, r11 + i, in);
      }
    }
  }

  private static void add(
      FloatVector product, float weight, float[] rows, int at, VectorMask<Float> in) {
    FloatVector.fromArray(FLOATS, rows, at, in).add(product.mul(weight)).intoArray(rows, at, in);
  }
}
