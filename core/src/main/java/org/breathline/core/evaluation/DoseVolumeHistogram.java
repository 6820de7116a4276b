package org.breathline.core.evaluation;

import java.util.Arrays;

/**
 * How much of a structure receives how much dose. Volumes are kept in {@value #BINS} bins of equal
 * width from 0 to the highest dose; within a bin they are taken to be spread evenly, so that a dose
 * read from it is right to a hundred-thousandth of the highest. Mean, minimum and maximum are those
 * of the parts themselves. Immutable.
 */
public final class DoseVolumeHistogram {

  private static final int BINS = 100_000;

  private static final double PERCENT = 100;

  private final double binGy;

  /** Volume in a bin, mL. */
  private final double[] volumes;

  /** Volume in a bin and all above it, mL; one more than there are bins. */
  private final double[] above;

  private final double uncoveredMl;
  private final double meanGy;
  private final double minimumGy;
  private final double maximumGy;

  private DoseVolumeHistogram(Builder builder) {
    this.binGy = builder.binGy;
    this.volumes = builder.volumes.clone();
    double spread = 0;
    for (int bin = 0; bin < BINS; bin++) {
      spread += builder.changes[bin];
      volumes[bin] += Math.max(0, spread);
    }
    this.above = new double[BINS + 1];
    for (int bin = BINS - 1; bin >= 0; bin--) {
      above[bin] = above[bin + 1] + volumes[bin];
    }
    this.uncoveredMl = builder.uncoveredMl;
    this.meanGy = builder.doseTimesVolume / builder.volume;
    this.minimumGy = builder.minimum;
    this.maximumGy = builder.maximum;
  }

  /**
   * The histogram of voxels of equal size.
   *
   * @param dosesGy the dose of each, Gy, at least 0; at least one
   * @param voxelMl the volume of each, mL
   */
  public static DoseVolumeHistogram ofVoxels(float[] dosesGy, double voxelMl) {
    double highest = 0;
    for (float dose : dosesGy) {
      highest = Math.max(highest, dose);
    }
    Builder builder = new Builder(highest);
    for (float dose : dosesGy) {
      builder.add(dose, voxelMl);
    }
    return builder.build();
  }

  /** Gathers parts of a structure. */
  public static final class Builder {

    private final double binGy;
    private final double highestGy;
    private final double[] volumes = new double[BINS];

    /** By how much the volume in a bin differs from the one below it, where parts are spread. */
    private final double[] changes = new double[BINS + 1];

    private double volume;
    private double doseTimesVolume;
    private double uncoveredMl;
    private double minimum = Double.POSITIVE_INFINITY;
    private double maximum;

    /**
     * For doses up to a highest one.
     *
     * @param highestGy no part gets more, Gy, at least 0
     */
    public Builder(double highestGy) {
      if (!(highestGy >= 0) || !Double.isFinite(highestGy)) {
        throw new IllegalArgumentException("a highest dose of " + highestGy + " Gy");
      }
      this.highestGy = highestGy;
      this.binGy = highestGy == 0 ? 1 : highestGy / BINS;
    }

    /**
     * Adds a part.
     *
     * @param doseGy its dose, Gy, 0 to the highest
     * @param volumeMl its volume, mL
     * @throws IllegalArgumentException if the dose is out of range
     */
    public void add(double doseGy, double volumeMl) {
      if (volumeMl > 0 && doseGy >= 0) {
        volumes[Math.min(BINS - 1, (int) (doseGy / binGy))] += volumeMl;
      }
      count(doseGy, volumeMl);
    }

    private void count(double doseGy, double volumeMl) {
      if (!(doseGy >= 0 && doseGy <= highestGy)) {
        throw new IllegalArgumentException(
            "a dose of %s Gy; expected 0 to %s Gy".formatted(doseGy, highestGy));
      }
      if (volumeMl > 0) {
        volume += volumeMl;
        doseTimesVolume += doseGy * volumeMl;
        minimum = Math.min(minimum, doseGy);
        maximum = Math.max(maximum, doseGy);
      }
    }

    /**
     * Adds a part whose dose is spread evenly about a mean.
     *
     * @param doseGy the mean, Gy, 0 to the highest
     * @param halfWidthGy how far it reaches to either side, Gy; what would leave the range stays at
     *     its end
     * @param volumeMl its volume, mL
     * @throws IllegalArgumentException if the mean is out of range
     */
    public void addSpread(double doseGy, double halfWidthGy, double volumeMl) {
      int from = (int) Math.max(0, (doseGy - halfWidthGy) / binGy);
      int to = (int) Math.min(BINS - 1, (doseGy + halfWidthGy) / binGy);
      if (to - from < 2 || !(volumeMl > 0)) {
        add(doseGy, volumeMl);
        return;
      }
      double share = volumeMl / (to + 1 - from);
      changes[from] += share;
      changes[to + 1] -= share;
      count(doseGy, volumeMl);
    }

    /** Adds a part of which no dose is known: it counts in no figure but {@link #uncoveredMl}. */
    public void addUncovered(double volumeMl) {
      uncoveredMl += volumeMl;
    }

