package org.breathline.billing.payer;

import java.time.LocalDate;
import java.util.List;
import org.breathline.billing.claim.LineOfBusiness;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a payer, by {@code docs/schemas/payer.schema.json}.
 *
 * @param id what it is asked for by
 * @param name in words
 * @param matches parts of names on claims by which it is recognised, in upper case
 * @param linesOfBusiness for which the profile holds
 * @param followsNcci whether CMS's edits (pairs, units) are its own
 * @param benefitManager who decides on authorisation, or absent where not known
 * @param priorAuthorisation whether 77293 and its primary need one
 * @param criteriaFor77293 the payer's own criteria for the code, or absent where not known
 * @param packages codes that are inside the payment of a plan
 * @param statements what else is known
 */
public record PayerProfile(
    String id,
    String name,
    List<String> matches,
    List<LineOfBusiness> linesOfBusiness,
    Known followsNcci,
    @Nullable String benefitManager,
    Known priorAuthorisation,
    @Nullable String criteriaFor77293,
    List<PlanPackage> packages,
    List<Statement> statements) {

  /** Copies the lists. */
  public PayerProfile {
    matches = List.copyOf(matches);
    linesOfBusiness = List.copyOf(linesOfBusiness);
    packages = packages == null ? List.of() : List.copyOf(packages);
    statements = statements == null ? List.of() : List.copyOf(statements);
  }

  /**
   * Codes that are inside the payment of a planning code.
   *
   * @param plan the planning code, such as 77301
   * @param codes inside it
   * @param days within how many days before and after it; absent: whatever the date
   * @param hospitalOnly whether it holds for hospitals' claims alone
   * @param from first date of service, or absent where not known
   * @param through last date of service, or absent
   * @param source where it stands
   */
  public record PlanPackage(
      String plan,
      List<String> codes,
      @Nullable Integer days,
      boolean hospitalOnly,
      @Nullable LocalDate from,
      @Nullable LocalDate through,
      String source) {

    /** Copies the list. */
    public PlanPackage {
      codes = List.copyOf(codes);
    }

    /** Whether it is in force on a date of service. */
    public boolean holdsOn(LocalDate date) {
      return (from == null || !date.isBefore(from)) && (through == null || !date.isAfter(through));
    }
  }

  /**
   * Something known, or known to be unknown.
   *
   * @param text own words
   * @param source where it stands, or "not known"
   * @param from since when, or absent
   */
  public record Statement(String text, String source, @Nullable LocalDate from) {}
}
