package org.breathline.billing.code;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.code.CodeEntry.Section;
import org.breathline.billing.code.CodeEntry.Statement;
import org.breathline.billing.edits.EditSetting;
import org.breathline.billing.edits.EditSource;
import org.breathline.billing.edits.PairEdit;
import org.breathline.billing.fees.Component;
import org.breathline.billing.fees.Fee;
import org.breathline.billing.fees.FeeRequest;
import org.breathline.billing.fees.FeeSetting;
import org.breathline.billing.payer.PayerProfile;
import org.breathline.billing.resource.YamlFile;
import org.breathline.billing.rules.ModifierAdviser;
import org.breathline.billing.rules.RuleCatalogue;
import org.breathline.billing.rules.RuleData;

/**
 * The page of a code: what is written of it, and what the tables say of it on a date, made into
 * statements with their sources.
 */
public final class CodeReference {

  /** Stands on every page. */
  public static final String AMA_NOTICE =
      "CPT is a registered trademark of the American Medical Association. No CPT descriptor is"
          + " reproduced here: what a code is is told in our own words. The code's own text is the"
          + " AMA's, and to be had from it.";

  private static final String SIMULATION = "77293";
  private static final List<CodeEntry> ENTRIES =
      YamlFile.resource(CodeReference.class, "codes.yaml", CodeList.class).codes();

  private record CodeList(List<CodeEntry> codes) {}

  private final RuleData data;
  private final LocalDate date;

  /** By what is known, for a date of service. */
  public CodeReference(RuleData data, LocalDate date) {
    this.data = data;
    this.date = date;
  }

  /** The codes of which there is a page. */
  public static List<String> codes() {
    return ENTRIES.stream().map(CodeEntry::code).toList();
  }

  /** The page of a code, if there is one. */
  public Optional<CodeEntry> page(String code) {
    return ENTRIES.stream().filter(e -> e.code().equals(code)).findFirst().map(this::filled);
  }

  private CodeEntry filled(CodeEntry entry) {
    List<Section> sections = new ArrayList<>(entry.sections());
    String code = entry.code();
    add(sections, "Primaries", primaries(code));
    add(sections, "Payment by Medicare, national", payment(code));
    add(sections, "Payment by locality", localities(code));
    add(sections, "Units and pairs", edits(code));
    if (code.equals(SIMULATION)) {
      add(sections, "Modifiers", modifiers());
      add(sections, "Payers", payers());
      add(sections, "Common denials and their mending", denials());
      add(
          sections,
          "Related codes",
          ENTRIES.stream()
              .filter(e -> !e.code().equals(code))
              .map(e -> new Statement(e.code() + ": " + e.words(), "own words", "2026-11"))
              .toList());
    }
    return new CodeEntry(code, entry.words(), entry.serviceType(), sections);
  }

  private static void add(List<Section> sections, String title, List<Statement> statements) {
    sections.add(
        new Section(
            title,
            statements.isEmpty()
                ? List.of(new Statement("Not known.", "not known", "not known"))
                : statements));
  }

  private List<Statement> primaries(String code) {
    return data.edits()
        .addOns(date)
        .map(table ->
            table
                .find(code)
                .map(rule ->
                    said(
                        "An add-on code: with %s alone (type %d)."
                            .formatted(String.join(" or ", rule.primaries()), rule.type()),
                        table.source()))
                .orElseGet(() -> said("No add-on code: it may stand by itself.", table.source())))
        .map(List::of)
        .orElse(List.of());
  }

  private List<Statement> payment(String code) {
    List<Statement> statements = new ArrayList<>();
    for (int year : data.fees().years()) {
      LocalDate day = LocalDate.of(year, 12, 31);
      List<String> parts = new ArrayList<>();
      for (Component component : Component.values()) {
        Fee fee = data.fees().fee(FeeRequest.national(code, day, component, FeeSetting.OFFICE));
        BigDecimal allowed = fee.allowed();
        if (allowed != null) {
          parts.add(
              (component == Component.GLOBAL ? "whole" : component.modifier())
                  + " "
                  + allowed
                  + " USD");
        }
      }
      statements.add(
          new Statement(
              "%d (at its end), office: %s."
                  .formatted(
                      year,
                      parts.isEmpty()
                          ? "no amount by the physician fee schedule"
                          : String.join(", ", parts)),
              "CMS relative values and conversion factor",
              data.fees().release(day).map(r -> r.effective().toString()).orElse("not known")));
    }
    return statements;
  }

  private List<Statement> localities(String code) {
    List<Statement> statements = new ArrayList<>();
    data.fees()
        .localities(date.getYear())
        .forEach(locality -> {
          FeeRequest request =
              FeeRequest.national(code, date, Component.GLOBAL, FeeSetting.OFFICE)
                  .in(locality.key());
          BigDecimal allowed = data.fees().fee(request).allowed();
          if (allowed != null) {
            statements.add(
                new Statement(
                    "%s %s: %s USD, whole, office."
                        .formatted(locality.key(), locality.name(), allowed),
                    "CMS relative values, GPCI and conversion factor",
                    String.valueOf(date.getYear())));
          }
        });
    return statements;
  }

  private List<Statement> edits(String code) {
    List<Statement> statements = new ArrayList<>();
    for (EditSetting setting : EditSetting.values()) {
      String who = setting == EditSetting.PRACTITIONER ? "Practitioner" : "Hospital outpatient";
      data.edits()
          .units(setting, date)
          .flatMap(t ->
              t.find(code)
                  .map(l ->
                      said(
                          "%s: at most %d units a day (MAI %d)."
                              .formatted(who, l.units(), l.adjudication()),
                          t.source())))
          .ifPresent(statements::add);
      data.edits()
          .pairs(setting, date)
          .ifPresent(t -> {
            List<PairEdit> active =
                t.ofColumn1(code).stream().filter(e -> e.appliesOn(date)).toList();
            long shut = active.stream().filter(e -> e.indicator() == 0).count();
            statements.add(
                said(
                    "%s: column 1 of %d pairs, %d of them with indicator 0."
                        .formatted(who, active.size(), shut),
                    t.source()));
          });
    }
    return statements;
  }

  private static List<Statement> modifiers() {
    return ModifierAdviser.shipped().all().stream()
        .map(a -> new Statement(a.text(), a.source(), "not known"))
        .toList();
  }

  private List<Statement> payers() {
    List<Statement> statements = new ArrayList<>();
    for (PayerProfile payer : data.payers().profiles()) {
      for (PayerProfile.Statement statement : payer.statements()) {
        LocalDate from = statement.from();
        statements.add(
            new Statement(
                payer.name() + ": " + statement.text(),
                statement.source(),
                from == null ? "not known" : from.toString()));
      }
    }
    return statements;
  }

  private static List<Statement> denials() {
    return RuleCatalogue.shipped().all().stream()
        .filter(r -> !r.carc().isEmpty())
        .map(r ->
            new Statement(
                "%s: CARC %s%s. %s"
                    .formatted(
                        r.id(),
                        String.join(", ", r.carc()),
                        r.rarc().isEmpty() ? "" : ", RARC " + String.join(", ", r.rarc()),
                        r.mending()),
                r.file() + " (mapping to reason codes: ours)",
                "not known"))
        .toList();
  }

  private static Statement said(String text, EditSource source) {
    return new Statement(text, source.file(), source.effective().toString());
  }
}
