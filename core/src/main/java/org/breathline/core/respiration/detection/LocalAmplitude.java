package org.breathline.core.respiration.detection;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The size of a full swing of the breathing around a time, from the nearest swings. */
final class LocalAmplitude implements DoubleUnaryOperator {

  /** So many swings on each side: two to three breaths. */
  private static final int NEIGHBOURS = 5;

  /** Above the median, for shallow breaths are often two swings too many. */
  private static final double SHARE = 0.6;

  private final double[] middlesS;
  private final double[] amplitudes;

  private LocalAmplitude(double[] middlesS, double[] amplitudes) {
    this.middlesS = middlesS;
    this.amplitudes = amplitudes;
  }

  /**
   * From alternating turning points, stretch by stretch; empty of swings, it says {@code other}.
   */
  static DoubleUnaryOperator of(List<List<Extremum>> stretches, double other) {
    int count = stretches.stream().mapToInt(f -> Math.max(0, f.size() - 1)).sum();
    if (count == 0) {
      return time -> other;
    }
    double[] middles = new double[count];
    double[] swings = new double[count];
    int k = 0;
    for (List<Extremum> found : stretches) {
      for (int i = 1; i < found.size(); i++) {
        Extremum from = found.get(i - 1);
        Extremum to = found.get(i);
        middles[k] = (from.timeS() + to.timeS()) / 2;
        swings[k++] = Math.abs(to.value() - from.value());
      }
    }
    double[] local = new double[count];
    for (int i = 0; i < count; i++) {
      int low = Math.clamp(i - NEIGHBOURS, 0, Math.max(0, count - 2 * NEIGHBOURS - 1));
      int high = Math.min(count, low + 2 * NEIGHBOURS + 1);
      local[i] = Quantiles.of(Arrays.copyOfRange(swings, low, high), SHARE);
    }
    return new LocalAmplitude(middles, local);
  }

  @Override
  public double applyAsDouble(double timeS) {
    int found = Arrays.binarySearch(middlesS, timeS);
    if (found >= 0) {
      return amplitudes[found];
    }
    int after = -found - 1;
    if (after == 0) {
      return amplitudes[0];
    }
    if (after == middlesS.length) {
      return amplitudes[after - 1];
    }
    boolean nearerBefore = timeS - middlesS[after - 1] <= middlesS[after] - timeS;
    return amplitudes[nearerBefore ? after - 1 : after];
  }
}
