package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;

/** Regular breathing after Lujan et al. (Med Phys 26, 1999): amplitude cos^4, 10 mm, 25 Hz. */
final class RegularBreathing {

  private RegularBreathing() {}

  static BreathingCycles of(double periodS, double durationS) {
    int samples = (int) (durationS * 25) + 1;
    double[] times = new double[samples];
    double[] amplitudes = new double[samples];
    for (int i = 0; i < samples; i++) {
      times[i] = i / 25.0;
      double wave = StrictMath.cos(Math.PI * times[i] / periodS);
      amplitudes[i] = 10 * wave * wave * wave * wave;
    }
    var valid = new BreathingTrace.Validity[samples];
    Arrays.fill(valid, BreathingTrace.Validity.VALID);
    var trace =
        new BreathingTrace(
            times,
            amplitudes,
            valid,
            null,
            BreathingTrace.Unit.MILLIMETRE,
            new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "computed"));
    List<Breath> breaths = new ArrayList<>();
    for (int n = 0; (n + 1) * periodS <= durationS; n++) {
      breaths.add(new Breath(n * periodS, (n + 0.5) * periodS, (n + 1) * periodS, true));
    }
    return new BreathingCycles(trace, breaths);
  }
}
