package org.breathline.billing.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breathline.billing.claim.Address;
import org.breathline.billing.claim.Person;
import org.breathline.billing.claim.Provider;
import org.jspecify.annotations.Nullable;

/** Patients, providers and payers as resources. */
final class FhirParties {

  static final String NPI = "http://hl7.org/fhir/sid/us-npi";

  private FhirParties() {}

  static Map<String, Object> patient(Person person) {
    List<String> given = new ArrayList<>();
    if (person.firstName() != null) {
      given.add(person.firstName());
    }
    if (person.middleName() != null) {
      given.add(person.middleName());
    }
    return Node.of(
        "resourceType", "Patient",
        "name", List.of(Node.of("family", person.lastName(), "given", given)),
        "gender", person.sex().name().toLowerCase(Locale.ROOT),
        "birthDate", person.birthDate() == null ? null : person.birthDate().toString(),
        "address", addresses(person.address()));
  }

  static Map<String, Object> provider(Provider provider) {
    List<Object> identifiers = new ArrayList<>();
    if (provider.npi() != null) {
      identifiers.add(Node.of("system", NPI, "value", provider.npi()));
    }
    if (provider.taxId() != null) {
      identifiers.add(
          Node.of("system", "urn:oid:2.16.840.1.113883.4.4", "value", provider.taxId()));
    }
    if (provider.isPerson()) {
      return Node.of(
          "resourceType",
          "Practitioner",
          "identifier",
          identifiers,
          "name",
          List.of(
              Node.of(
                  "family",
                  provider.name(),
                  "given",
                  List.of(String.valueOf(provider.firstName())))),
          "address",
          addresses(provider.address()));
    }
    return Node.of(
        "resourceType",
        "Organization",
        "identifier",
        identifiers,
        "active",
        true,
        "name",
        provider.name(),
        "address",
        addresses(provider.address()));
  }

  private static List<Object> addresses(@Nullable Address address) {
    if (address == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(address.line1()));
    if (address.line2() != null) {
      lines.add(address.line2());
    }
    return List.of(
        Node.of(
            "line", lines,
            "city", address.city(),
            "state", address.state(),
            "postalCode", address.postalCode(),
            "country", address.country() == null ? "US" : address.country()));
  }
}
