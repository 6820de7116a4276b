package org.breathline.core.image;

import java.util.Arrays;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.WeightedSum;

/**
 * Maximum, minimum and average intensity over breathing phases, place by place. Phases are added
 * one at a time and need not be kept, and the places may be one slice or a whole volume, so that
 * neither all phases nor all slices must be in memory. Not for use by several threads at once.
 */
public final class RunningProjection {

  private final short[] greatest;
  private final short[] least;
  private final float[] sums;
  private int count;
  private double totalWeight;

  /**
   * A projection of nothing yet.
   *
   * @param pixels the number of places: those of a slice, or of a volume
   */
  public RunningProjection(int pixels) {
    greatest = new short[pixels];
    least = new short[pixels];
    sums = new float[pixels];
    clear();
  }

  /** Forgets what was added, to be used for the next slice. */
  public void clear() {
    Arrays.fill(greatest, Short.MIN_VALUE);
    Arrays.fill(least, Short.MAX_VALUE);
    Arrays.fill(sums, 0);
    count = 0;
    totalWeight = 0;
  }

  /**
   * Adds one phase.
   *
   * @param hu holds the phase's Hounsfield units from {@code from} on
   * @param weight its weight in the average, such as the share of time spent in the phase; at least
   *     0 and in any unit, because the average is divided by the sum of the weights
   * @throws IllegalArgumentException if the weight is negative or no number
   * @throws IndexOutOfBoundsException if there are too few values
   */
  public void add(short[] hu, int from, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a weight is 0 or more, not " + weight);
    }
    int pixels = sums.length;
    Kernels.runningExtremes().greatest(greatest, 0, hu, from, pixels);
    Kernels.runningExtremes().least(least, 0, hu, from, pixels);
    WeightedSum.add(sums, 0, hu, from, pixels, (float) weight);
    totalWeight += (float) weight;
    count++;
  }

  /** How many phases were added; without any there is no maximum and no minimum. */
  public int count() {
    return count;
  }

  /** Whether there is an average: something was added whose weight is above 0. */
  public boolean hasAverage() {
    return totalWeight > 0;
  }

  /**
   * Copies the greatest Hounsfield units (MIP) into an array from {@code from} on.
   *
   * @throws IllegalStateException if nothing was added
   */
  public void maximum(short[] into, int from) {
    requirePhases(count > 0);
    System.arraycopy(greatest, 0, into, from, greatest.length);
  }

  /**
   * Copies the least Hounsfield units (MinIP) into an array from {@code from} on.
   *
   * @throws IllegalStateException if nothing was added
   */
  public void minimum(short[] into, int from) {
    requirePhases(count > 0);
    System.arraycopy(least, 0, into, from, least.length);
  }

  /**
   * Writes the weighted averages, rounded to whole Hounsfield units, halves upwards, into an array
   * from {@code from} on. They are summed in single precision: the error is under 0.01 HU for a
   * hundred phases.
   *
   * @throws IllegalStateException if nothing of a weight above 0 was added
   */
  public void average(short[] into, int from) {
    requirePhases(hasAverage());
    double divisor = totalWeight;
    for (int i = 0; i < sums.length; i++) {
      into[from + i] = (short) (int) Math.floor(sums[i] / divisor + 0.5);
    }
  }

  private static void requirePhases(boolean there) {
    if (!there) {
      throw new IllegalStateException("a projection of no phase");
    }
  }
}
