package org.breathline.core.respiration.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;

/** The turns of a trace while they are edited. */
final class TurnSequence {

  private record Placed(double timeS, Turn turn, boolean edited) {}

  /** Between the last turn of one run of breaths and the first of the next. */
  private record Gap(double beforeS, double afterS) {

    private double middleS() {
      return (beforeS + afterS) / 2;
    }
  }

  private final BreathingTrace trace;

  /** By time; two turns at one time would be no breath. */
  private final TreeSet<Placed> turns = new TreeSet<>(Comparator.comparingDouble(Placed::timeS));

  /** The stretches without breaths that nothing was added to. */
  private final List<Gap> gaps = new ArrayList<>();

  private final List<Breath> detected;

  TurnSequence(BreathingCycles cycles) {
    trace = cycles.trace();
    detected = cycles.breaths();
    for (int i = 0; i < detected.size(); i++) {
      Breath breath = detected.get(i);
      turns.add(new Placed(breath.startS(), Turn.INHALE, false));
      turns.add(new Placed(breath.exhaleS(), Turn.EXHALE, false));
      turns.add(new Placed(breath.endS(), Turn.INHALE, false));
      if (i > 0 && breath.startS() > detected.get(i - 1).endS()) {
        gaps.add(new Gap(detected.get(i - 1).endS(), breath.startS()));
      }
    }
  }

  void apply(BreathEdit edit) throws EditRefused {
    switch (edit) {
      case BreathEdit.Add add -> {
        put(add, add.atS());
        gaps.removeIf(g -> g.beforeS() < add.atS() && add.atS() < g.afterS());
      }
      case BreathEdit.Remove remove -> turns.remove(named(remove, remove.atS()));
      case BreathEdit.Move move -> {
        Placed from = named(move, move.fromS());
        Placed before = turns.lower(from);
        Placed after = turns.higher(from);
        if ((before != null && move.toS() <= before.timeS())
            || (after != null && move.toS() >= after.timeS())) {
          throw new EditRefused(
              "'%s' goes past the next turn: remove one and add one instead".formatted(move));
        }
        turns.remove(from);
        put(move, move.toS());
      }
    }
  }

  private void put(BreathEdit edit, double atS) throws EditRefused {
    if (!(atS >= trace.startS() && atS <= trace.endS())) {
      throw new EditRefused(
          "'%s' lies outside the trace, which runs from %.3f to %.3f s"
              .formatted(edit, trace.startS(), trace.endS()));
    }
    if (!turns.add(new Placed(atS, edit.turn(), true))) {
      throw new EditRefused("'%s': there already is a turn at that time".formatted(edit));
    }
  }

  private Placed named(BreathEdit edit, double timeS) throws EditRefused {
    return turns.stream()
        .filter(t -> t.turn() == edit.turn())
        .filter(t -> Math.abs(t.timeS() - timeS) <= BreathEdit.REACH_S)
        .min(Comparator.comparingDouble(t -> Math.abs(t.timeS() - timeS)))
        .orElseThrow(() ->
            new EditRefused(
                "'%s': there is no end of %s within %.2f s of %.3f s"
                    .formatted(
                        edit,
                        edit.turn() == Turn.INHALE ? "inhalation" : "exhalation",
                        BreathEdit.REACH_S,
                        timeS)));
  }

  /** The breaths between the turns; throws where they do not alternate. */
  List<Breath> breaths() throws EditRefused {
    List<Placed> all = List.copyOf(turns);
    List<Breath> breaths = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i > 0
          && all.get(i).turn() == all.get(i - 1).turn()
          && !isGap(all.get(i - 1), all.get(i))) {
        throw new EditRefused(
            ("after the edits, two ends of %s follow each other, at %.3f and %.3f s:"
                    + " remove one, or add the turn between")
                .formatted(
                    all.get(i).turn() == Turn.INHALE ? "inhalation" : "exhalation",
                    all.get(i - 1).timeS(),
                    all.get(i).timeS()));
      }
      boolean whole =
          i >= 2
              && all.get(i).turn() == Turn.INHALE
              && all.get(i - 1).turn() == Turn.EXHALE
              && all.get(i - 2).turn() == Turn.INHALE
              && !isGap(all.get(i - 1), all.get(i))
              && !isGap(all.get(i - 2), all.get(i - 1));
      if (whole) {
        breaths.add(breath(all.get(i - 2), all.get(i - 1), all.get(i)));
      }
    }
    return breaths;
  }

  /** Whether a stretch without breaths lies between two turns that follow each other. */
  private boolean isGap(Placed from, Placed to) {
    return gaps.stream().anyMatch(g -> from.timeS() < g.middleS() && g.middleS() < to.timeS());
  }

  private Breath breath(Placed start, Placed exhale, Placed end) {
    boolean edited = start.edited() || exhale.edited() || end.edited();
    boolean trusted =
        edited
            || detected.stream()
                .filter(b -> b.startS() < end.timeS() && b.endS() > start.timeS())
                .allMatch(Breath::trusted);
    return new Breath(start.timeS(), exhale.timeS(), end.timeS(), trusted);
  }
}
