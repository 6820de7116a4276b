package org.breathline.billing.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.edits.EditSetting;
import org.breathline.billing.edits.PairEdit;
import org.breathline.billing.edits.PairTable;

/**
 * NCCI pairs: of two codes on one day, column 2 is denied, unless a modifier may and does open it.
 */
final class PairCheck implements Rule {

  /** Modifiers that open a pair (NCCI Policy Manual, chapter I, E): on either column. */
  static final Set<String> OPENING =
      Set.of(
          "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "TA",
          "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "LT", "RT", "LC", "LD", "RC", "LM",
          "RI", "24", "25", "57", "58", "78", "79", "27", "59", "91", "XE", "XS", "XP", "XU");

  /** Of these, the ones that mean something on a visit only. */
  private static final Set<String> FOR_VISITS = Set.of("24", "25", "57", "27");

  @Override
  public void examine(Examination claim) {
    Optional<EditSetting> setting = claim.editSetting();
    if (setting.isEmpty()) {
      return;
    }
    Set<String> unknown = new TreeSet<>();
    for (int one = 1; one <= claim.lines().size(); one++) {
      for (int two = 1; two <= claim.lines().size(); two++) {
        ClaimLine first = claim.line(one);
        ClaimLine second = claim.line(two);
        if (one == two
            || !first.date().equals(second.date())
            || first.code().equals(second.code())) {
          continue;
        }
        Optional<PairTable> table = claim.data().edits().pairs(setting.get(), first.date());
        if (table.isEmpty()) {
          continue;
        }
        Optional<PairEdit> edit = table.get().find(first.code(), second.code(), first.date());
        if (edit.isPresent()) {
          judge(claim, one, two, edit.get(), table.get());
        } else if (!table.get().source().whole() && !table.get().hasColumn1(first.code())) {
          unknown.add(first.code());
        }
      }
    }
    if (!unknown.isEmpty()) {
      claim.advise(
          "pair.unknown",
          List.of(),
          "Not known: pairs with %s in column 1; they are not in the part that ships."
              .formatted(String.join(", ", unknown)));
    }
  }

  private static void judge(Examination claim, int one, int two, PairEdit edit, PairTable table) {
    RuleSource source =
        new RuleSource(
            table.source().file(),
            table.source().effective(),
            table.source().through(),
            "%s/%s, indicator %d%s"
                .formatted(
                    edit.column1(),
                    edit.column2(),
                    edit.indicator(),
                    edit.deleted().map(d -> ", until " + d).orElse("")));
    List<Integer> lines = List.of(one, two);
    String pair =
        "%s (column 1) and %s (column 2) are a pair: %s is denied"
            .formatted(edit.column1(), edit.column2(), edit.column2());
    List<String> opening = opening(claim.line(one), claim.line(two));
    if (edit.indicator() == 0) {
      claim.denyByNcci(
          "pair.ptp",
          lines,
          pair
              + (opening.isEmpty()
                  ? "; no modifier opens it (indicator 0)."
                  : "; modifier %s does not open it (indicator 0)."
                      .formatted(String.join(", ", opening))),
          source);
    } else if (opening.isEmpty()) {
      claim.denyByNcci(
          "pair.ptp",
          lines,
          pair
              + ", unless %s and a modifier says so (indicator 1)."
                  .formatted(
                      Examination.isVisit(edit.column2())
                          ? "the visit was significant and separate"
                          : "the record shows a distinct service"),
          source);
    } else {
      claim.advise(
          "pair.ptp",
          lines,
          "%s and %s are a pair that modifier %s opens (indicator 1); the record must show why."
              .formatted(edit.column1(), edit.column2(), String.join(", ", opening)),
          source);
    }
  }

  /** Which modifiers of the two lines could open the pair; 25 counts on a visit alone. */
  private static List<String> opening(ClaimLine first, ClaimLine second) {
    List<String> opening = new ArrayList<>();
    for (ClaimLine line : List.of(first, second)) {
      for (String modifier : line.modifiers()) {
        boolean fits =
            FOR_VISITS.contains(modifier) == Examination.isVisit(line.code())
                || (!FOR_VISITS.contains(modifier) && !Examination.isVisit(line.code()));
        if (OPENING.contains(modifier) && fits) {
          opening.add(modifier);
        }
      }
    }
    return opening;
  }
}
