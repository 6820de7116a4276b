package org.breathline.billing.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What only a hospital's claim has.
 *
 * @param typeOfBill three digits without the leading zero, such as 131: facility, care, frequency
 * @param statementFrom first day of the statement
 * @param statementThrough last day
 * @param admissionType UB-04 locator 14, or absent
 * @param admissionSource locator 15, or absent
 * @param patientStatus locator 17, or absent
 * @param admissionDate of an inpatient, else absent
 * @param conditionCodes locators 18 to 28
 */
public record InstitutionalDetails(
    String typeOfBill,
    LocalDate statementFrom,
    LocalDate statementThrough,
    @Nullable String admissionType,
    @Nullable String admissionSource,
    @Nullable String patientStatus,
    @Nullable LocalDate admissionDate,
    List<String> conditionCodes) {

  private static final Pattern TYPE_OF_BILL = Pattern.compile("[1-9][0-9][0-9A-Z]");

  /** Checks texts and days; throws {@link IllegalArgumentException}. */
  public InstitutionalDetails {
    Texts.present("typeOfBill", typeOfBill);
    if (!TYPE_OF_BILL.matcher(typeOfBill).matches()) {
      throw new IllegalArgumentException("typeOfBill is not three characters such as 131");
    }
    Texts.required("statementFrom", statementFrom);
    Texts.required("statementThrough", statementThrough);
    if (statementThrough.isBefore(statementFrom)) {
      throw new IllegalArgumentException("statementThrough is before statementFrom");
    }
    Texts.clean("admissionType", admissionType);
    Texts.clean("admissionSource", admissionSource);
    Texts.clean("patientStatus", patientStatus);
    conditionCodes = Texts.list(conditionCodes);
    conditionCodes.forEach(c -> Texts.present("conditionCodes", c));
  }

  /** The first two digits: what kind of facility and of care. */
  public String facilityCode() {
    return typeOfBill.substring(0, 2);
  }

  /** Whether the patient was an outpatient of a hospital (13x, 14x, 85x). */
  public boolean isHospitalOutpatient() {
    return switch (facilityCode()) {
      case "13", "14", "85" -> true;
      default -> false;
    };
  }
}
