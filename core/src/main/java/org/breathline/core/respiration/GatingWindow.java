package org.breathline.core.respiration;

/** When to look, or to treat: a part of the breath. */
public sealed interface GatingWindow {

  /** Whether it is open at a time; closed where there is no breath, phase or amplitude. */
  boolean isOpen(BreathingCycles cycles, double timeS);

  /**
   * The share of the time with breaths during which it is open, 0 to 1, to half a sample at every
   * opening and closing; 0 where there is no breath.
   */
  default double dutyCycle(BreathingCycles cycles) {
    BreathingTrace trace = cycles.trace();
    double open = 0;
    double all = 0;
    for (int i = 1; i < trace.size(); i++) {
      double stepS = trace.timeS(i) - trace.timeS(i - 1);
      double middleS = trace.timeS(i - 1) + stepS / 2;
      if (cycles.breathAt(middleS) >= 0) {
        all += stepS;
        open += isOpen(cycles, middleS) ? stepS : 0;
      }
    }
    return all > 0 ? open / all : 0;
  }

  /**
   * Open within a range of phase; from a larger to a smaller phase it runs over 100 %, so that 80
   * to 20 is about the end of inhalation.
   *
   * @param fromPercent where it opens, 0 to 100
   * @param toPercent where it closes, 0 to 100
   */
  record Phase(double fromPercent, double toPercent) implements GatingWindow {

    /** Checks the range; throws {@link IllegalArgumentException}. */
    public Phase {
      if (!(fromPercent >= 0 && fromPercent <= 100 && toPercent >= 0 && toPercent <= 100)) {
        throw new IllegalArgumentException("a phase window lies within 0 to 100 %");
      }
    }

    @Override
    public boolean isOpen(BreathingCycles cycles, double timeS) {
      double phase = cycles.phasePercentAt(timeS);
      if (fromPercent <= toPercent) {
        return phase >= fromPercent && phase <= toPercent;
      }
      return phase >= fromPercent || phase <= toPercent;
    }
  }

  /**
   * Open within a range of amplitude.
   *
   * @param low in the trace's unit
   * @param high in the trace's unit, above {@code low}
   */
  record Amplitude(double low, double high) implements GatingWindow {

    /** Checks the order; throws {@link IllegalArgumentException}. */
    public Amplitude {
      if (!(low < high)) {
        throw new IllegalArgumentException("an amplitude window runs from low to high");
      }
    }

    @Override
    public boolean isOpen(BreathingCycles cycles, double timeS) {
      double amplitude = cycles.amplitudeAt(timeS);
      return cycles.breathAt(timeS) >= 0 && amplitude >= low && amplitude <= high;
    }
  }
}
