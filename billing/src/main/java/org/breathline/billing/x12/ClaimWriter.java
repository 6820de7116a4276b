package org.breathline.billing.x12;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.billing.claim.Attachment;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.Coverage;
import org.breathline.billing.claim.Diagnosis;
import org.breathline.billing.claim.InstitutionalDetails;
import org.breathline.billing.claim.Provider;
import org.breathline.billing.claim.Providers;
import org.breathline.billing.claim.Relationship;
import org.breathline.billing.x12.SegmentWriter.Composite;
import org.jspecify.annotations.Nullable;

/**
 * A claim as an 837P or 837I of one interchange, one transaction. What the transaction needs and
 * the claim does not have is refused with the segment and element that wants it; nothing is made
 * up.
 */
public final class ClaimWriter {

  private static final int PARTY_LENGTH = 15;
  private static final int MOST_POINTERS = 4;
  private static final int MOST_PROFESSIONAL_DIAGNOSES = 12;
  private static final int MOST_PROFESSIONAL_LINES = 50;
  private static final int DIAGNOSES_A_SEGMENT = 12;
  private static final int MOST_ATTACHMENTS = 10;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final Claim claim;
  private final boolean institutional;
  private final SegmentWriter out = new SegmentWriter();
  private final PartyWriter parties = new PartyWriter(out);

  private ClaimWriter(Claim claim) {
    this.claim = claim;
    this.institutional = claim.form() == ClaimForm.INSTITUTIONAL;
  }

  /**
   * Writes a claim.
   *
   * @param submitter who sends it
   * @param control the control number of the interchange, 1 to 999999999
   * @param at when it is sent
   * @param test whether it is marked as a test (ISA15 T)
   * @throws X12Exception if the claim cannot be said in X12; it names every segment and element
   */
  public static String write(
      Claim claim, Submitter submitter, int control, Instant at, boolean test) throws X12Exception {
    ClaimWriter writer = new ClaimWriter(claim);
    String text = writer.interchange(submitter, control, at.atZone(ZoneOffset.UTC), test);
    if (!writer.out.faults().isEmpty()) {
      throw new X12Exception("The claim cannot be written as X12", writer.out.faults());
    }
    return text;
  }

