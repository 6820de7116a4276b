package org.breathline.core.motion.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the figures speak for. It is a proposal: a person decides, see {@link Decision}.
 *
 * @param proposed the technique the figures speak for most
 * @param options all techniques in the order of {@link Technique}, each with its reasons
 * @param gate the gating window that was judged
 */
public record Proposal(Technique proposed, List<Option> options, GatingChoice gate) {

  /**
   * Beyond this a tumour is so far from its mean for so long that planning on it alone costs margin
   * as an ITV does, mm: this system's own choice.
   */
  private static final double LARGE_MM = 15;

  /** Copies the list. */
  public Proposal {
    options = List.copyOf(options);
  }

  /** Judges every technique. */
  public static Proposal of(Evidence evidence) {
    GatingChoice gate =
        GatingChoice.widest(
            GatingChoice.around(
                evidence.target(), evidence.target().highest().percent(), evidence.trace()));
    List<Option> options = new ArrayList<>();
    for (Technique technique : Technique.values()) {
      options.add(Judgement.of(technique, evidence, gate));
    }
    return new Proposal(chosen(evidence, options), options, gate);
  }

  private static Technique chosen(Evidence evidence, List<Option> options) {
    double motion = evidence.target().peakToPeak().vectorMm();
    if (!evidence.target().peakToPeak().isBeyondTg76()) {
      return Technique.FREE_BREATHING_ITV;
    }
    List<Technique> order =
        motion > LARGE_MM
            ? List.of(
                Technique.COMPRESSION,
                Technique.BREATH_HOLD,
                Technique.GATED,
                Technique.MID_VENTILATION)
            : List.of(
                Technique.MID_VENTILATION,
                Technique.GATED,
                Technique.BREATH_HOLD,
                Technique.COMPRESSION);
    Optional<Technique> suitable =
        order.stream().filter(t -> of(options, t).verdict() == Option.Verdict.SUITABLE).findFirst();
    return suitable.orElse(Technique.FREE_BREATHING_ITV);
  }

  /** How a technique came out. */
  public Option option(Technique technique) {
    return of(options, technique);
  }

  private static Option of(List<Option> options, Technique technique) {
    return options.stream().filter(o -> o.technique() == technique).findFirst().orElseThrow();
  }
}
