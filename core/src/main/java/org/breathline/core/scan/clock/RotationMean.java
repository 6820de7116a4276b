package org.breathline.core.scan.clock;

import java.util.Arrays;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;

/**
 * The mean amplitude over a rotation, which is what an image shows. Lost samples are bridged by a
 * straight line.
 */
final class RotationMean {

  private final double[] timesS;
  private final double[] amplitudes;

  /** The integral of the amplitude from the first sample to each. */
  private final double[] integrals;

  private final double widthS;

  RotationMean(BreathingTrace trace, double widthS) {
    int size = 0;
    double[] times = new double[trace.size()];
    double[] values = new double[trace.size()];
    for (int i = 0; i < trace.size(); i++) {
      if (trace.validity(i) != Validity.LOST && Double.isFinite(trace.amplitude(i))) {
        times[size] = trace.timeS(i);
        values[size++] = trace.amplitude(i);
      }
    }
    this.timesS = Arrays.copyOf(times, size);
    this.amplitudes = Arrays.copyOf(values, size);
    this.integrals = new double[size];
    for (int i = 1; i < size; i++) {
      integrals[i] =
          integrals[i - 1] + (timesS[i] - timesS[i - 1]) * (amplitudes[i - 1] + amplitudes[i]) / 2;
    }
    this.widthS = Math.max(widthS, 1e-3);
  }

  /** The mean over the rotation around a time of the trace; NaN outside the recording. */
  double at(double timeS) {
    return (integral(timeS + widthS / 2) - integral(timeS - widthS / 2)) / widthS;
  }

  private double integral(double timeS) {
    int size = timesS.length;
    if (size < 2 || !(timeS >= timesS[0] && timeS <= timesS[size - 1])) {
      return Double.NaN;
    }
    int found = Arrays.binarySearch(timesS, timeS);
    int before = Math.min(found >= 0 ? found : -found - 2, size - 2);
    double passed = timeS - timesS[before];
    double slope =
        (amplitudes[before + 1] - amplitudes[before]) / (timesS[before + 1] - timesS[before]);
    return integrals[before] + passed * (amplitudes[before] + slope * passed / 2);
  }
}
