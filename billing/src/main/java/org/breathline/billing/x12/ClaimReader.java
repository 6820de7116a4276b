package org.breathline.billing.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.breathline.billing.claim.Attachment;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.Coverage;
import org.breathline.billing.claim.Diagnosis;
import org.breathline.billing.claim.InstitutionalDetails;
import org.breathline.billing.claim.Payer;
import org.breathline.billing.claim.Person;
import org.breathline.billing.claim.Provider;
import org.breathline.billing.claim.Providers;
import org.breathline.billing.claim.Relationship;
import org.jspecify.annotations.Nullable;

/**
 * Claims out of an 837 whose structure is right. What a claim of ours cannot hold (ICD-9, a code of
 * six characters, charges that do not add up) is a fault, so nothing is lost in silence.
 */
final class ClaimReader {

  private final boolean institutional;
  private final Loop transaction;
  private final List<X12Fault> faults;
  private final Values values;
  private final PartyReader parties;

  ClaimReader(X12File.Read read, List<X12Fault> faults) {
    this.institutional = read.kind() == TransactionKind.INSTITUTIONAL_CLAIM;
    this.transaction = read.loops();
    this.faults = faults;
    this.values = new Values(faults);
    this.parties = new PartyReader(values);
  }

  List<Claim> claims() {
    List<Claim> claims = new ArrayList<>();
    for (Loop billing : transaction.loops("2000A")) {
      for (Loop subscriber : billing.loops("2000B")) {
        boolean self = isSelf(subscriber);
        List<Loop> dependents = subscriber.loops("2000C");
        if (!self && dependents.isEmpty()) {
          fault(
              subscriber.segment("SBR").orElse(subscriber.first()),
              2,
              subscriber,
              "18 (the patient is the subscriber) is missing, and no loop 2000C follows");
        }
        if (self && !dependents.isEmpty()) {
          fault(
              dependents.getFirst().first(),
              0,
              subscriber,
              "a dependent follows, though SBR02 says that the patient is the subscriber");
        }
        for (Loop loop : subscriber.loops("2300")) {
          claim(billing, subscriber, Optional.empty(), loop).ifPresent(claims::add);
        }
        for (Loop dependent : dependents) {
          for (Loop loop : dependent.loops("2300")) {
            claim(billing, subscriber, Optional.of(dependent), loop).ifPresent(claims::add);
          }
        }
      }
    }
    if (claims.isEmpty() && faults.isEmpty()) {
      faults.add(new X12Fault(0, "CLM", 0, 0, "2300", "the file holds no claim"));
    }
    return claims;
  }

  private static boolean isSelf(Loop subscriber) {
    return subscriber.segment("SBR").map(s -> s.element(2).equals("18")).orElse(false);
  }

  private Optional<Claim> claim(
      Loop billing, Loop subscriber, Optional<Loop> dependent, Loop loop) {
    int before = faults.size();
    Segment clm = loop.first();
    BigDecimal charge = values.amount(clm, 2, loop);
    List<Diagnosis> diagnoses = diagnoses(loop);
    List<ClaimLine> lines = new ArrayList<>();
    for (Loop line : loop.loops("2400")) {
      new LineReader(institutional, values, parties).line(line, loop).ifPresent(lines::add);
    }
    BigDecimal sum = lines.stream().map(ClaimLine::charge).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (faults.size() == before && sum.compareTo(charge) != 0) {
      fault(clm, 2, loop, "not the sum of the lines' charges");
    }
    Optional<Coverage> coverage = coverage(subscriber, dependent);
    Optional<Providers> providers = providers(billing, loop);
    Optional<InstitutionalDetails> details = institutional ? details(loop) : Optional.empty();
    if (faults.size() > before || coverage.isEmpty() || providers.isEmpty()) {
      return Optional.empty();
    }
    return made(
        clm,
        0,
        loop,
        () ->
            new Claim(
                clm.element(1),
                institutional ? ClaimForm.INSTITUTIONAL : ClaimForm.PROFESSIONAL,
                clm.component(5, 3),
                reference(loop, "F8"),
                coverage.get(),
                providers.get(),
                institutional ? null : clm.component(5, 1),
                details.orElse(null),
                diagnoses,
                reference(loop, "G1"),
                reference(loop, "9F"),
                attachments(loop),
                charge,
                lines));
  }

