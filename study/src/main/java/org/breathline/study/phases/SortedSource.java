package org.breathline.study.phases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breathline.core.geometry.Grid;
import org.breathline.core.sorting.RespiratoryState;
import org.breathline.exchange.ct.CtCollection;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.PhaseStack;
import org.breathline.study.InputException;

/** A 4DCT that the scanner, or this program, has sorted by phase: one stack of slices a phase. */
public final class SortedSource {

  private final SortedMap<Double, PhaseStack> stacks;

  private SortedSource(SortedMap<Double, PhaseStack> stacks) {
    this.stacks = stacks;
  }

  /**
   * Takes the phases of a folder; projections beside them are left out.
   *
   * @throws InputException if there are less than two phases, or they lie on different grids
   * @throws IOException if a phase's slices make no volume
   */
  public static SortedSource of(CtFolder.Contents contents, Path folder)
      throws InputException, IOException {
    CtCollection collection = CtCollection.of(contents.slices());
    if (!collection.isSortedByPhase()) {
      throw new InputException(
          "%s is no 4DCT sorted by phase: its slices are marked with %d phases."
              .formatted(folder, collection.phases().size()));
    }
    SortedMap<Double, PhaseStack> stacks = new TreeMap<>();
    for (Map.Entry<Double, List<CtSlice>> phase : collection.phases().entrySet()) {
      stacks.put(
          phase.getKey(),
          PhaseStack.of(
              phase.getValue(), String.format(Locale.ROOT, "the %.0f %% phase", phase.getKey())));
    }
    PhaseStack first = stacks.firstEntry().getValue();
    for (Map.Entry<Double, PhaseStack> other : stacks.entrySet()) {
      if (!sameGrid(first.grid(), other.getValue().grid())) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "The %.0f %% phase lies on another grid than the %.0f %% phase.",
                other.getKey(),
                stacks.firstKey()));
      }
    }
    return new SortedSource(stacks);
  }

  private static boolean sameGrid(Grid a, Grid b) {
    return a.nx() == b.nx()
        && a.ny() == b.ny()
        && a.nz() == b.nz()
        && a.origin().minus(b.origin()).length() < 0.05
        && a.spacing().minus(b.spacing()).length() < 1e-3;
  }

  /** The phases, per cent, increasing. */
  public List<Double> percents() {
    return List.copyOf(stacks.keySet());
  }

  /** The grid that all phases share. */
  public Grid grid() {
    return stacks.firstEntry().getValue().grid();
  }

  /** The slices of one of the {@link #percents phases}. */
  public PhaseStack stack(double percent) {
    PhaseStack stack = stacks.get(percent);
    if (stack == null) {
      throw new IllegalArgumentException("there is no phase of " + percent + " %");
    }
    return stack;
  }

  /** The phase nearest to any phase, on the circle; of two equally near the lower. */
  public double nearest(double percent) {
    double nearest = stacks.firstKey();
    double smallest = Double.POSITIVE_INFINITY;
    for (double candidate : stacks.keySet()) {
      double distance = Math.abs(RespiratoryState.difference(percent, candidate));
      if (distance < smallest) {
        smallest = distance;
        nearest = candidate;
      }
    }
    return nearest;
  }

  /** All slices, phase after phase. */
  public List<CtSlice> allSlices() {
    List<CtSlice> all = new ArrayList<>();
    stacks.values().forEach(s -> all.addAll(s.slices()));
    return all;
  }
}
