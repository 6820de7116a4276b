package org.breathline.kernel;

import java.util.Objects;

/**
 * Samples a volume along a row at displaced places, with the derivatives of the trilinear
 * interpolant. There is one implementation only: gathers of vectors are no faster than loads of
 * scalars.
 */
public final class TrilinearWarp {

  private TrilinearWarp() {}

  /**
   * Samples at {@code (x + i + dx[i], y + dy[i], z + dz[i])}, i from 0 to below count, in voxels of
   * the volume. Places outside take the value of the nearest voxel at the border; there the
   * derivative across the border is 0.
   *
   * @param volume nx * ny * nz samples, x fastest; each side at least 2
   * @param displacements three runs of displacements in voxels, each {@code run} long
   * @param run the length of a run of displacements, at least count
   * @param into receives the samples from {@code intoFrom} on
   * @param gradient receives the derivatives by x, y and z, per voxel, at the same places
   */
  public static void row(
      float[] volume,
      int nx,
      int ny,
      int nz,
      float x,
      float y,
      float z,
      float[] displacements,
      int run,
      int count,
      float[] into,
      float[][] gradient,
      int intoFrom) {
    Objects.checkFromIndexSize(0, nx * ny * nz, volume.length);
    Objects.checkFromIndexSize(intoFrom, count, into.length);
    float[] gradientX = gradient[0];
    float[] gradientY = gradient[1];
    float[] gradientZ = gradient[2];
    int slice = nx * ny;
    float endX = nx - 1;
    float endY = ny - 1;
    float endZ = nz - 1;
    for (int i = 0; i < count; i++) {
      float placeX = x + i + displacements[i];
      float placeY = y + displacements[run + i];
      float placeZ = z + displacements[2 * run + i];
      float px = within(placeX, endX);
      float py = within(placeY, endY);
      float pz = within(placeZ, endZ);
      int ix = Math.min((int) px, nx - 2);
      int iy = Math.min((int) py, ny - 2);
      int iz = Math.min((int) pz, nz - 2);
      float u = px - ix;
      float v = py - iy;
      float w = pz - iz;
      int at = iz * slice + iy * nx + ix;
      float v000 = volume[at];
      float d00 = volume[at + 1] - v000;
      float v010 = volume[at + nx];
      float d10 = volume[at + nx + 1] - v010;
      float v001 = volume[at + slice];
      float d01 = volume[at + slice + 1] - v001;
      float v011 = volume[at + slice + nx];
      float d11 = volume[at + slice + nx + 1] - v011;
      float a00 = v000 + u * d00;
      float a10 = v010 + u * d10;
      float a01 = v001 + u * d01;
      float a11 = v011 + u * d11;
      float b0 = a00 + v * (a10 - a00);
      float b1 = a01 + v * (a11 - a01);
      float e0 = d00 + v * (d10 - d00);
      float e1 = d01 + v * (d11 - d01);
      int to = intoFrom + i;
      into[to] = b0 + w * (b1 - b0);
      gradientX[to] = px == placeX ? e0 + w * (e1 - e0) : 0;
      gradientY[to] = py == placeY ? (a10 - a00) + w * ((a11 - a01) - (a10 - a00)) : 0;
      gradientZ[to] = pz == placeZ ? b1 - b0 : 0;
    }
  }

  /** Comparisons are cheaper than minimum and maximum, which must get NaN and -0 right. */
  private static float within(float place, float end) {
    return place > 0 ? (place < end ? place : end) : 0;
  }
}
