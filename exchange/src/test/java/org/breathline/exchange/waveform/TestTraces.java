package org.breathline.exchange.waveform;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;

/** Breathing traces made for tests. */
final class TestTraces {

  static final WaveformContext CONTEXT =
      WaveformContext.created(LocalDateTime.of(2026, 3, 4, 5, 6, 7));

  private TestTraces() {}

  /** A trace at 25 Hz whose times are whole milliseconds, jittered by up to so many. */
  static BreathingTrace jittered(SplittableRandom random, int samples, int jitterMs) {
    double[] timesS = new double[samples];
    double[] amplitudes = new double[samples];
    Validity[] validities = new Validity[samples];
    BitSet beamOn = new BitSet();
    double periodS = random.nextDouble(3, 6);
    for (int i = 0; i < samples; i++) {
      int jitter = jitterMs == 0 ? 0 : random.nextInt(-jitterMs, jitterMs + 1);
      timesS[i] = (185_666 + 40 * i + jitter) / 1000.0;
      double turn = Math.PI * timesS[i] / periodS;
      amplitudes[i] = Math.rint(12_000 * Math.pow(Math.sin(turn), 4)) / 1000;
      validities[i] = (int) (timesS[i] / 7) % 5 == 3 ? Validity.APERIODIC : Validity.VALID;
      beamOn.set(i, (i > samples / 4 && i < samples / 2) || i == 3 * samples / 4);
    }
    validities[samples / 3] = Validity.LOST;
    validities[samples - 1] = Validity.LOST;
    return new BreathingTrace(
        timesS,
        amplitudes,
        validities,
        beamOn,
        Unit.MILLIMETRE,
        new BreathingTrace.Origin(
            Optional.of("TRACE-1"), Optional.of(LocalDate.of(2021, 11, 13)), "Varian .vxp 1.6"));
  }

  /** A trace whose samples lie on the grid. */
  static BreathingTrace regular() {
    return jittered(new SplittableRandom(1), 2000, 0);
  }

  /** A copy of all validities. */
  static Validity[] validities(BreathingTrace trace) {
    Validity[] validities = new Validity[trace.size()];
    for (int i = 0; i < validities.length; i++) {
      validities[i] = trace.validity(i);
    }
    return validities;
  }
}
