package org.breathline.core.qa;

import org.breathline.core.geometry.Vector3;

/**
 * What a motion platform was told to do.
 *
 * @param waveform one cycle
 * @param towardsPhaseZero the direction, of length 1, from the other end of the motion to the end
 *     where the phase is 0 %; positions along the axis grow with it
 * @param peakToPeakMm from end to end, above 0
 * @param periodS of a cycle, seconds, above 0
 */
public record ProgrammedMotion(
    Waveform waveform, Vector3 towardsPhaseZero, double peakToPeakMm, double periodS) {

  /** Enough for any waveform to a hundredth of a per cent of its amplitude. */
  private static final int STEPS = 200;

  /** Checks the numbers; throws {@link IllegalArgumentException}. */
  public ProgrammedMotion {
    if (!(peakToPeakMm > 0 && Double.isFinite(peakToPeakMm))) {
      throw new IllegalArgumentException("a motion needs an amplitude above 0 mm");
    }
    if (!(periodS > 0 && Double.isFinite(periodS))) {
      throw new IllegalArgumentException("a motion needs a period above 0 s");
    }
    if (Math.abs(towardsPhaseZero.length() - 1) > 1e-6) {
      throw new IllegalArgumentException("a direction has length 1");
    }
  }

  /**
   * How images see a phase: for as long as a rotation takes, at any time within the bin.
   *
   * @param rotationS the time that an image is averaged over, seconds
   * @param binPercent the width of a phase bin, per cent of the cycle
   */
  public record Shutter(double rotationS, double binPercent) {}

  /**
   * What the programmed motion is in one phase of a scan.
   *
   * @param meanMm the mean position along the axis from the middle of the motion
   * @param spreadMm the standard deviation of the position while the image is taken
   * @param pathMm from the lowest to the highest position in that time
   */
  public record InPhase(double meanMm, double spreadMm, double pathMm) {

    /**
     * How much longer than it is an insert looks along the axis: the length of a steady motion with
     * the same spread, sqrt(12) times it.
     */
    public double elongationMm() {
      return Math.sqrt(12) * spreadMm;
    }
  }

  /** The position along the axis at a phase, from the middle of the motion, mm. */
  public double positionMm(double percent) {
    return peakToPeakMm * (waveform.level(percent / 100) - 0.5);
  }

  /**
   * The position averaged over a phase's bin and over a rotation: every moment of the bin is
   * equally likely to be the middle of the rotation.
   */
  public InPhase inPhase(double percent, Shutter shutter) {
    double bin = shutter.binPercent() / 100;
    double rotation = shutter.rotationS() / periodS;
    double half = (bin + rotation) / 2;
    double flat = Math.abs(bin - rotation) / 2;
    double weights = 0;
    double sum = 0;
    double squares = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      double away = half * (2 * (step + 0.5) / STEPS - 1);
      // Two boxes convolved are a trapezium.
      double weight = half > flat ? Math.min(1, (half - Math.abs(away)) / (half - flat)) : 1;
      double position = positionMm(percent + 100 * away);
      weights += weight;
      sum += weight * position;
      squares += weight * position * position;
      low = Math.min(low, position);
      high = Math.max(high, position);
    }
    double mean = sum / weights;
    double variance = Math.max(0, squares / weights - mean * mean);
    return new InPhase(mean, Math.sqrt(variance), high - low);
  }
}
