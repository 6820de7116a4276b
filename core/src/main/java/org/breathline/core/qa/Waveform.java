package org.breathline.core.qa;

import java.util.Arrays;
import java.util.List;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;

/** One cycle of a programmed motion. */
public sealed interface Waveform {

  /**
   * The level at a place in the cycle.
   *
   * @param cycle any number; 0 and 1 are the phase of 0 %
   * @return 1 at the end where the phase is 0 %, 0 at the other end
   */
  double level(double cycle);

  /** The name in words. */
  String words();

  /** Half a sine up and half down: (1 + cos 2 pi c) / 2. */
  record Sine() implements Waveform {
    @Override
    public double level(double cycle) {
      return 0.5 + 0.5 * Math.cos(2 * Math.PI * cycle);
    }

    @Override
    public String words() {
      return "sine";
    }
  }

  /**
   * The breathing curve of Lujan et al. (Med. Phys. 26:715, 1999) with n = 2: cos^4(pi c), which
   * stays long at the end of exhalation.
   */
  record CosFourth() implements Waveform {
    @Override
    public double level(double cycle) {
      double cosine = Math.cos(Math.PI * cycle);
      return cosine * cosine * cosine * cosine;
    }

    @Override
    public String words() {
      return "cos4 (Lujan)";
    }
  }

  /**
   * The mean breath of a recorded trace, by phase, between its lowest and highest level.
   *
   * @param levels at evenly spaced places in the cycle, the first at 0; at least 3, 0 to 1
   */
  record MeanBreath(List<Double> levels) implements Waveform {

    private static final int PLACES = 200;

    /** Copies the list; throws {@link IllegalArgumentException} if it is too short. */
    public MeanBreath {
      levels = List.copyOf(levels);
      if (levels.size() < 3) {
        throw new IllegalArgumentException("a mean breath needs at least 3 levels");
      }
    }

    /**
     * The mean over the breaths of a trace.
     *
     * @throws IllegalArgumentException if there is no breath, or it has no amplitude
     */
    public static MeanBreath of(BreathingCycles cycles) {
      if (cycles.breaths().isEmpty()) {
        throw new IllegalArgumentException("there is no breath in it");
      }
      double[] mean = new double[PLACES];
      for (int place = 0; place < PLACES; place++) {
        double sum = 0;
        for (Breath breath : cycles.breaths()) {
          sum += cycles.amplitudeAt(breath.startS() + breath.periodS() * place / PLACES);
        }
        mean[place] = sum / cycles.breaths().size();
      }
      double low = Arrays.stream(mean).min().orElseThrow();
      double high = Arrays.stream(mean).max().orElseThrow();
      if (!(high > low)) {
        throw new IllegalArgumentException("its breaths have no amplitude");
      }
      return new MeanBreath(
          Arrays.stream(mean).map(m -> (m - low) / (high - low)).boxed().toList());
    }

    @Override
    public double level(double cycle) {
      double place = (cycle - Math.floor(cycle)) * levels.size();
      int before = (int) place;
      double share = place - before;
      double low = levels.get(before % levels.size());
      double high = levels.get((before + 1) % levels.size());
      return low + share * (high - low);
    }

    @Override
    public String words() {
      return "mean breath of a trace";
    }
  }
}