  private List<Diagnosis> diagnoses(Loop loop) {
    List<Diagnosis> diagnoses = new ArrayList<>();
    for (Segment hi : loop.segments("HI")) {
      for (int i = 1; i <= hi.elements().size(); i++) {
        String qualifier = hi.component(i, 1);
        int element = i;
        switch (qualifier) {
          case "ABK", "ABF" ->
              made(
                      hi,
                      element,
                      loop,
                      () ->
                          new Diagnosis(
                              hi.component(element, 2),
                              hi.component(element, 9).isEmpty() ? null : hi.component(element, 9)))
                  .ifPresent(diagnoses::add);
          case "BK", "BF" ->
              values.fault(
                  hi, i, 1, loop, "ICD-9-CM, which is not read: ICD-10-CM has ABK and ABF");
          default -> {
            if (hi.components(i) < 2 && !qualifier.isEmpty()) {
              values.fault(hi, i, 2, loop, "missing");
            }
          }
        }
      }
    }
    if (diagnoses.isEmpty() && faults.isEmpty()) {
      fault(loop.first(), 0, loop, "no diagnosis (HI with ABK)");
    }
    return diagnoses;
  }

  private Optional<InstitutionalDetails> details(Loop loop) {
    Segment clm = loop.first();
    Optional<Values.Days> statement =
        loop.segment("DTP", "434").flatMap(dtp -> values.days(dtp, loop));
    if (statement.isEmpty()) {
      fault(clm, 0, loop, "no statement dates (DTP with 434)");
      return Optional.empty();
    }
    Optional<Segment> cl1 = loop.segment("CL1");
    Optional<Values.Days> admission =
        loop.segment("DTP", "435").flatMap(dtp -> values.days(dtp, loop));
    List<String> conditions = new ArrayList<>();
    for (Segment hi : loop.segments("HI")) {
      for (int i = 1; i <= hi.elements().size(); i++) {
        if (hi.component(i, 1).equals("BG")) {
          conditions.add(hi.component(i, 2));
        }
      }
    }
    return made(
        clm,
        5,
        loop,
        () ->
            new InstitutionalDetails(
                clm.component(5, 1) + clm.component(5, 3),
                statement.get().first(),
                statement.get().last(),
                cl1.map(s -> Values.text(s, 1)).orElse(null),
                cl1.map(s -> Values.text(s, 2)).orElse(null),
                cl1.map(s -> Values.text(s, 3)).orElse(null),
                admission.map(Values.Days::first).orElse(null),
                conditions));
  }

  private Optional<Coverage> coverage(Loop subscriber, Optional<Loop> dependent) {
    Segment sbr = subscriber.segment("SBR").orElseThrow();
    Loop insured = subscriber.loop("2010BA").orElseThrow();
    Loop payer = subscriber.loop("2010BB").orElseThrow();
    Segment nm1 = insured.first();
    if (nm1.element(9).isEmpty()) {
      fault(nm1, 9, insured, "missing");
      return Optional.empty();
    }
    Optional<Person> holder = parties.person(insured);
    Optional<Person> patient = dependent.flatMap(d -> d.loop("2010CA")).flatMap(parties::person);
    if (holder.isEmpty()) {
      return Optional.empty();
    }
    String filing = sbr.element(9);
    return made(
        nm1,
        0,
        insured,
        () ->
            new Coverage(
                new Payer(
                    payer.first().element(3),
                    payer.first().element(9),
                    FilingCode.line(filing),
                    FilingCode.unusual(filing, institutional)),
                nm1.element(9),
                Values.text(sbr, 3),
                holder.get(),
                dependent.map(ClaimReader::relationship).orElse(Relationship.SELF),
                patient.orElse(null)));
  }

  private static Relationship relationship(Loop dependent) {
    return switch (dependent.segment("PAT").map(p -> p.element(1)).orElse("")) {
      case "01" -> Relationship.SPOUSE;
      case "19" -> Relationship.CHILD;
      default -> Relationship.OTHER;
    };
  }

  private Optional<Providers> providers(Loop billing, Loop claim) {
    Optional<Provider> biller =
        parties.provider(billing.loop("2010AA").orElseThrow(), billing.segment("PRV"));
    if (biller.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Providers(
            biller.get(),
            parties.provider(claim, institutional ? "2310D" : "2310B").orElse(null),
            parties.provider(claim, institutional ? "2310F" : "2310A").orElse(null),
            institutional ? null : parties.provider(claim, "2310D").orElse(null),
            institutional ? parties.provider(claim, "2310A").orElse(null) : null,
            parties.provider(claim, institutional ? "2310E" : "2310C").orElse(null)));
  }

  private static List<Attachment> attachments(Loop loop) {
    return loop.segments("PWK").stream()
        .map(pwk ->
            new Attachment(
                pwk.element(1), pwk.element(2), Values.text(pwk, 6), Values.text(pwk, 7)))
        .toList();
  }

  private static @Nullable String reference(Loop loop, String qualifier) {
    return loop.segment("REF", qualifier).map(r -> r.element(2)).orElse(null);
  }

  private void fault(Segment segment, int element, Loop loop, String reason) {
    values.fault(segment, element, 0, loop, reason);
  }

  private <T> Optional<T> made(Segment segment, int element, Loop loop, Supplier<T> maker) {
    return parties.made(segment, element, loop, maker);
  }
}
