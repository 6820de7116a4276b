package org.breathline.core.phantom;

/**
 * Seeded CT noise, the same for an image whoever asks for it and when. Neighbouring pixels are
 * slightly correlated (1-2-1 in both directions), as a reconstruction kernel leaves them.
 */
final class Noise {

  /** The standard deviation of the sum of eight 16-bit numbers from 0 to 65535. */
  private static final double SUM_DEVIATION = 65536 * Math.sqrt(8 / 12.0);

  private static final double SUM_MEAN = 8 * 65535 / 2.0;

  /** What the 1-2-1 filter in two directions leaves of a standard deviation. */
  private static final double FILTER_GAIN = 6 / 16.0;

  private final long seed;
  private final double deviationHu;

  Noise(long seed, double deviationHu) {
    this.seed = seed;
    this.deviationHu = deviationHu;
  }

  /** Adds noise to an image of rows one after the other. */
  void add(long image, int columns, int rows, float[] hu) {
    if (deviationHu == 0) {
      return;
    }
    double gain = deviationHu / (SUM_DEVIATION * FILTER_GAIN * 16);
    double[] above = new double[columns];
    double[] here = new double[columns];
    double[] below = new double[columns];
    long key = mix(seed + mix(image + 0x632be59bd9b4e019L));
    fill(key, -1, above);
    fill(key, 0, here);
    for (int j = 0; j < rows; j++) {
      fill(key, j + 1, below);
      for (int i = 0; i < columns; i++) {
        hu[j * columns + i] += (float) (gain * (above[i] + 2 * here[i] + below[i]));
      }
      double[] free = above;
      above = here;
      here = below;
      below = free;
    }
  }

  /** A row already filtered along itself. */
  private static void fill(long key, int row, double[] values) {
    long state = mix(key + 0x9e3779b97f4a7c15L * (row + 2));
    double before = sum(state);
    double here = sum(state + 1);
    for (int i = 0; i < values.length; i++) {
      double after = sum(state + i + 2);
      values[i] = before + 2 * here + after;
      before = here;
      here = after;
    }
  }

  /** Close to normal: eight uniform numbers added up. */
  private static double sum(long counter) {
    long a = mix(counter * 0x9e3779b97f4a7c15L);
    long b = mix(a ^ 0xd1342543de82ef95L);
    return lanes(a) + lanes(b) - SUM_MEAN;
  }

  private static long lanes(long bits) {
    return (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
