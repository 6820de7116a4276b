package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.border.BorderScore;

/**
 * The parts of a 4DCT's phases that show the anatomy as it was at another moment: slabs between
 * heights, each in a phase of its own.
 *
 * @param phases the bad slabs of every phase, in the order of the phases
 */
public record BadSlabs(List<List<Slab>> phases) {

  /**
   * A slab.
   *
   * @param lowMm its lower border, mm along the slices' normal
   * @param highMm its upper border
   */
  public record Slab(double lowMm, double highMm) {

    boolean contains(double heightMm) {
      return heightMm >= lowMm && heightMm <= highMm;
    }
  }

  /** Copies the lists. */
  public BadSlabs {
    phases = phases.stream().map(List::copyOf).toList();
  }

  /** No bad slab in so many phases. */
  public static BadSlabs none(int phases) {
    List<List<Slab>> none = new ArrayList<>();
    for (int p = 0; p < phases; p++) {
      none.add(List.of());
    }
    return new BadSlabs(none);
  }

  /**
   * The bad slabs of a sorted scan. A border between couch positions that is called an artefact
   * says that one of its sides is wrong, not which: the side whose other border is an artefact too,
   * and both where that does not tell.
   *
   * @param scores of the scan's borders, in any order
   */
  public static BadSlabs of(SortedScan sorted, List<BorderScore> scores) {
    List<CouchPosition> positions = sorted.scan().couchPositions();
    double half = sorted.scan().sliceSpacingMm() / 2;
    List<List<Slab>> phases = new ArrayList<>();
    for (int bin = 0; bin < sorted.request().bins().size(); bin++) {
      boolean[] artefact = new boolean[positions.size() + 1];
      for (BorderScore score : scores) {
        if (score.bin() == bin && score.isArtefact()) {
          artefact[score.border() + 1] = true;
        }
      }
      List<Slab> slabs = new ArrayList<>();
      for (int p = 0; p < positions.size(); p++) {
        if (isBad(artefact, p)) {
          CouchPosition position = positions.get(p);
          slabs.add(
              new Slab(
                  position.positionMm(0) - half,
                  position.positionMm(position.slicesPerAcquisition() - 1) + half));
        }
      }
      phases.add(slabs);
    }
    return new BadSlabs(phases);
  }

  /** Border p is below position p and border p + 1 above it; the outermost are never artefacts. */
  private static boolean isBad(boolean[] artefact, int position) {
    boolean below = artefact[position];
    boolean above = artefact[position + 1];
    if (below && above) {
      return true;
    }
    // One bad border: the neighbour is to blame if its other border is bad as well.
    if (below) {
      return position < 2 || !artefact[position - 1];
    }
    return above && (position + 2 >= artefact.length || !artefact[position + 2]);
  }

  /** Whether a height lies in a bad slab of a phase. */
  public boolean contains(int phase, double heightMm) {
    for (Slab slab : phases.get(phase)) {
      if (slab.contains(heightMm)) {
        return true;
      }
    }
    return false;
  }

  /** How many there are. */
  public int count() {
    return phases.stream().mapToInt(List::size).sum();
  }
}
