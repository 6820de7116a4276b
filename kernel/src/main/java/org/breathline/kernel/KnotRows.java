package org.breathline.kernel;

/**
 * Trilinear interpolation between knots and its adjoint, taken apart: rows of knots are first
 * stretched along x, then rows of voxels are blended of four stretched rows; the adjoint does the
 * same backward. Rounded after every operation.
 */
public interface KnotRows {

  /**
   * Stretches a row of knots, one every {@code step} voxels, the first at the first voxel.
   *
   * @param count voxels; there must be a knot at or beyond the last
   */
  void stretch(float[] knots, int from, int step, float[] row, int to, int count);

  /** The adjoint of {@link #stretch}: adds to the knots. */
  void gather(float[] row, int from, int count, int step, float[] knots, int to);

  /** Blends four stretched rows: {@code (1-b)(1-c) r00 + b(1-c) r10 + (1-b)c r01 + bc r11}. */
  void blend(
      float[] rows,
      int r00,
      int r10,
      int r01,
      int r11,
      float b,
      float c,
      float[] into,
      int to,
      int count);

  /** The adjoint of {@link #blend} for the row {@code factor * values}: adds to the four rows. */
  void spread(
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
      int r11);
}
