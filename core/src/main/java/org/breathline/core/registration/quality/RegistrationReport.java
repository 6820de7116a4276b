package org.breathline.core.registration.quality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What became of a registration, as AAPM Task Group 132 wants it reported (Brock et al., Med. Phys.
 * 44, e43 (2017)): what was asked, how it was done, what was measured, and the uncertainty.
 *
 * @param request what was asked
 * @param method the algorithm with its version and settings, in words
 * @param quality what was measured
 * @param verdict what the gate says
 * @param decision who accepted it, at which level; empty while nobody has
 */
public record RegistrationReport(
    RegistrationRequest request,
    String method,
    FieldQuality quality,
    QualityVerdict verdict,
    Optional<Decision> decision) {

  /**
   * A person's decision.
   *
   * @param by who, as the person signs
   * @param at when
   * @param level the uncertainty as the person assessed it
   * @param accepted whether the result may be used
   * @param note in the person's words
   */
  public record Decision(
      String by, Instant at, UncertaintyLevel level, boolean accepted, String note) {}

  /** The report of a registration that nobody has looked at yet. */
  public static RegistrationReport of(
      RegistrationRequest request, String method, FieldQuality quality, QualityGate gate) {
    return new RegistrationReport(request, method, quality, gate.judge(quality), Optional.empty());
  }

  /** The same with a person's decision. */
  public RegistrationReport decided(Decision made) {
    return new RegistrationReport(request, method, quality, verdict, Optional.of(made));
  }

  /**
   * Whether the result may be used: a person accepted it, or nobody decided and the gate does not
   * refuse it.
   */
  public boolean usable() {
    return decision.map(Decision::accepted).orElse(verdict.outcome() != Outcome.REFUSE);
  }

  /**
   * Whether a person accepted what the gate refuses: the result is to be marked wherever it goes.
   */
  public boolean usedAgainstTheGate() {
    return usable() && verdict.outcome() == Outcome.REFUSE;
  }

  /** One row of the report's table. */
  public record Row(String measure, String value) {}

  /** The report as a table of measures and values, in words. */
  public List<Row> rows() {
    return ReportRows.of(this);
  }
}
