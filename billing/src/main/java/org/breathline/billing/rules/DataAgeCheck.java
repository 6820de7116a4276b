package org.breathline.billing.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.edits.AddOnTable;
import org.breathline.billing.edits.EditLibrary;
import org.breathline.billing.edits.EditSetting;
import org.breathline.billing.edits.EditSource;
import org.breathline.billing.edits.PairTable;
import org.breathline.billing.edits.UnitTable;
import org.breathline.billing.fees.Release;

/** How old what was looked up is, for the date of service; said in every answer. */
final class DataAgeCheck implements Rule {

  @Override
  public void examine(Examination claim) {
    LocalDate date =
        claim.lines().stream().map(l -> l.date()).max(LocalDate::compareTo).orElseThrow();
    Optional<EditSetting> setting = claim.editSetting();
    EditLibrary edits = claim.data().edits();
    List<EditSource> sources = new ArrayList<>();
    setting.flatMap(s -> edits.pairs(s, date)).map(PairTable::source).ifPresent(sources::add);
    setting.flatMap(s -> edits.units(s, date)).map(UnitTable::source).ifPresent(sources::add);
    edits.addOns(date).map(AddOnTable::source).ifPresent(sources::add);
    for (EditSource source : sources) {
      RuleSource from = new RuleSource(source.file(), source.effective(), source.through(), "all");
      String part = source.whole() ? "" : " (the part that ships)";
      if (source.isOlderThan(date)) {
        claim.advise(
            "data.age",
            List.of(),
            "%s%s holds from %s to %s: it is older than the date of service %s."
                .formatted(source.file(), part, source.effective(), source.through(), date),
            from);
      } else if (source.isNewerThan(date)) {
        claim.advise(
            "data.age",
            List.of(),
            "%s%s holds from %s: it is newer than the date of service %s; rows with a later first"
                    .formatted(source.file(), part, source.effective(), date)
                + " date cannot be told apart.",
            from);
      } else {
        claim.ok(
            "data.age",
            List.of(),
            "%s%s is of the quarter of the date of service.".formatted(source.file(), part),
            from);
      }
    }
    Optional<Release> release = claim.data().fees().release(date);
    if (release.isEmpty() || release.get().effective().isAfter(date)) {
      claim.advise(
          "data.age",
          List.of(),
          release.isEmpty()
              ? "No relative values of %d are held: settings and components were not looked up."
                  .formatted(date.getYear())
              : "%s holds from %s: no release in force on %s is held."
                  .formatted(release.get().name(), release.get().effective(), date));
    }
  }
}
