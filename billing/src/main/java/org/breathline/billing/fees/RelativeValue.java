package org.breathline.billing.fees;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One row of a relative value file.
 *
 * @param code CPT or HCPCS code
 * @param component global, professional or technical
 * @param status CMS's status code: A is payable by this schedule, B bundled, C priced by the
 *     contractor, I and X not by this schedule
 * @param work relative value units of the physician's work
 * @param officeExpense practice expense outside a facility, RVU
 * @param officeNotApplicable whether the service is not paid outside a facility
 * @param facilityExpense practice expense in a facility, RVU
 * @param facilityNotApplicable whether the service is not paid in a facility
 * @param malpractice RVU
 * @param pcTc the PC/TC indicator
 * @param globalDays 000, 010, 090, XXX or ZZZ (goes with another service)
 * @param multipleProcedure the indicator of the reduction for multiple procedures
 * @param supervision of the diagnostic service, a code of two digits
 */
public record RelativeValue(
    String code,
    Component component,
    String status,
    BigDecimal work,
    BigDecimal officeExpense,
    boolean officeNotApplicable,
    BigDecimal facilityExpense,
    boolean facilityNotApplicable,
    BigDecimal malpractice,
    String pcTc,
    String globalDays,
    String multipleProcedure,
    String supervision) {

  /** The practice expense in a setting; absent where the schedule says NA. */
  public Optional<BigDecimal> practiceExpense(FeeSetting setting) {
    return switch (setting) {
      case OFFICE -> officeNotApplicable ? Optional.empty() : Optional.of(officeExpense);
      case FACILITY -> facilityNotApplicable ? Optional.empty() : Optional.of(facilityExpense);
    };
  }

  /** Whether this schedule pays for it at all (status A, R or T). */
  public boolean isPayable() {
    return switch (status) {
      case "A", "R", "T" -> true;
      default -> false;
    };
  }
}