  private String interchange(Submitter submitter, int control, ZonedDateTime at, boolean test) {
    if (control < 1 || control > 999_999_999) {
      throw new IllegalArgumentException("control number: " + control);
    }
    TransactionKind kind =
        institutional ? TransactionKind.INSTITUTIONAL_CLAIM : TransactionKind.PROFESSIONAL_CLAIM;
    String receiver =
        Optional.ofNullable(submitter.receiverId()).orElse(claim.coverage().payer().id());
    String number = String.format(Locale.ROOT, "%09d", control);
    String time = at.format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT));
    String isa =
        String.format(
            Locale.ROOT,
            "ISA*00*          *00*          *ZZ*%-15.15s*ZZ*%-15.15s*%s*%s*^*00501*%s*0*%s*:~\n",
            submitter.id(),
            receiver,
            at.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT)),
            time,
            number,
            test ? "T" : "P");
    String group =
        "GS*HC*%s*%s*%s*%s*%d*X*%s~\n"
            .formatted(
                submitter.id(),
                receiver,
                at.toLocalDate().format(DAY),
                time,
                control,
                kind.version());
    if (submitter.id().length() > PARTY_LENGTH || receiver.length() > PARTY_LENGTH) {
      out.fault("ISA", 6, "a submitter or receiver of more than 15 characters");
    }
    transaction(submitter, receiver, kind, number, at);
    return isa + group + out.text() + "GE*1*%d~\nIEA*1*%s~\n".formatted(control, number);
  }

  private void transaction(
      Submitter submitter, String receiver, TransactionKind kind, String number, ZonedDateTime at) {
    out.add("ST", kind.code(), number, kind.version());
    out.add(
        "BHT",
        "0019",
        "00",
        number,
        at.toLocalDate().format(DAY),
        at.format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT)),
        "CH");
    out.add(
        "NM1",
        "41",
        "2",
        out.need(submitter.name(), "NM1", 3, "the submitter's name"),
        null,
        null,
        null,
        null,
        "46",
        out.need(submitter.id(), "NM1", 9, "the submitter's number"));
    out.add(
        "PER",
        "IC",
        out.need(submitter.contact(), "PER", 2, "the submitter's contact"),
        "TE",
        out.need(submitter.phone(), "PER", 4, "the contact's telephone"));
    out.add(
        "NM1",
        "40",
        "2",
        Optional.ofNullable(submitter.receiverName()).orElse(claim.coverage().payer().name()),
        null,
        null,
        null,
        null,
        "46",
        receiver);
    billing();
    subscriber();
    claim();
    int line = 0;
    for (ClaimLine each : claim.lines()) {
      line(each, ++line);
    }
    out.add("SE", out.count() + 1, number);
  }

  private void billing() {
    Provider billing = claim.providers().billing();
    out.add("HL", 1, null, "20", "1");
    if (billing.taxonomy() != null) {
      out.add("PRV", "BI", "PXC", billing.taxonomy());
    }
    if (institutional && billing.isPerson()) {
      out.fault("NM1", 2, "a hospital's claim is billed by an organisation");
    }
    parties.named("85", billing);
    parties.address(billing.address(), "the billing provider's address");
    out.add("REF", "EI", out.need(billing.taxId(), "REF", 2, "the billing provider's tax number"));
  }

  private void subscriber() {
    Coverage coverage = claim.coverage();
    boolean self = coverage.relationship() == Relationship.SELF;
    out.add("HL", 2, 1, "22", self ? "0" : "1");
    out.add(
        "SBR",
        "P",
        self ? "18" : null,
        coverage.groupNumber(),
        null,
        null,
        null,
        null,
        null,
        FilingCode.of(coverage.payer(), institutional));
    parties.person("IL", coverage.subscriber(), coverage.memberId(), self, self);
    out.add(
        "NM1",
        "PR",
        "2",
        coverage.payer().name(),
        null,
        null,
        null,
        null,
        "PI",
        coverage.payer().id());
    if (!self) {
      out.add("HL", 3, 2, "23", "0");
      out.add(
          "PAT",
          switch (coverage.relationship()) {
            case SPOUSE -> "01";
            case CHILD -> "19";
            default -> "G8";
          });
      parties.person("QC", coverage.patient(), null, true, true);
    }
  }

  private void claim() {
    InstitutionalDetails details = claim.institutional();
    if (details != null) {
      out.add(
          "CLM",
          claim.id(),
          money(claim.charge()),
          null,
          null,
          Composite.of(details.facilityCode(), "A", claim.frequency()),
          null,
          "A",
          "Y",
          "Y");
      out.add(
          "DTP",
          "434",
          "RD8",
          details.statementFrom().format(DAY) + "-" + details.statementThrough().format(DAY));
      if (details.admissionDate() != null) {
        out.add("DTP", "435", "D8", details.admissionDate().format(DAY));
      }
      out.add(
          "CL1",
          details.admissionType(),
          details.admissionSource(),
          out.need(details.patientStatus(), "CL1", 3, "the patient's status"));
    } else {
      out.add(
          "CLM",
          claim.id(),
          money(claim.charge()),
          null,
          null,
          Composite.of(
              out.need(claim.placeOfService(), "CLM", 5, "the place of service"),
              "B",
              claim.frequency()),
          "Y",
          "A",
          "Y",
          "Y");
    }
    if (claim.attachments().size() > MOST_ATTACHMENTS) {
      out.fault("PWK", 0, "more than ten attachments");
    }
    for (Attachment a : claim.attachments()) {
      out.add(
          "PWK",
          a.reportType(),
          a.transmission(),
          null,
          null,
          a.controlNumber() == null ? null : "AC",
          a.controlNumber(),
          a.description());
    }
    reference("9F", claim.referralNumber());
    reference("G1", claim.priorAuthorisation());
    reference("F8", claim.originalReference());
    diagnoses();
    providers();
  }

  private void diagnoses() {
    List<Diagnosis> diagnoses = claim.diagnoses();
    if (diagnoses.isEmpty()) {
      out.fault("HI", 1, "a diagnosis is missing, and X12 needs it");
      return;
    }
    if (!institutional && diagnoses.size() > MOST_PROFESSIONAL_DIAGNOSES) {
      out.fault("HI", 0, "more than twelve diagnoses on a professional claim");
    }
    List<Composite> codes = new ArrayList<>();
    for (Diagnosis diagnosis : diagnoses) {
      String present = Optional.ofNullable(diagnosis.presentOnAdmission()).orElse("");
      codes.add(
          Composite.of(
              codes.isEmpty() ? "ABK" : "ABF",
              diagnosis.withoutDot(),
              "",
              "",
              "",
              "",
              "",
              "",
              present));
    }
    // A hospital's principal diagnosis has a segment of its own.
    int first = institutional ? 1 : 0;
    if (institutional) {
      out.add("HI", codes.getFirst());
    }
    for (int i = first; i < codes.size(); i += DIAGNOSES_A_SEGMENT) {
      out.add("HI", codes.subList(i, Math.min(codes.size(), i + DIAGNOSES_A_SEGMENT)).toArray());
    }
    InstitutionalDetails details = claim.institutional();
    if (details != null && !details.conditionCodes().isEmpty()) {
      out.add("HI", details.conditionCodes().stream().map(c -> Composite.of("BG", c)).toArray());
    }
  }

  private void providers() {
    Providers providers = claim.providers();
    if (institutional) {
      parties.provider("71", providers.attending(), "AT");
      parties.provider("82", providers.rendering(), null);
      parties.facility(providers.serviceFacility());
      parties.provider("DN", providers.referring(), null);
      if (providers.supervising() != null) {
        out.fault("NM1", 1, "an 837I has no place for a supervising provider");
      }
    } else {
      parties.provider("DN", providers.referring(), null);
      parties.provider("82", providers.rendering(), "PE");
      parties.facility(providers.serviceFacility());
      parties.provider("DQ", providers.supervising(), null);
      if (providers.attending() != null) {
        out.fault("NM1", 1, "an 837P has no place for an attending provider");
      }
    }
  }

  private void line(ClaimLine line, int number) {
    if (!institutional && number > MOST_PROFESSIONAL_LINES) {
      out.fault("LX", 1, "more than fifty lines on a professional claim");
    }
    out.add("LX", number);
    List<String> procedure = new ArrayList<>(List.of("HC", line.code()));
    procedure.addAll(line.modifiers());
    if (institutional) {
      out.add(
          "SV2",
          out.need(line.revenueCode(), "SV2", 1, "a revenue code"),
          new Composite(procedure),
          money(line.charge()),
          "UN",
          line.units().toPlainString());
      if (!line.diagnosisPointers().isEmpty()) {
        out.fault("SV2", 0, "an 837I has no place for a line's diagnosis pointers");
      }
    } else {
      List<String> pointers = line.diagnosisPointers().stream().map(String::valueOf).toList();
      if (pointers.isEmpty() || pointers.size() > MOST_POINTERS) {
        out.fault("SV1", 7, "one to four diagnosis pointers are needed");
      }
      out.add(
          "SV1",
          new Composite(procedure),
          money(line.charge()),
          "UN",
          line.units().toPlainString(),
          line.placeOfService(),
          null,
          new Composite(pointers));
    }
    LocalDate end = line.endDate();
    out.add(
        "DTP",
        "472",
        end == null ? "D8" : "RD8",
        end == null ? line.date().format(DAY) : line.date().format(DAY) + "-" + end.format(DAY));
    reference("G1", line.priorAuthorisation());
    if (line.note() != null) {
      out.add("NTE", "ADD", line.note());
    }
    parties.provider("82", line.rendering(), institutional ? null : "PE");
  }

  private void reference(String qualifier, @Nullable String value) {
    if (value != null) {
      out.add("REF", qualifier, value);
    }
  }

  private static String money(BigDecimal amount) {
    return amount.toPlainString();
  }
}
