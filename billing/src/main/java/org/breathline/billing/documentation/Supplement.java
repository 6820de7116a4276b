package org.breathline.billing.documentation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only persons can say of a simulation. Every part may be absent: then it is missing, and is
 * said to be.
 *
 * @param order the physician's order for the simulation
 * @param indication why motion had to be looked at, as known before the scan
 * @param technique how it was done
 * @param motion what was measured elsewhere, for a modality that this program does not measure
 * @param decision the management decided on the measured motion
 * @param findings in words
 * @param planUse how the plan uses them
 * @param interpretation the physician's
 * @param reviews by others, such as the physicist
 * @param signature the physician's, under all of it
 * @param claim what the claim needs besides
 */
public record Supplement(
    @Nullable Order order,
    @Nullable Indication indication,
    @Nullable Technique technique,
    List<StatedMotion> motion,
    @Nullable Decision decision,
    @Nullable String findings,
    @Nullable String planUse,
    @Nullable Interpretation interpretation,
    List<Sign> reviews,
    @Nullable Sign signature,
    @Nullable ClaimFacts claim) {

  /** Nobody said anything. */
  public static final Supplement NONE =
      new Supplement(null, null, null, List.of(), null, null, null, null, List.of(), null, null);

  /** Copies; a list that a file leaves out is empty. */
  @SuppressWarnings("NullAway") // a file may leave a list out
  public Supplement {
    motion = motion == null ? List.of() : List.copyOf(motion);
    reviews = reviews == null ? List.of() : List.copyOf(reviews);
  }

  /** The same with other words of interpretation, or none. */
  public Supplement withInterpretation(@Nullable Interpretation other) {
    return new Supplement(
        order,
        indication,
        technique,
        motion,
        decision,
        findings,
        planUse,
        other,
        reviews,
        signature,
        claim);
  }

  /**
   * An order.
   *
   * @param by who ordered
   * @param date when, on or before the day of the scan
   * @param text what was ordered
   */
  public record Order(String by, LocalDate date, String text) {}

  /**
   * Why motion had to be looked at.
   *
   * @param knownOn the day by which it was known
   * @param site of the tumour
   * @param text what was expected, such as the margin or the sparing intended
   * @param priorImaging what it rests on, or absent
   */
  public record Indication(
      LocalDate knownOn, String site, String text, @Nullable String priorImaging) {}

  /**
   * How it was done.
   *
   * @param modality such as CT, MR, fluoroscopy or ultrasound; absent where the images say
   * @param management of the breathing during the simulation
   * @param surrogate what stood for the breath; absent where the trace says, or there was none
   * @param device that held, compressed or observed, or absent
   * @param coaching how the patient was guided, or absent
   * @param window of the breath, for gating, or the level, for breath-hold, or absent
   */
  public record Technique(
      @Nullable String modality,
      Management management,
      @Nullable String surrogate,
      @Nullable String device,
      @Nullable String coaching,
      @Nullable String window) {}

  /**
   * Motion that was measured elsewhere.
   *
   * @param structure whose
   * @param valueMm how far
   * @param method how it was measured
   * @param objectUid the object that it was measured on, or absent
   */
  public record StatedMotion(
      String structure, double valueMm, String method, @Nullable String objectUid) {}

  /**
   * A decision.
   *
   * @param management for treatment
   * @param reason on what measured motion, and why
   * @param by who decided
   * @param date when
   */
  public record Decision(Management management, String reason, String by, LocalDate date) {}

  /** The physician's interpretation: the words, whose, and when. */
  public record Interpretation(String text, String by, LocalDate date) {}

  /**
   * A review or a signature.
   *
   * @param by who, with credentials
   * @param role such as physician or physicist
   * @param at when, in UTC, as ISO 8601 has it
   * @param meaning what it stands for
   */
  public record Sign(String by, String role, String at, String meaning) {

    /** Checks the moment; throws {@link IllegalArgumentException}. */
    public Sign {
      if (by == null || by.isBlank() || role == null || meaning == null || at == null) {
        throw new IllegalArgumentException("by, role, at or meaning is missing");
      }
      try {
        Instant.parse(at);
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException("at is no moment such as 2026-03-14T15:30:00Z", e);
      }
    }

    /** When. */
    public Instant instant() {
      return Instant.parse(at);
    }
  }
}
