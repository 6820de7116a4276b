package org.breathline.billing.x12;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.breathline.billing.claim.Address;
import org.breathline.billing.claim.Attachment;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.Coverage;
import org.breathline.billing.claim.Diagnosis;
import org.breathline.billing.claim.InstitutionalDetails;
import org.breathline.billing.claim.LineOfBusiness;
import org.breathline.billing.claim.Payer;
import org.breathline.billing.claim.Person;
import org.breathline.billing.claim.Provider;
import org.breathline.billing.claim.Providers;
import org.breathline.billing.claim.Relationship;
import org.breathline.billing.claim.Sex;
import org.jspecify.annotations.Nullable;

/** Claims that hold all that X12 can say; nobody in them exists. */
public final class X12Claims {

  public static final Submitter SUBMITTER =
      new Submitter("SAMPLE ONCOLOGY", "SUB1", "BILLING DESK", "5550100", null, null);
  public static final Instant AT = Instant.parse("2026-03-16T08:30:00Z");

  private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
  private static final Address STREET =
      new Address("1 SAMPLE WAY", "SUITE 2", "SAMPLETON", "MD", "207050001", null);

  private X12Claims() {}

  /** The patient is the subscriber; planning and simulation on one day. */
  public static Claim professional() {
    return professional(
        new Coverage(
            new Payer("SAMPLE MEDICARE", "12345", LineOfBusiness.MEDICARE, null),
            "1AB2C34DE56",
            null,
            person("PAT", DAY.minusYears(70)),
            Relationship.SELF,
            null));
  }

  /** The patient is a child of the subscriber. */
  public static Claim ofADependent() {
    return professional(
        new Coverage(
            new Payer("SAMPLE BLUE", "54321", LineOfBusiness.COMMERCIAL, "BL"),
            "W1",
            "GROUP7",
            new Person("TESTER", "ALEX", null, null, Sex.UNKNOWN, null),
            Relationship.CHILD,
            person("KIM", DAY.minusYears(20))));
  }

  private static Claim professional(Coverage coverage) {
    return new Claim(
        "CASE-1",
        ClaimForm.PROFESSIONAL,
        "7",
        "ORIG1",
        coverage,
        new Providers(
            group(),
            new Provider("1234567893", "EXAMPLE", "DANA", "2085R0001X", null, null),
            new Provider("1245319599", "SECOND", "LEE", null, null, null),
            new Provider("1234567893", "THIRD", "SAM", null, null, null),
            null,
            new Provider("1245319599", "SAMPLE CENTER", null, null, null, STREET)),
        "11",
        null,
        List.of(Diagnosis.of("C34.31"), Diagnosis.of("J44.9")),
        "AUTH1",
        "REF1",
        List.of(new Attachment("OZ", "EL", "ABC123", null)),
        new BigDecimal("5301.10"),
        List.of(
            line("77301", List.of(), "4500", null, null),
            line("77293", List.of("59", "XS"), "801.10", "22", "4DCT")));
  }

  /** An outpatient of a hospital. */
  public static Claim institutional() {
    return new Claim(
        "CASE-2",
        ClaimForm.INSTITUTIONAL,
        "1",
        null,
        new Coverage(
            new Payer("SAMPLE MEDICARE", "12345", LineOfBusiness.MEDICARE, null),
            "1AB2C34DE56",
            null,
            person("PAT", DAY.minusYears(70)),
            Relationship.SELF,
            null),
        new Providers(
            group(),
            null,
            null,
            null,
            new Provider("1234567893", "EXAMPLE", "DANA", "2085R0001X", null, null),
            null),
        null,
        new InstitutionalDetails(
            "131", DAY, DAY.plusDays(1), "3", "1", "01", DAY.minusDays(1), List.of("44")),
        List.of(new Diagnosis("C34.31", "Y"), new Diagnosis("J44.9", "N"), Diagnosis.of("Z51.0")),
        "AUTH1",
        null,
        List.of(),
        new BigDecimal("4000.50"),
        List.of(hospitalLine("77301", "3000.50"), hospitalLine("77293", "1000")));
  }

  private static ClaimLine hospitalLine(String code, String charge) {
    return new ClaimLine(
        code,
        List.of(),
        null,
        BigDecimal.ONE,
        DAY,
        null,
        List.of(),
        new BigDecimal(charge),
        "0333",
        null,
        null,
        null);
  }

  private static ClaimLine line(
      String code,
      List<String> modifiers,
      String charge,
      @Nullable String place,
      @Nullable String note) {
    return new ClaimLine(
        code,
        modifiers,
        place,
        BigDecimal.ONE,
        DAY,
        place == null ? null : DAY.plusDays(1),
        List.of(1, 2),
        new BigDecimal(charge),
        null,
        place == null
            ? null
            : new Provider("1245319599", "FOURTH", "ANN", "2085R0001X", null, null),
        place == null ? null : "AUTH2",
        note);
  }

  private static Provider group() {
    return new Provider("1234567893", "SAMPLE ONCOLOGY", null, "261QX0203X", "123456789", STREET);
  }

  private static Person person(String first, LocalDate born) {
    return new Person("TESTER", first, "Q", born, Sex.FEMALE, STREET);
  }
}
