package org.breathline.billing.fhir;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breathline.billing.documentation.DocumentedStudy;
import org.breathline.billing.documentation.EvidenceRecord;
import org.breathline.billing.documentation.Figure;
import org.breathline.billing.documentation.SourceObject;
import org.breathline.billing.documentation.Supplement;
import org.jspecify.annotations.Nullable;

/**
 * The documentation of a simulation: a DiagnosticReport with one Observation a figure, and the
 * ImagingStudy that they came from. The report is final only when it is interpreted, signed and
 * nothing changed since; it is preliminary otherwise. Nothing in it says whose it is: the subject
 * is a reference that the receiving system fills.
 */
public final class FhirDocumentation {

  private static final String DICOM_UID = "urn:dicom:uid";
  private static final String UCUM = "http://unitsofmeasure.org";

  private FhirDocumentation() {}

  /**
   * The documentation as a collection.
   *
   * @param patient the reference of the patient in the receiving system, such as Patient/1
   */
  public static Map<String, Object> of(DocumentedStudy study, String patient, Instant at) {
    EvidenceRecord evidence = study.evidence();
    String name = study.chain().head();
    Map<String, Object> resources = new LinkedHashMap<>();
    List<Object> results = new ArrayList<>();
    Map<String, Object> observations = new LinkedHashMap<>();
    String status = study.documentation().billable() ? "final" : "preliminary";
    for (Figure figure : evidence.figures()) {
      String url = Node.url(name, "figure " + observations.size());
      observations.put(url, observation(figure, evidence, patient, status, at));
      results.add(Node.reference(url));
    }
    String images = Node.url(name, "images");
    List<Object> series = series(evidence);
    boolean imaged = evidence.studyUid() != null && !series.isEmpty();
    resources.put(
        Node.url(name, "report"),
        Node.of(
            "resourceType", "DiagnosticReport",
            "identifier", List.of(Node.of("value", name)),
            "status", status,
            "code",
                Node.of(
                    "coding",
                    List.of(Node.of("system", FhirClaims.CPT, "code", "77293")),
                    "text",
                    "Motion management simulation"),
            "subject", Node.reference(patient),
            "effectiveDateTime", day(evidence),
            "issued", at.toString(),
            "result", results,
            "imagingStudy", imaged ? List.of(Node.reference(images)) : List.of(),
            "conclusion", conclusion(study.stated())));
    if (imaged) {
      resources.put(
          images,
          Node.of(
              "resourceType", "ImagingStudy",
              "identifier",
                  List.of(Node.of("system", DICOM_UID, "value", "urn:oid:" + evidence.studyUid())),
              "status", "available",
              "subject", Node.reference(patient),
              "started", day(evidence),
              "numberOfSeries", series.size(),
              "series", series));
    }
    resources.putAll(observations);
    return Node.bundle("collection", at.toString(), resources);
  }

  private static @Nullable String day(EvidenceRecord evidence) {
    return evidence.scanDate() == null ? null : evidence.scanDate().toString();
  }

  private static @Nullable String conclusion(Supplement stated) {
    Supplement.Interpretation interpretation = stated.interpretation();
    return interpretation == null ? null : interpretation.text();
  }

  private static Map<String, Object> observation(
      Figure figure, EvidenceRecord evidence, String patient, String status, Instant at) {
    Double value = figure.value();
    String unit = figure.unit().isEmpty() ? "1" : figure.unit();
    SourceObject source = evidence.object(figure.object()).orElseThrow();
    return Node.of(
        "resourceType", "Observation",
        "status", status,
        "category",
            List.of(
                Node.concept(
                    "http://terminology.hl7.org/CodeSystem/observation-category", "imaging")),
        "code", Node.words(figure.topic().title() + ": " + figure.name()),
        "subject", Node.reference(patient),
        "effectiveDateTime", day(evidence),
        "issued", at.toString(),
        "performer", List.of(Node.of("display", evidence.program())),
        "valueQuantity",
            value == null
                ? null
                : Node.of("value", value, "unit", unit, "system", UCUM, "code", unit),
        "valueString", figure.text(),
        "derivedFrom",
            List.of(
                Node.of(
                    "identifier", Node.of("value", source.uid()),
                    "display", source.role().words())));
  }

  private static List<Object> series(EvidenceRecord evidence) {
    List<Object> series = new ArrayList<>();
    for (SourceObject object : evidence.objects()) {
      if (object.role() == SourceObject.Role.IMAGES) {
        series.add(
            Node.of(
                "uid", object.uid(),
                "number", series.size() + 1,
                "modality",
                    Node.of(
                        "system",
                        "http://dicom.nema.org/resources/ontology/DCM",
                        "code",
                        evidence.modality()),
                "numberOfInstances", object.files()));
      }
    }
    return series;
  }
}
