package org.breathline.core.phantom;

import java.util.SplittableRandom;

/**
 * A smooth random pattern fixed to the tissue: values on a lattice, interpolated trilinearly,
 * repeating after {@value #PERIOD} lattice steps.
 */
final class Texture {

  private static final int PERIOD = 64;
  private static final int MASK = PERIOD - 1;

  private final float[] lattice = new float[PERIOD * PERIOD * PERIOD];

  Texture(long seed) {
    var random = new SplittableRandom(seed);
    for (int i = 0; i < lattice.length; i++) {
      lattice[i] = (float) random.nextDouble(-1, 1);
    }
  }

  /** The pattern at a point given in lattice steps, -1 to 1, about 0.35 in standard deviation. */
  double at(double x, double y, double z) {
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    int k = (int) Math.floor(z);
    double u = x - i;
    double v = y - j;
    double w = z - k;
    int i0 = i & MASK;
    int i1 = (i + 1) & MASK;
    int j0 = (j & MASK) * PERIOD;
    int j1 = ((j + 1) & MASK) * PERIOD;
    int k0 = (k & MASK) * PERIOD * PERIOD;
    int k1 = ((k + 1) & MASK) * PERIOD * PERIOD;
    double near = plane(i0, i1, k0 + j0, k0 + j1, u, v);
    return near + w * (plane(i0, i1, k1 + j0, k1 + j1, u, v) - near);
  }

  private double plane(int i0, int i1, int row0, int row1, double u, double v) {
    double a = lattice[row0 + i0];
    double b = lattice[row1 + i0];
    double first = a + u * (lattice[row0 + i1] - a);
    double second = b + u * (lattice[row1 + i1] - b);
    return first + v * (second - first);
  }
}
