package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.ConnectedComponents;
import org.breathline.core.structure.RunLengthMask;

/**
 * The trachea in axial slices: a round patch of air near the middle of the body, followed from
 * slice to slice for as long as it keeps its place and size. It ends at the carina, where it widens
 * and parts.
 */
final class TracheaTrack {

  /** Tracheas are 10 to 27 mm wide (Breatnach et al., AJR 142, 1984); with margin, mm^2. */
  private static final double LEAST_AREA = 50;

  private static final double MOST_AREA = 800;
  private static final double FROM_MIDDLE_MM = 35;
  private static final double LEAST_LENGTH_MM = 20;

  /** From slice to slice the centre moves by less than this, mm, plus half the slice spacing. */
  private static final double STEP_MM = 5;

  private static final double MOST_GROWTH = 2;
  private static final double MOST_DRIFT_MM = 14;

  private TracheaTrack() {}

  /** The patch of one slice. */
  private record Patch(int slice, int component, double areaMm2, Vector3 centre) {}

  /** A chain of patches by its last one. */
  private record Chain(Patch last, Optional<Chain> before, int length) {}

  /**
   * Finds the trachea.
   *
   * @param air all air inside the body, slices stacked to superior
   * @param body the body
   * @return its voxels; empty if no patch keeps its place over 20 mm
   */
  static Optional<RunLengthMask> in(RunLengthMask air, RunLengthMask body) {
    Grid grid = air.grid();
    ConnectedComponents parts = ConnectedComponents.inSlices(air);
    List<List<Patch>> slices = patches(air, parts, body);
    List<Chain> ends = new ArrayList<>();
    List<Chain> above = List.of();
    for (int k = grid.nz() - 1; k >= 0; k--) {
      List<Chain> here = new ArrayList<>();
      for (Patch patch : slices.get(k)) {
        Optional<Chain> before =
            above.stream()
                .filter(c -> follows(c.last(), patch, grid))
                .max(Comparator.comparingInt(Chain::length));
        here.add(new Chain(patch, before, 1 + before.map(Chain::length).orElse(0)));
      }
      ends.addAll(here);
      above = here;
    }
    return ends.stream()
        .max(Comparator.comparingInt(Chain::length))
        .filter(c -> (c.length() - 1) * grid.spacing().z() >= LEAST_LENGTH_MM)
        .map(c -> voxels(air, parts, c));
  }

  private static boolean follows(Patch upper, Patch lower, Grid grid) {
    double dx = lower.centre().x() - upper.centre().x();
    double dy = lower.centre().y() - upper.centre().y();
    double growth = lower.areaMm2() / upper.areaMm2();
    return Math.hypot(dx, dy) <= STEP_MM + grid.spacing().z() / 2 && growth < 1.8 && growth > 0.5;
  }

  private static RunLengthMask voxels(RunLengthMask air, ConnectedComponents parts, Chain chain) {
    var patches = new ArrayList<Patch>();
    for (Optional<Chain> at = Optional.of(chain); at.isPresent(); at = at.get().before()) {
      patches.addFirst(at.get().last());
    }
    var kept = new HashSet<Integer>();
    for (Patch patch : patches.subList(0, carina(patches))) {
      kept.add(patch.component());
    }
    return air.keeping(run -> kept.contains(parts.component(run)));
  }

  /**
   * Where a chain, from above, goes on into a main bronchus: the first patch in its lower half that
   * has another size than the upper half's, or has left its line.
   */
  private static int carina(List<Patch> patches) {
    List<Patch> upper = patches.subList(0, (patches.size() + 1) / 2);
    double area = median(upper, Patch::areaMm2);
    double x = median(upper, p -> p.centre().x());
    for (int n = upper.size(); n < patches.size(); n++) {
      double growth = patches.get(n).areaMm2() / area;
      if (growth > MOST_GROWTH
          || growth < 1 / MOST_GROWTH
          || Math.abs(patches.get(n).centre().x() - x) > MOST_DRIFT_MM) {
        return n;
      }
    }
    return patches.size();
  }

  private static double median(List<Patch> patches, ToDoubleFunction<Patch> figure) {
    double[] sorted = patches.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static List<List<Patch>> patches(
      RunLengthMask air, ConnectedComponents parts, RunLengthMask body) {
    Grid grid = air.grid();
    List<List<Patch>> slices = new ArrayList<>();
    for (int k = 0; k < grid.nz(); k++) {
      slices.add(patches(air, parts, k, SliceMoments.of(body, k)));
    }
    return slices;
  }

  private static List<Patch> patches(
      RunLengthMask air, ConnectedComponents parts, int k, SliceMoments body) {
    Grid grid = air.grid();
    int first = air.firstRun(k * grid.ny());
    int end = air.firstRun((k + 1) * grid.ny());
    List<Patch> patches = new ArrayList<>();
    for (int root = first; root < end; root++) {
      if (parts.component(root) != root) {
        continue;
      }
      int component = root;
      SliceMoments moments = SliceMoments.of(air, k, run -> parts.component(run) == component);
      double area = moments.count() * grid.spacing().x() * grid.spacing().y();
      Vector3 centre = grid.point(moments.i(), moments.j(), k);
      double aside = Math.abs(centre.x() - grid.point(body.i(), body.j(), k).x());
      if (area >= LEAST_AREA
          && area <= MOST_AREA
          && aside <= FROM_MIDDLE_MM
          && moments.isRound(grid)) {
        patches.add(new Patch(k, component, area, centre));
      }
    }
    return patches;
  }
}
