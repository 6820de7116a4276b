package org.breathline.study.billing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.x12.Denial;
import org.breathline.billing.x12.Denials;
import org.breathline.billing.x12.Remittance;
import org.breathline.billing.x12.X12Exception;
import org.breathline.billing.x12.X12File;
import org.breathline.study.InputException;
import org.jspecify.annotations.Nullable;

/** Reads what a payer did not pay, and why; with the claim, what the rules had said of it. */
public final class ReadDenials {

  /**
   * What was read; the JSON of {@code denials --json}. Nothing in it says whose the claims are.
   *
   * @param payment in US dollars, of all the file
   * @param claims how many it answers
   * @param denials one for each reason
   */
  public record Summary(BigDecimal payment, int claims, List<Denied> denials) {}

  /**
   * A denial.
   *
   * @param claim the provider's number
   * @param line of the remittance, 0 for the whole claim
   * @param code of the procedure, or absent
   * @param group CO, OA, PI or PR
   * @param carc reason code
   * @param rarc remark codes
   * @param amount not paid
   * @param cause what stands behind it, by our own mapping
   * @param mending what may be done
   * @param predictedBy rules that had said it of the claim; absent without the claim
   */
  public record Denied(
      String claim,
      int line,
      @Nullable String code,
      String group,
      String carc,
      List<String> rarc,
      BigDecimal amount,
      String cause,
      String mending,
      @Nullable List<String> predictedBy) {}

  private ReadDenials() {}

  /**
   * Reads.
   *
   * @param file an 835
   * @param claim the claim that it answers, to be matched with the findings of the rules
   * @throws InputException if the file is no 835, or anything in it is wrong
   */
  public static Summary run(Path file, Optional<Path> claim, BillingFolder folder)
      throws IOException, InputException {
    List<Remittance> remittances;
    try {
      if (!(X12File.read(file) instanceof X12File.Contents.Remittances read)) {
        throw new InputException(file + " is X12, but no remittance (835).");
      }
      remittances = read.remittances();
    } catch (X12Exception e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    Optional<Claim> billed =
        claim.isPresent() ? Optional.of(ClaimFile.readOne(claim.get())) : Optional.empty();
    List<ClaimSummary.Said> said =
        claim.isPresent()
            ? CheckClaim.run(
                    new CheckClaim.Request(
                        claim.get(), Optional.empty(), Optional.empty(), Optional.empty()),
                    folder)
                .findings()
            : List.of();
    List<Denied> denials = new ArrayList<>();
    BigDecimal payment = BigDecimal.ZERO;
    int claims = 0;
    for (Remittance remittance : remittances) {
      payment = payment.add(remittance.payment());
      claims += remittance.claims().size();
      for (Denial denial : Denials.of(remittance)) {
        denials.add(denied(denial, billed, said));
      }
    }
    return new Summary(payment, claims, denials);
  }

  private static Denied denied(
      Denial denial, Optional<Claim> billed, List<ClaimSummary.Said> said) {
    List<String> predicted =
        billed
            .filter(c -> c.id().equals(denial.claimId()))
            .map(c ->
                said.stream()
                    .filter(s -> s.carc().contains(denial.reason()))
                    .filter(s -> isAbout(s, denial, c))
                    .map(ClaimSummary.Said::rule)
                    .toList())
            .orElse(null);
    return new Denied(
        denial.claimId(),
        denial.line(),
        denial.code(),
        denial.group(),
        denial.reason(),
        denial.remarks(),
        denial.amount(),
        denial.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        denial.mending(),
        predicted);
  }

  /** A payer may order lines anew: they are matched by their code. */
  private static boolean isAbout(ClaimSummary.Said said, Denial denial, Claim claim) {
    return denial.line() == 0
        || said.lines().isEmpty()
        || said.lines().stream()
            .anyMatch(n -> claim.lines().get(n - 1).code().equals(denial.code()));
  }
}
