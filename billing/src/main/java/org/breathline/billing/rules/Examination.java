package org.breathline.billing.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.InstitutionalDetails;
import org.breathline.billing.claim.LineOfBusiness;
import org.breathline.billing.edits.EditSetting;
import org.breathline.billing.fees.Component;
import org.breathline.billing.fees.RelativeValue;
import org.breathline.billing.payer.Known;
import org.breathline.billing.payer.PayerProfile;

/** A claim under the rules: what they ask, and what they have found. */
final class Examination {

  /** The code that this is all about. */
  static final String SIMULATION = "77293";

  private final Claim claim;
  private final ClaimContext context;
  private final RuleData data;
  private final Optional<PayerProfile> payer;
  private final List<Finding> findings = new ArrayList<>();

  Examination(Claim claim, ClaimContext context, RuleData data) {
    this.claim = claim;
    this.context = context;
    this.data = data;
    String named = context.payerProfile();
    payer = named == null ? data.payers().of(claim.coverage().payer()) : data.payers().byId(named);
  }

  Claim claim() {
    return claim;
  }

  List<ClaimLine> lines() {
    return claim.lines();
  }

  ClaimLine line(int number) {
    return claim.lines().get(number - 1);
  }

  ClaimContext context() {
    return context;
  }

  RuleData data() {
    return data;
  }

  Optional<PayerProfile> payer() {
    return payer;
  }

  LineOfBusiness lineOfBusiness() {
    return claim.coverage().payer().lineOfBusiness();
  }

  boolean isMedicare() {
    return lineOfBusiness() == LineOfBusiness.MEDICARE;
  }

  /** Whether CMS's edits are the payer's own: Medicare's and Medicaid's by law. */
  boolean ncciIsThePayers() {
    return switch (lineOfBusiness()) {
      case MEDICARE, MEDICARE_ADVANTAGE, MEDICAID -> true;
      default -> payer.map(p -> p.followsNcci() == Known.YES).orElse(false);
    };
  }

  boolean isProfessional() {
    return claim.form() == ClaimForm.PROFESSIONAL;
  }

  boolean isHospitalOutpatient() {
    InstitutionalDetails details = claim.institutional();
    return details != null && details.isHospitalOutpatient();
  }

  /** For whose claims the edits are to be taken; absent for an inpatient stay. */
  Optional<EditSetting> editSetting() {
    if (isProfessional()) {
      return Optional.of(EditSetting.PRACTITIONER);
    }
    return isHospitalOutpatient() ? Optional.of(EditSetting.OUTPATIENT) : Optional.empty();
  }

  /** The components of a line by its modifiers; 26 wins where both are there. */
  static Component component(ClaimLine line) {
    if (line.has("26")) {
      return Component.PROFESSIONAL;
    }
    return line.has("TC") ? Component.TECHNICAL : Component.GLOBAL;
  }

  Optional<RelativeValue> relativeValue(ClaimLine line, Component component) {
    return data.fees().release(line.date()).flatMap(r -> r.find(line.code(), component));
  }

  /** The numbers of the lines with a code, 1 for the first. */
  List<Integer> linesWith(String code) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < claim.lines().size(); i++) {
      if (claim.lines().get(i).code().equals(code)) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  static boolean isVisit(String code) {
    return code.compareTo("99202") >= 0 && code.compareTo("99499") <= 0;
  }

  void deny(String rule, List<Integer> lines, String statement) {
    deny(rule, lines, statement, RuleCatalogue.shipped().get(rule).source());
  }

  void deny(String rule, List<Integer> lines, String statement, RuleSource source) {
    RuleCatalogue.Entry entry = RuleCatalogue.shipped().get(rule);
    if (entry.holdsOn(date(lines))) {
      findings.add(
          new Finding.Deny(rule, lines, statement, source, entry.denial(), entry.mending()));
    }
  }

  void warn(String rule, List<Integer> lines, String statement) {
    warn(rule, lines, statement, RuleCatalogue.shipped().get(rule).source());
  }

  void warn(String rule, List<Integer> lines, String statement, RuleSource source) {
    RuleCatalogue.Entry entry = RuleCatalogue.shipped().get(rule);
    if (entry.holdsOn(date(lines))) {
      findings.add(
          new Finding.Warn(rule, lines, statement, source, entry.denial(), entry.mending()));
    }
  }

  /** Denied where CMS's edits are the payer's own; elsewhere it may be. */
  void denyByNcci(String rule, List<Integer> lines, String statement, RuleSource source) {
    if (ncciIsThePayers()) {
      deny(rule, lines, statement, source);
    } else {
      warn(rule, lines, statement + " Whether this payer follows CMS here is not known.", source);
    }
  }

  void advise(String rule, List<Integer> lines, String statement) {
    advise(rule, lines, statement, RuleCatalogue.shipped().get(rule).source());
  }

  void advise(String rule, List<Integer> lines, String statement, RuleSource source) {
    RuleCatalogue.Entry entry = RuleCatalogue.shipped().get(rule);
    if (entry.holdsOn(date(lines))) {
      findings.add(new Finding.Advise(rule, lines, statement, source, entry.mending()));
    }
  }

  void ok(String rule, List<Integer> lines, String statement) {
    ok(rule, lines, statement, RuleCatalogue.shipped().get(rule).source());
  }

  void ok(String rule, List<Integer> lines, String statement, RuleSource source) {
    findings.add(new Finding.Ok(rule, lines, statement, source));
  }

  private LocalDate date(List<Integer> lines) {
    return lines.isEmpty() ? claim.lines().getFirst().date() : line(lines.getFirst()).date();
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
