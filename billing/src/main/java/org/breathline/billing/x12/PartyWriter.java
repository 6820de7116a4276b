package org.breathline.billing.x12;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.breathline.billing.claim.Address;
import org.breathline.billing.claim.Person;
import org.breathline.billing.claim.Provider;
import org.jspecify.annotations.Nullable;

/** Persons and providers as NM1 with what belongs to them. */
final class PartyWriter {

  private final SegmentWriter out;

  PartyWriter(SegmentWriter out) {
    this.out = out;
  }

  void named(String role, Provider provider) {
    out.add(
        "NM1",
        role,
        provider.isPerson() ? "1" : "2",
        provider.name(),
        provider.firstName(),
        null,
        null,
        null,
        provider.npi() == null ? null : "XX",
        provider.npi());
  }

  /** A provider of a claim or line, if there is one. */
  void provider(String role, @Nullable Provider provider, @Nullable String taxonomyRole) {
    if (provider == null) {
      return;
    }
    named(role, provider);
    if (provider.taxonomy() != null) {
      if (taxonomyRole == null) {
        out.fault("PRV", 3, "no place for the taxonomy of a provider in this role (" + role + ")");
      } else {
        out.add("PRV", taxonomyRole, "PXC", provider.taxonomy());
      }
    }
  }

  /** Where it was done, if elsewhere. */
  void facility(@Nullable Provider facility) {
    if (facility != null) {
      named("77", facility);
      address(facility.address(), "the service facility's address");
    }
  }

  void person(
      String role,
      Person person,
      @Nullable String member,
      boolean needsAddress,
      boolean needsBirth) {
    out.add(
        "NM1",
        role,
        "1",
        person.lastName(),
        person.firstName(),
        person.middleName(),
        null,
        null,
        member == null ? null : "MI",
        member);
    if (needsAddress || person.address() != null) {
      address(person.address(), "the patient's address");
    }
    LocalDate born = person.birthDate();
    if (born != null) {
      out.add(
          "DMG",
          "D8",
          born.format(DateTimeFormatter.BASIC_ISO_DATE),
          switch (person.sex()) {
            case FEMALE -> "F";
            case MALE -> "M";
            case UNKNOWN -> "U";
          });
    } else if (needsBirth) {
      out.fault("DMG", 2, "the patient's day of birth is missing, and X12 needs it");
    }
  }

  void address(@Nullable Address address, String what) {
    if (address == null) {
      out.fault("N3", 1, what + " is missing, and X12 needs it");
      return;
    }
    out.add("N3", address.line1(), address.line2());
    out.add("N4", address.city(), address.state(), address.postalCode(), address.country());
  }
}
