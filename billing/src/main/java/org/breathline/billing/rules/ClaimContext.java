package org.breathline.billing.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a claim does not say and a rule needs: what was billed before, and what is known of the
 * plan. Everything may be absent; then it is not known.
 *
 * @param history what was billed before for this patient
 * @param payerProfile the profile to judge by, where the payer's name shall not choose it
 * @param targetSide on which side the target lies
 * @param plan the plan this claim belongs to, any name
 * @param resimulationReason why there is a second simulation
 * @param noticeSigned whether the patient signed an ABN
 * @param measuredMotionMm what was measured; never a reason to deny
 */
public record ClaimContext(
    List<PriorService> history,
    @Nullable String payerProfile,
    @Nullable Side targetSide,
    @Nullable String plan,
    @Nullable String resimulationReason,
    @Nullable Boolean noticeSigned,
    @Nullable BigDecimal measuredMotionMm) {

  /** Nothing is known. */
  public static final ClaimContext NONE =
      new ClaimContext(List.of(), null, null, null, null, null, null);

  /** A list that a file leaves out is empty. */
  public ClaimContext {
    history = history == null ? List.of() : List.copyOf(history);
  }

  /**
   * A service billed before.
   *
   * @param code CPT or HCPCS code
   * @param modifiers on it
   * @param date of service
   * @param sameGroup whether by the provider group that bills now
   * @param plan the plan it belonged to, or absent
   */
  public record PriorService(
      String code,
      List<String> modifiers,
      LocalDate date,
      boolean sameGroup,
      @Nullable String plan) {

    /** A list that a file leaves out is empty. */
    public PriorService {
      modifiers = modifiers == null ? List.of() : List.copyOf(modifiers);
    }
  }
}
