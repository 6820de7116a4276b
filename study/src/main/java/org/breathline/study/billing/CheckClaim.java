package org.breathline.study.billing;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimFormatException;
import org.breathline.billing.claim.ClaimJson;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.LineOfBusiness;
import org.breathline.billing.fees.Component;
import org.breathline.billing.fees.Fee;
import org.breathline.billing.fees.FeeRequest;
import org.breathline.billing.fees.FeeSchedule;
import org.breathline.billing.fees.FeeSetting;
import org.breathline.billing.rules.CheckResult;
import org.breathline.billing.rules.ClaimCheck;
import org.breathline.billing.rules.ClaimContext;
import org.breathline.billing.rules.Finding;
import org.breathline.billing.rules.ModifierAdviser;
import org.breathline.billing.rules.RuleData;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.billing.ClaimSummary.Payment;
import org.breathline.study.billing.ClaimSummary.Said;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;

/** Checks a claim in a file by all rules, and says what it pays. */
public final class CheckClaim {

  private static final long LARGEST_CONTEXT = 1L << 20;

  /**
   * What to check.
   *
   * @param file the claim as JSON or as an 837
   * @param context what else is known, as JSON, or absent
   * @param payer the profile to judge by, or absent: then the payer's name chooses it
   * @param locality such as AK-01; absent for the nation
   */
  public record Request(
      Path file, Optional<Path> context, Optional<String> payer, Optional<String> locality) {}

  private CheckClaim() {}

  /**
   * Checks it.
   *
   * @throws InputException if the file is no claim
   */
  public static ClaimSummary run(Request request, BillingFolder folder)
      throws IOException, InputException {
    Claim claim;
    ClaimContext context;
    try {
      claim = ClaimFile.readOne(request.file());
      context = context(request.context());
    } catch (ClaimFormatException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    return check(claim, context, request, folder);
  }

  /** Checks a claim that was read elsewhere, by what the request says besides. */
  public static ClaimSummary check(
      Claim claim, ClaimContext context, Request request, BillingFolder folder)
      throws IOException, InputException {
    RuleData data = folder.ruleData();
    if (request.payer().isPresent() && data.payers().byId(request.payer().get()).isEmpty()) {
      throw new UsageException(
          "There is no payer profile %s; there are %s."
              .formatted(
                  request.payer().get(),
                  String.join(", ", data.payers().profiles().stream().map(p -> p.id()).toList())));
    }
    CheckResult result = new ClaimCheck(data).check(claim, judgedBy(context, request.payer()));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("payer", request.payer().orElse("by name"));
    parameters.put("locality", request.locality().orElse("national"));
    return new ClaimSummary(
        Provenance.of(
            "claim check",
            parameters,
            List.of(new Provenance.Input("claim", 1, Digests.ofFile(request.file())))),
        result.verdict(),
        result.findings().stream().map(Said::of).toList(),
        payments(claim, result, data.fees(), request.locality()));
  }

  private static ClaimContext context(Optional<Path> file)
      throws IOException, ClaimFormatException {
    if (file.isEmpty()) {
      return ClaimContext.NONE;
    }
    String name = String.valueOf(file.get().getFileName());
    if (Files.size(file.get()) > LARGEST_CONTEXT) {
      throw new ClaimFormatException(name + " is larger than 1 MiB.");
    }
    return ClaimJson.parse(Files.readAllBytes(file.get()), name, ClaimContext.class);
  }

  private static ClaimContext judgedBy(ClaimContext context, Optional<String> payer) {
    return payer.isEmpty()
        ? context
        : new ClaimContext(
            context.history(),
            payer.get(),
            context.targetSide(),
            context.plan(),
            context.resimulationReason(),
            context.noticeSigned(),
            context.measuredMotionMm());
  }

  private static List<Payment> payments(
      Claim claim, CheckResult result, FeeSchedule fees, Optional<String> locality) {
    List<Payment> payments = new ArrayList<>();
    for (int i = 0; i < claim.lines().size(); i++) {
      payments.add(payment(claim, i + 1, result, fees, locality));
    }
    return payments;
  }

  private static Payment payment(
      Claim claim, int number, CheckResult result, FeeSchedule fees, Optional<String> locality) {
    ClaimLine line = claim.lines().get(number - 1);
    boolean denied =
        result.findings().stream()
            .anyMatch(
                f -> f instanceof Finding.Deny && (f.lines().isEmpty() || deniedLine(f) == number));
    if (denied) {
      return new Payment(number, line.code(), null, "denied, see the findings");
    }
    if (claim.coverage().payer().lineOfBusiness() != LineOfBusiness.MEDICARE) {
      return new Payment(number, line.code(), null, "not known: this payer's contract");
    }
    if (claim.form() == ClaimForm.INSTITUTIONAL) {
      return new Payment(
          number, line.code(), null, "not by the physician fee schedule: a hospital's claim");
    }
    boolean facility =
        claim
            .placeOfService(line)
            .flatMap(p -> ModifierAdviser.shipped().isFacility(p))
            .orElse(false);
    Component component =
        line.has("26")
            ? Component.PROFESSIONAL
            : line.has("TC") ? Component.TECHNICAL : Component.GLOBAL;
    Fee fee =
        fees.fee(
            new FeeRequest(
                line.code(),
                line.date(),
                component,
                facility ? FeeSetting.FACILITY : FeeSetting.OFFICE,
                locality,
                Optional.empty()));
    BigDecimal allowed = fee.allowed();
    if (allowed == null) {
      return new Payment(number, line.code(), null, String.valueOf(fee.reason()));
    }
    return new Payment(
        number,
        line.code(),
        allowed.multiply(line.units()).setScale(2, RoundingMode.HALF_UP),
        "Medicare, %s, before coinsurance and sequestration".formatted(fee.locality()));
  }

  /** Of a pair the second line is the one denied; of everything else the first. */
  private static int deniedLine(Finding finding) {
    return finding.rule().equals("pair.ptp") || finding.rule().equals("duplicate.line")
        ? finding.lines().getLast()
        : finding.lines().getFirst();
  }
}
