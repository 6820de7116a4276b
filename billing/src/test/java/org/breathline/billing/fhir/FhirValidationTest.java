package org.breathline.billing.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.documentation.DocumentedStudy;
import org.breathline.billing.documentation.EvidenceChain;
import org.breathline.billing.documentation.Samples;
import org.breathline.billing.x12.Remittance;
import org.breathline.billing.x12.RemittanceTest;
import org.breathline.billing.x12.X12Claims;
import org.breathline.billing.x12.X12File;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** HAPI's validator, offline, against base R4. The profiles of PAS are not among what it has. */
final class FhirValidationTest {

  private static final Instant AT = Instant.parse("2026-03-16T08:30:00Z");

  @SuppressWarnings("NullAway.Init") // before all tests
  private static FhirValidator validator;

  @BeforeAll
  static void offline() {
    FhirContext r4 = FhirContext.forR4();
    validator =
        r4.newValidator()
            .registerValidatorModule(
                new FhirInstanceValidator(
                    new ValidationSupportChain(
                        new DefaultProfileValidationSupport(r4),
                        new InMemoryTerminologyServerValidationSupport(r4),
                        new CommonCodeSystemsTerminologyService(r4))));
  }

  @Test
  void claimsAndRequestsAreR4() {
    for (Claim claim :
        List.of(X12Claims.professional(), X12Claims.ofADependent(), X12Claims.institutional())) {
      assertThat(errors(FhirClaims.claim(claim, AT))).isEmpty();
      assertThat(errors(FhirClaims.priorAuthorisation(claim, AT))).isEmpty();
    }
  }

  @Test
  void anExplanationOfBenefitIsR4() throws Exception {
    byte[] text =
        RemittanceTest.remittance("CO", "107", "N122").getBytes(StandardCharsets.US_ASCII);
    Remittance remittance =
        ((X12File.Contents.Remittances) X12File.read(text, "835")).remittances().getFirst();
    assertThat(
            errors(
                FhirClaims.explanation(
                    X12Claims.professional(), remittance, remittance.claims().getFirst(), AT)))
        .isEmpty();
  }

  @Test
  void theDocumentationOfASimulationIsR4() throws Exception {
    DocumentedStudy study =
        DocumentedStudy.record(
            Samples.evidence("c", 12.5), Samples.stated(), EvidenceChain.empty(), AT);
    Map<String, Object> bundle = FhirDocumentation.of(study, "Patient/1", AT);
    assertThat(errors(bundle)).isEmpty();
    assertThat(FhirClaims.text(bundle)).contains("DiagnosticReport", "ImagingStudy", "12.5");
  }

  @Test
  void whatIsNoR4IsFound() {
    Map<String, Object> bundle = FhirClaims.claim(X12Claims.professional(), AT);
    bundle.put("type", "heap");
    assertThat(errors(bundle)).isNotEmpty();
  }

  private static List<String> errors(Map<String, Object> resource) {
    return validator.validateWithResult(FhirClaims.text(resource)).getMessages().stream()
        .filter(m -> m.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(SingleValidationMessage::getMessage)
        .toList();
  }
}