    /**
     * The histogram.
     *
     * @throws IllegalStateException if there is no part of which the dose is known
     */
    public DoseVolumeHistogram build() {
      if (!(volume > 0)) {
        throw new IllegalStateException("the dose of no part of the structure is known");
      }
      return new DoseVolumeHistogram(this);
    }
  }

  /** The volume of the structure where the dose is known, mL. */
  public double volumeMl() {
    return above[0];
  }

  /** The volume of the structure beyond the dose grid, mL: in no other figure. */
  public double uncoveredMl() {
    return uncoveredMl;
  }

  /** The mean dose, Gy. */
  public double meanGy() {
    return meanGy;
  }

  /** The lowest dose of any part, Gy. */
  public double minimumGy() {
    return minimumGy;
  }

  /** The highest dose of any part, Gy. */
  public double maximumGy() {
    return maximumGy;
  }

  /** The volume that receives at least a dose, mL. */
  public double volumeAtMl(double doseGy) {
    if (doseGy <= minimumGy) {
      return above[0];
    }
    if (doseGy > maximumGy) {
      return 0;
    }
    int bin = Math.min(BINS - 1, (int) (doseGy / binGy));
    double part = Math.clamp(doseGy / binGy - bin, 0, 1);
    return above[bin + 1] + (1 - part) * volumes[bin];
  }

  /** The volume that receives at least a dose, per cent of the structure. */
  public double volumeAtPercent(double doseGy) {
    return PERCENT * volumeAtMl(doseGy) / above[0];
  }

  /**
   * The dose that a volume receives at least: D of so many cubic centimetres. The whole volume and
   * more: the minimum; none: the maximum.
   */
  public double doseAtMl(double volumeMl) {
    if (volumeMl >= above[0]) {
      return minimumGy;
    }
    if (volumeMl <= 0) {
      return maximumGy;
    }
    int low = 0;
    int high = BINS;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (above[middle] >= volumeMl) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double part = volumes[low] == 0 ? 0 : (above[low] - volumeMl) / volumes[low];
    return Math.clamp((low + part) * binGy, minimumGy, maximumGy);
  }

  /** The dose that so many per cent of the structure receive at least: D95 is {@code 95}. */
  public double doseAtPercent(double percent) {
    return doseAtMl(percent / PERCENT * above[0]);
  }

  /**
   * The generalised equivalent uniform dose (Niemierko 1999): the a-th root of the mean of the a-th
   * powers, Gy. Large a for organs in series, 1 for the mean, negative for targets.
   */
  public double gEudGy(double a) {
    if (a == 0 || !Double.isFinite(a)) {
      throw new IllegalArgumentException("gEUD with a parameter of " + a);
    }
    if (a < 0 && minimumGy == 0) {
      return 0;
    }
    // Powers of doses relative to the one that dominates stay in range for any parameter.
    double scale = a > 0 ? maximumGy : minimumGy;
    if (scale == 0) {
      return 0;
    }
    double sum = 0;
    for (int bin = 0; bin < BINS; bin++) {
      if (volumes[bin] > 0) {
        sum += volumes[bin] * Math.pow(middleGy(bin) / scale, a);
      }
    }
    return scale * Math.pow(sum / above[0], 1 / a);
  }

  private double middleGy(int bin) {
    return Math.clamp((bin + 0.5) * binGy, minimumGy, maximumGy);
  }

  /** What is done with a part of the structure. */
  @FunctionalInterface
  public interface Part {
    /** A part of the structure: its dose, Gy, and its volume, mL. */
    void accept(double doseGy, double volumeMl);
  }

  /** Visits the parts of the structure, from the lowest dose to the highest. */
  public void forEach(Part part) {
    for (int bin = 0; bin < BINS; bin++) {
      if (volumes[bin] > 0) {
        part.accept(middleGy(bin), volumes[bin]);
      }
    }
  }

  /**
   * The cumulative histogram in steps: entry i is the volume in mL that receives at least i times
   * the step; the first entry is the whole volume, the last one is 0.
   */
  public double[] cumulativeMl(double stepGy) {
    double[] curve = new double[steps(stepGy) + 1];
    Arrays.setAll(curve, i -> volumeAtMl(i * stepGy));
    return curve;
  }

  /** The differential histogram: entry i is the volume in mL from i to i + 1 times the step. */
  public double[] differentialMl(double stepGy) {
    double[] cumulative = cumulativeMl(stepGy);
    double[] volumeOfStep = new double[cumulative.length - 1];
    Arrays.setAll(volumeOfStep, i -> cumulative[i] - cumulative[i + 1]);
    return volumeOfStep;
  }

  private int steps(double stepGy) {
    if (!(stepGy > 0) || maximumGy / stepGy > BINS) {
      throw new IllegalArgumentException(
          "steps of %s Gy up to %s Gy; at most %d of them".formatted(stepGy, maximumGy, BINS));
    }
    return (int) Math.floor(maximumGy / stepGy) + 1;
  }
}
