package org.breathline.billing.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breathline.billing.claim.Attachment;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.Coverage;
import org.breathline.billing.claim.Diagnosis;
import org.breathline.billing.claim.Provider;
import org.breathline.billing.claim.Relationship;
import org.breathline.billing.x12.Remittance;

/** A claim, a prior authorisation request and an explanation of benefit as bundles of R4. */
public final class FhirClaims {

  static final String CPT = "http://www.ama-assn.org/go/cpt";

  private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";
  private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
  private static final String PLACE =
      "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set";
  private static final String REVENUE = "https://www.nubc.org/CodeSystem/RevenueCodes";
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private final Claim claim;
  private final String created;
  private final Map<String, Object> resources = new LinkedHashMap<>();

  private FhirClaims(Claim claim, Instant at) {
    this.claim = claim;
    this.created = at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  /** A claim with all that it refers to, as a collection. */
  public static Map<String, Object> claim(Claim claim, Instant at) {
    return new FhirClaims(claim, at).bundle("claim", at);
  }

  /**
   * A request for prior authorisation, as Da Vinci PAS lays it out: the claim first. PAS's profiles
   * could not be had, so it does not say that it keeps to them.
   */
  public static Map<String, Object> priorAuthorisation(Claim claim, Instant at) {
    return new FhirClaims(claim, at).bundle("preauthorization", at);
  }

  /** What a payer made of a claim, with all that it refers to. */
  public static Map<String, Object> explanation(
      Claim claim, Remittance remittance, Remittance.PaidClaim paid, Instant at) {
    FhirClaims resources = new FhirClaims(claim, at);
    resources.resources.put(resources.url("eob"), resources.explanation(remittance, paid));
    resources.parties();
    return Node.bundle("collection", at.toString(), resources.resources);
  }

  /** A resource or bundle as JSON. */
  public static String text(Map<String, Object> resource) {
    try {
      return MAPPER.writeValueAsString(resource);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> bundle(String use, Instant at) {
    resources.put(url("claim"), request(use));
    parties();
    return Node.bundle("collection", at.toString(), resources);
  }

  private String url(String part) {
    return Node.url(claim.id(), part);
  }

  private void parties() {
    Coverage cover = claim.coverage();
    boolean self = cover.relationship() == Relationship.SELF;
    resources.put(url("patient"), FhirParties.patient(cover.patient()));
    if (!self) {
      resources.put(url("subscriber"), FhirParties.patient(cover.subscriber()));
    }
    resources.put(
        url("coverage"),
        Node.of(
            "resourceType", "Coverage",
            "status", "active",
            "subscriber", Node.reference(url(self ? "patient" : "subscriber")),
            "subscriberId", cover.memberId(),
            "beneficiary", Node.reference(url("patient")),
            "relationship",
                Node.concept(
                    TERMINOLOGY + "subscriber-relationship",
                    switch (cover.relationship()) {
                      case SELF -> "self";
                      case SPOUSE -> "spouse";
                      case CHILD -> "child";
                      case OTHER -> "other";
                    }),
            "payor", List.of(Node.reference(url("payer"))),
            "class",
                cover.groupNumber() == null
                    ? List.of()
                    : List.of(
                        Node.of(
                            "type", Node.concept(TERMINOLOGY + "coverage-class", "group"),
                            "value", cover.groupNumber()))));
    resources.put(
        url("payer"),
        Node.of(
            "resourceType",
            "Organization",
            "identifier",
            List.of(Node.of("value", cover.payer().id())),
            "active",
            true,
            "name",
            cover.payer().name()));
    resources.put(url("billing"), FhirParties.provider(claim.providers().billing()));
    Provider rendering = claim.providers().rendering();
    if (rendering != null) {
      resources.put(url("rendering"), FhirParties.provider(rendering));
    }
  }

  private Map<String, Object> request(String use) {
    boolean rendering = claim.providers().rendering() != null;
    List<Object> items = new ArrayList<>();
    for (ClaimLine line : claim.lines()) {
      items.add(item(items.size() + 1, line));
    }
    List<Object> diagnoses = new ArrayList<>();
    for (Diagnosis diagnosis : claim.diagnoses()) {
      diagnoses.add(
          Node.of(
              "sequence",
              diagnoses.size() + 1,
              "diagnosisCodeableConcept",
              Node.concept(ICD_10_CM, diagnosis.code())));
    }
    return Node.of(
        "resourceType", "Claim",
        "identifier", List.of(Node.of("value", claim.id())),
        "status", "active",
        "type", type(),
        "use", use,
        "patient", Node.reference(url("patient")),
        "created", created,
        "insurer", Node.reference(url("payer")),
        "provider", Node.reference(url("billing")),
        "priority", Node.concept(TERMINOLOGY + "processpriority", "normal"),
        "careTeam",
            rendering
                ? List.of(Node.of("sequence", 1, "provider", Node.reference(url("rendering"))))
                : List.of(),
        "supportingInfo", attachments(),
        "diagnosis", diagnoses,
        "insurance",
            List.of(
                Node.of(
                    "sequence",
                    1,
                    "focal",
                    true,
                    "coverage",
                    Node.reference(url("coverage")),
                    "preAuthRef",
                    claim.priorAuthorisation() == null
                        ? List.of()
                        : List.of(claim.priorAuthorisation()))),
        "item", items,
        "total", Node.money(claim.charge()));
  }

  private Map<String, Object> type() {
    return Node.concept(
        TERMINOLOGY + "claim-type",
        claim.form() == ClaimForm.PROFESSIONAL ? "professional" : "institutional");
  }

  private List<Object> attachments() {
    List<Object> attachments = new ArrayList<>();
    for (Attachment attachment : claim.attachments()) {
      attachments.add(
          Node.of(
              "sequence",
              attachments.size() + 1,
              "category",
              Node.concept(TERMINOLOGY + "claiminformationcategory", "attachment"),
              "valueString",
              attachment.controlNumber() == null
                  ? attachment.reportType()
                  : attachment.controlNumber()));
    }
    return attachments;
  }

  private Map<String, Object> item(int number, ClaimLine line) {
    String end = line.endDate() == null ? null : line.endDate().toString();
    String place = claim.placeOfService(line).orElse(null);
    return Node.of(
        "sequence",
        number,
        "careTeamSequence",
        claim.providers().rendering() == null ? List.of() : List.of(1),
        "diagnosisSequence",
        line.diagnosisPointers(),
        "revenue",
        line.revenueCode() == null ? null : Node.concept(REVENUE, line.revenueCode()),
        "productOrService",
        Node.concept(CPT, line.code()),
        "modifier",
        line.modifiers().stream().map(m -> Node.concept(CPT, m)).toList(),
        "servicedDate",
        end == null ? line.date().toString() : null,
        "servicedPeriod",
        end == null ? null : Node.of("start", line.date().toString(), "end", end),
        "locationCodeableConcept",
        place == null ? null : Node.concept(PLACE, place),
        "quantity",
        Node.of("value", line.units()),
        "net",
        Node.money(line.charge()));
  }

  private Map<String, Object> explanation(Remittance remittance, Remittance.PaidClaim paid) {
    List<Object> items = new ArrayList<>();
    for (Remittance.PaidLine line : paid.lines()) {
      items.add(
          Node.of(
              "sequence", items.size() + 1,
              "productOrService", Node.concept(CPT, line.code()),
              "modifier", line.modifiers().stream().map(m -> Node.concept(CPT, m)).toList(),
              "servicedDate", line.date() == null ? null : line.date().toString(),
              "net", Node.money(line.charge()),
              "adjudication", adjudication(line.charge(), line.paid(), line.adjustments())));
    }
    return Node.of(
        "resourceType", "ExplanationOfBenefit",
        "identifier", List.of(Node.of("value", paid.payerControl())),
        "status", "active",
        "type", type(),
        "use", "claim",
        "patient", Node.reference(url("patient")),
        "created", remittance.date().toString(),
        "insurer", Node.reference(url("payer")),
        "provider", Node.reference(url("billing")),
        "outcome", "complete",
        "disposition", paid.status().equals("4") ? "Denied" : null,
        "insurance", List.of(Node.of("focal", true, "coverage", Node.reference(url("coverage")))),
        "item", items,
        "adjudication", adjudication(paid.charge(), paid.paid(), paid.adjustments()),
        "payment",
            Node.of("date", remittance.date().toString(), "amount", Node.money(paid.paid())));
  }

  private static List<Object> adjudication(
      BigDecimal charge, BigDecimal paid, List<Remittance.Adjustment> adjustments) {
    List<Object> all = new ArrayList<>();
    all.add(
        Node.of(
            "category", Node.concept(TERMINOLOGY + "adjudication", "submitted"),
            "amount", Node.money(charge)));
    all.add(
        Node.of(
            "category", Node.concept(TERMINOLOGY + "adjudication", "benefit"),
            "amount", Node.money(paid)));
    for (Remittance.Adjustment adjustment : adjustments) {
      all.add(
          Node.of(
              "category", Node.words("adjustment " + adjustment.group()),
              "reason",
                  Node.concept(
                      "https://x12.org/codes/claim-adjustment-reason-codes", adjustment.reason()),
              "amount", Node.money(adjustment.amount())));
    }
    return all;
  }
}
