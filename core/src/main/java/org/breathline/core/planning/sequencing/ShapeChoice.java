package org.breathline.core.planning.sequencing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses a pair of leaf positions for every row so that each row needs no more than some levels
 * afterwards; of those the ones that leave the least to do.
 */
final class ShapeChoice {

  /** A border of the fluence that is done with is worth more than any number of open columns. */
  private static final int BORDER_DONE = 1000;

  private final LevelMap map;
  private final int levels;
  private final int allowedAfter;
  private final boolean interdigitation;

  /**
   * A choice.
   *
   * @param levels how long the shape stands
   * @param allowedAfter the most levels that a row may need afterwards
   */
  ShapeChoice(LevelMap map, int levels, int allowedAfter, boolean interdigitation) {
    this.map = map;
    this.levels = levels;
    this.allowedAfter = allowedAfter;
    this.interdigitation = interdigitation;
  }

  /** Where the two leaves of a row may stand, and how good that is. */
  private record Opening(int first, int second, int worth) {

    boolean passes(Opening beside) {
      return first <= beside.second && beside.first <= second;
    }
  }

  /** The shape; nothing if there is none. */
  Optional<LevelShape> best() {
    List<List<Opening>> openings = new ArrayList<>();
    for (int row = 0; row < map.rows(); row++) {
      List<Opening> ofRow = openings(row);
      if (ofRow.isEmpty()) {
        return Optional.empty();
      }
      openings.add(ofRow);
    }
    return interdigitation ? Optional.of(shape(bestOfEach(openings))) : together(openings);
  }

  private List<Opening> openings(int row) {
    List<Opening> found = new ArrayList<>();
    int needed = map.complexity(row);
    if (needed <= allowedAfter) {
      for (int shut = 0; shut <= map.columns(); shut++) {
        found.add(new Opening(shut, shut, 0));
      }
    }
    for (int first = 0; first < map.columns(); first++) {
      int smallest = Integer.MAX_VALUE;
      for (int second = first + 1; second <= map.columns(); second++) {
        smallest = Math.min(smallest, map.level(row, second - 1));
        if (smallest < levels) {
          break;
        }
        int rise = map.rise(row, first);
        int fall = map.rise(row, second);
        int after = needed + change(rise, -levels) + change(fall, levels);
        if (after <= allowedAfter) {
          int done = (rise == levels ? 1 : 0) + (fall == -levels ? 1 : 0);
          found.add(new Opening(first, second, 1 + BORDER_DONE * done + second - first));
        }
      }
    }
    return found;
  }

  private static int change(int rise, int by) {
    return Math.max(0, rise + by) - Math.max(0, rise);
  }

  private static List<Opening> bestOfEach(List<List<Opening>> openings) {
    List<Opening> chosen = new ArrayList<>();
    for (List<Opening> ofRow : openings) {
      Opening best = ofRow.getFirst();
      for (Opening opening : ofRow) {
        if (opening.worth() > best.worth()) {
          best = opening;
        }
      }
      chosen.add(best);
    }
    return chosen;
  }

  /** The best choice in which neighbours pass each other, from the last row back. */
  private Optional<LevelShape> together(List<List<Opening>> openings) {
    int rows = openings.size();
    long[][] worth = new long[rows][];
    int[][] next = new int[rows][];
    for (int row = rows - 1; row >= 0; row--) {
      List<Opening> here = openings.get(row);
      worth[row] = new long[here.size()];
      next[row] = new int[here.size()];
      for (int o = 0; o < here.size(); o++) {
        worth[row][o] = here.get(o).worth();
        if (row + 1 < rows) {
          int best = bestBeside(here.get(o), openings.get(row + 1), worth[row + 1]);
          next[row][o] = best;
          worth[row][o] = best < 0 ? Long.MIN_VALUE : worth[row][o] + worth[row + 1][best];
        }
      }
    }
    int at = bestOf(worth[0]);
    if (worth[0][at] == Long.MIN_VALUE) {
      return Optional.empty();
    }
    List<Opening> chosen = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      chosen.add(openings.get(row).get(at));
      at = next[row][at];
    }
    return Optional.of(shape(chosen));
  }

  private static int bestBeside(Opening opening, List<Opening> beside, long[] worth) {
    int best = -1;
    for (int o = 0; o < beside.size(); o++) {
      boolean better = worth[o] != Long.MIN_VALUE && (best < 0 || worth[o] > worth[best]);
      if (better && opening.passes(beside.get(o))) {
        best = o;
      }
    }
    return best;
  }

  private static int bestOf(long[] worth) {
    int best = 0;
    for (int o = 1; o < worth.length; o++) {
      best = worth[o] > worth[best] ? o : best;
    }
    return best;
  }

  private LevelShape shape(List<Opening> chosen) {
    return new LevelShape(
        levels,
        chosen.stream().mapToInt(Opening::first).toArray(),
        chosen.stream().mapToInt(Opening::second).toArray());
  }
}
