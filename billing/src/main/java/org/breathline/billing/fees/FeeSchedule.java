package org.breathline.billing.fees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breathline.billing.fees.Fee.Calculation;

/**
 * Medicare's physician fee schedule as far as it is known here.
 *
 * <p>The amount is (work RVU x work GPCI + expense RVU x expense GPCI + malpractice RVU x
 * malpractice GPCI) x conversion factor, rounded to the cent once, at the end (42 CFR 414.20; CMS,
 * PFS Relative Value Files). The date of service picks release, indices and factor; a year that is
 * not held is said, never made up from another.
 */
public final class FeeSchedule {

  private static final FeeSchedule SHIPPED = new FeeSchedule(FeeTables.shipped());

  private final List<Release> releases;
  private final Map<Integer, List<Locality>> localities;
  private final List<ConversionFactor> factors;

  private FeeSchedule(FeeData data) {
    releases = data.releases().stream().sorted(Comparator.comparing(Release::effective)).toList();
    localities = data.localities();
    factors = data.factors();
  }

  /** What ships with the program. */
  public static FeeSchedule shipped() {
    return SHIPPED;
  }

  /** This with what a user imported, which goes before what is here for the same date. */
  public FeeSchedule with(FeeData imported) {
    return new FeeSchedule(new FeeData(releases, localities, factors).and(imported));
  }

  /** The release for a date of service: of its year, the last that is effective, else the first. */
  public Optional<Release> release(LocalDate date) {
    List<Release> ofYear =
        releases.stream().filter(r -> r.effective().getYear() == date.getYear()).toList();
    List<Release> effective = ofYear.stream().filter(r -> !r.effective().isAfter(date)).toList();
    return effective.isEmpty() ? ofYear.stream().findFirst() : Optional.of(effective.getLast());
  }

  /** The conversion factor of a date of service, if known. */
  public Optional<ConversionFactor> factor(LocalDate date) {
    return factors.stream().filter(f -> f.holdsOn(date)).findFirst();
  }

  /** The localities of a year; none where its indices are not held. */
  public List<Locality> localities(int year) {
    return localities.getOrDefault(year, List.of());
  }

  /** The years of which relative values are held, in increasing order. */
  public List<Integer> years() {
    return releases.stream().map(r -> r.effective().getYear()).distinct().toList();
  }

  /** Answers a question; "not payable" and "not known" are answers. */
  public Fee fee(FeeRequest request) {
    Optional<Release> release = release(request.date());
    if (release.isEmpty()) {
      return none(
          request,
          List.of(),
          "Not known: no relative values of %d are held; import CMS's file of that year."
              .formatted(request.date().getYear()));
    }
    List<String> sources = new ArrayList<>();
    sources.add(
        "CMS relative values %s, effective %s"
            .formatted(release.get().name(), release.get().effective()));
    Optional<RelativeValue> row = release.get().find(request.code(), request.component());
    if (row.isEmpty()) {
      return none(request, sources, missing(request, release.get()));
    }
    if (!row.get().isPayable()) {
      return none(
          request,
          sources,
          "The fee schedule does not pay it: status %s.".formatted(row.get().status()));
    }
    if (row.get().practiceExpense(request.setting()).isEmpty()) {
      return none(
          request,
          sources,
          "NA in this setting: the fee schedule pays %s"
              .formatted(
                  request.setting() == FeeSetting.FACILITY
                      ? "a facility's costs elsewhere; the physician's part is billed with modifier"
                          + " 26 where the code has one."
                      : "it in a facility only."));
    }
    return priced(request, release.get(), row.get(), sources);
  }

  private static String missing(FeeRequest request, Release release) {
    return release.knows(request.code())
        ? "%s has no separate part for modifier %s."
            .formatted(request.code(), request.component().modifier())
        : "Not known: %s is not among the codes held for %s; import CMS's whole file, or it was"
                .formatted(request.code(), release.name())
            + " no code of that year.";
  }

  private Fee priced(FeeRequest request, Release release, RelativeValue row, List<String> sources) {
    int year = request.date().getYear();
    Optional<Locality> locality =
        request.locality().isEmpty()
            ? Optional.of(Locality.NATIONAL)
            : localities(year).stream()
                .filter(l -> l.key().equals(request.locality().get().toUpperCase(Locale.ROOT)))
                .findFirst();
    if (locality.isEmpty()) {
      return none(
          request,
          sources,
          localities(year).isEmpty()
              ? "Not known: the indices of %d are not held; import CMS's GPCI file.".formatted(year)
              : "Not known: the indices of %d that are held (%d localities) have no %s."
                  .formatted(year, localities(year).size(), request.locality().get()));
    }
    Optional<ConversionFactor> factor = factor(request.date());
    if (factor.isEmpty() && request.conversionFactor().isEmpty()) {
      return none(
          request, sources, "Not known: no conversion factor is held for this date; give one.");
    }
    Calculation calculation =
        new Calculation(
            row.work(),
            row.practiceExpense(request.setting()).orElseThrow(),
            row.malpractice(),
            locality.get().work(),
            locality.get().expense(),
            locality.get().malpractice(),
            request
                .conversionFactor()
                .or(() -> factor.map(ConversionFactor::factor))
                .orElseThrow());
    List<String> notes = new ArrayList<>();
    if (release.effective().isAfter(request.date())) {
      notes.add(
          "No earlier release of %d is held: that of %s is used for a date before it."
              .formatted(year, release.effective()));
    }
    if (request.locality().isPresent()) {
      sources.add("CMS GPCI %d, %d localities held".formatted(year, localities(year).size()));
    }
    if (request.conversionFactor().isPresent()) {
      sources.add("conversion factor given by the user");
    } else {
      factor.ifPresent(
          f -> sources.add("conversion factor %s, %s".formatted(f.factor(), f.source())));
    }
    notes.add("Allowed amount before coinsurance, deductible and sequestration.");
    return new Fee(
        request.code(),
        request.date(),
        request.component(),
        request.setting(),
        locality.get().key(),
        calculation.amount(),
        null,
        calculation,
        sources,
        notes);
  }

  private static Fee none(FeeRequest request, List<String> sources, String reason) {
    return new Fee(
        request.code(),
        request.date(),
        request.component(),
        request.setting(),
        request.locality().orElse(Locality.NATIONAL.key()),
        null,
        reason,
        null,
        sources,
        List.of());
  }
}
