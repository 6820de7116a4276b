package org.breathline.core.respiration.recording;

import java.util.List;

/**
 * Which way a recording's amplitude grows, and why that is believed.
 *
 * @param inverted whether it falls with inhalation, so that it has to be turned over
 * @param confidence 0.5 (a coin) to 1
 * @param evidence each hint in one sentence with its figure
 */
public record PolarityFinding(boolean inverted, double confidence, List<String> evidence) {

  /** Below this the user should look at the trace. */
  public static final double SURE = 0.8;

  /** Copies the list. */
  public PolarityFinding {
    evidence = List.copyOf(evidence);
  }

  /** Whether it may be relied on without a look. */
  public boolean isSure() {
    return confidence >= SURE;
  }
}
