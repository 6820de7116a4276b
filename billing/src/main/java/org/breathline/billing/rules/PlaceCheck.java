package org.breathline.billing.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.InstitutionalDetails;
import org.breathline.billing.fees.Component;
import org.breathline.billing.fees.FeeSetting;
import org.breathline.billing.fees.RelativeValue;

/** Where it was done, and who is paid for what there. */
final class PlaceCheck implements Rule {

  private static final Set<String> USUAL = Set.of("11", "19", "21", "22", "24");
  private static final String INPATIENT = "21";

  @Override
  public void examine(Examination claim) {
    InstitutionalDetails details = claim.claim().institutional();
    if (details != null) {
      hospital(claim, details);
      return;
    }
    for (int number = 1; number <= claim.lines().size(); number++) {
      professional(claim, number);
    }
  }

  private static void professional(Examination claim, int number) {
    ClaimLine line = claim.line(number);
    Optional<String> place = claim.claim().placeOfService(line);
    if (place.isEmpty()) {
      claim.deny("place.code", List.of(number), "The line has no place of service.");
      return;
    }
    Optional<Boolean> facility = ModifierAdviser.shipped().isFacility(place.get());
    if (facility.isEmpty()) {
      claim.deny(
          "place.code", List.of(number), "%s is not a place of service.".formatted(place.get()));
      return;
    }
    Component component = Examination.component(line);
    Optional<RelativeValue> value = claim.relativeValue(line, component);
    if (facility.get() && value.isPresent() && notPaidInFacility(value.get())) {
      facility(claim, number, place.get(), component, value.get());
    } else if (line.code().equals(Examination.SIMULATION)) {
      if (USUAL.contains(place.get())) {
        claim.ok("place.facility-na", List.of(number), place(place.get(), component));
      } else {
        claim.warn(
            "place.unusual",
            List.of(number),
            "Place of service %s is unusual for radiation oncology.".formatted(place.get()));
      }
      officeProfessional(claim, number, facility.get(), component);
    }
  }

  private static void officeProfessional(
      Examination claim, int number, boolean facility, Component component) {
    if (!facility && component == Component.PROFESSIONAL) {
      claim.advise(
          "place.facility-na",
          List.of(number),
          "26 outside a facility: right only where another entity bills TC; else bill the whole.");
    }
  }

  private static String place(String place, Component component) {
    return "Place of service %s fits %s."
        .formatted(
            place,
            component == Component.GLOBAL ? "the whole" : "modifier " + component.modifier());
  }

  private static boolean notPaidInFacility(RelativeValue value) {
    return value.practiceExpense(FeeSetting.FACILITY).isEmpty();
  }

  private static void facility(
      Examination claim, int number, String place, Component component, RelativeValue value) {
    ClaimLine line = claim.line(number);
    RuleSource source =
        new RuleSource(
            claim
                .data()
                .fees()
                .release(line.date())
                .map(r -> "CMS relative values " + r.name())
                .orElse("CMS relative values"),
            claim.data().fees().release(line.date()).map(r -> r.effective()).orElse(null),
            null,
            "%s %s, facility NA".formatted(value.code(), component.modifier()).strip());
    boolean inpatientTechnical = place.equals(INPATIENT) && component == Component.TECHNICAL;
    String rule = inpatientTechnical ? "place.inpatient-tc" : "place.facility-na";
    String statement =
        "%s %s at place of service %s: the fee schedule answers NA in a facility."
            .formatted(
                line.code(),
                component == Component.GLOBAL ? "as a whole" : "with " + component.modifier(),
                place);
    if (claim.isMedicare() || inpatientTechnical) {
      claim.deny(rule, List.of(number), statement, source);
    } else {
      claim.warn(rule, List.of(number), statement + " That is Medicare's schedule.", source);
    }
  }

  private static void hospital(Examination claim, InstitutionalDetails details) {
    List<Integer> simulations = claim.linesWith(Examination.SIMULATION);
    if (details.facilityCode().equals("11") || details.facilityCode().equals("12")) {
      claim.advise(
          "hospital.inpatient",
          simulations,
          "Type of bill %s is an inpatient stay's: its lines are not paid one by one."
              .formatted(details.typeOfBill()));
    } else if (!details.isHospitalOutpatient()) {
      claim.warn(
          "hospital.type-of-bill",
          List.of(),
          "Type of bill %s is not a hospital's outpatient bill.".formatted(details.typeOfBill()));
    }
    for (int number : simulations) {
      if (claim.isMedicare() && details.isHospitalOutpatient()) {
        claim.advise(
            "hospital.packaged",
            List.of(number),
            "Under the OPPS 77293 is packaged: no payment of its own (status N, not verified).");
      }
    }
  }
}
