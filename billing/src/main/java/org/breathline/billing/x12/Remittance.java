package org.breathline.billing.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a payer paid, and why not more (835). Amounts balance: a remittance whose sums do not agree
 * is refused by the reader.
 *
 * @param payer its name
 * @param trace the number of the payment (TRN02)
 * @param date of the payment
 * @param payment in US dollars
 * @param claims that it answers
 */
public record Remittance(
    String payer, String trace, LocalDate date, BigDecimal payment, List<PaidClaim> claims) {

  /** Copies. */
  public Remittance {
    claims = List.copyOf(claims);
  }

  /**
   * What became of a claim.
   *
   * @param id the provider's number for it (CLP01)
   * @param status CLP02: 1 to 3 processed as primary to tertiary, 4 denied, 22 reversed
   * @param charge asked for
   * @param paid given
   * @param payerControl the payer's number for it (CLP07)
   * @param adjustments of the claim as a whole
   * @param remarks RARC of the claim as a whole
   * @param lines the services
   */
  public record PaidClaim(
      String id,
      String status,
      BigDecimal charge,
      BigDecimal paid,
      String payerControl,
      List<Adjustment> adjustments,
      List<String> remarks,
      List<PaidLine> lines) {

    /** Copies. */
    public PaidClaim {
      adjustments = List.copyOf(adjustments);
      remarks = List.copyOf(remarks);
      lines = List.copyOf(lines);
    }
  }

  /**
   * What became of a service.
   *
   * @param code of the procedure as judged
   * @param modifiers up to four
   * @param date of service, or absent
   * @param charge asked for
   * @param paid given
   * @param adjustments why not all of it
   * @param remarks RARC (LQ with HE)
   */
  public record PaidLine(
      String code,
      List<String> modifiers,
      @Nullable LocalDate date,
      BigDecimal charge,
      BigDecimal paid,
      List<Adjustment> adjustments,
      List<String> remarks) {

    /** Copies. */
    public PaidLine {
      modifiers = List.copyOf(modifiers);
      adjustments = List.copyOf(adjustments);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A reason for paying less, or (negative) more.
   *
   * @param group CO the contract's, PR the patient's, OA other, PI the payer's own
   * @param reason CARC
   * @param amount in US dollars
   */
  public record Adjustment(String group, String reason, BigDecimal amount) {}

  static BigDecimal sum(Stream<Adjustment> adjustments) {
    return adjustments.map(Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
