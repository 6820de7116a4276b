/**
 * Claims, remittances and documentation as FHIR R4: Claim with Coverage and the parties,
 * ExplanationOfBenefit, a bundle for prior authorisation, and DiagnosticReport with Observations
 * and ImagingStudy. Written as JSON by Jackson; HAPI's validator holds it in tests against base R4
 * (ADR 11). The profiles of Da Vinci PAS could not be had, so that conformance to them is not
 * tested.
 */
@NullMarked
package org.breathline.billing.fhir;

import org.jspecify.annotations.NullMarked;
