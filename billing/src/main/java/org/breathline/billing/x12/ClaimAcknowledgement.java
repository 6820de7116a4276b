package org.breathline.billing.x12;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a 277CA says of a claim.
 *
 * @param claimId the provider's number for it (TRN02)
 * @param payerControl the payer's number for it (REF 1K), or absent
 * @param statuses of the claim and its lines
 */
public record ClaimAcknowledgement(
    String claimId, @Nullable String payerControl, List<Status> statuses) {

  /** Copies. */
  public ClaimAcknowledgement {
    statuses = List.copyOf(statuses);
  }

  /**
   * A status.
   *
   * @param category STC01-1: A1 received, A2 accepted, A3, A4, A6, A7, A8 not taken
   * @param status STC01-2
   * @param entity STC01-3: about whom, or absent
   */
  public record Status(String category, String status, @Nullable String entity) {

    /** Whether it says that the claim does not go on. */
    public boolean isRejection() {
      return switch (category) {
        case "A3", "A4", "A6", "A7", "A8" -> true;
        default -> false;
      };
    }
  }

  /** Whether the claim goes on to be judged. */
  public boolean accepted() {
    return statuses.stream().noneMatch(Status::isRejection);
  }
}
