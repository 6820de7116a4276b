package org.breathline.core.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.evaluation.GoalResult;
import org.breathline.core.evaluation.PlanGoal;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.objective.StructureVoxels;
import org.breathline.core.planning.template.PlanTemplate;
import org.breathline.core.planning.template.Wish;
import org.breathline.core.structure.RunLengthMask;

/** The voxels that a plan is judged at: those of all structures that the template speaks of. */
final class PlanVoxels {

  private final Grid grid;
  private final int[] offsets;
  private final Map<String, StructureVoxels> structures = new LinkedHashMap<>();
  private final Set<String> missing = new TreeSet<>();

  PlanVoxels(PlanTemplate template, Map<String, RunLengthMask> masks) {
    Set<String> names = new TreeSet<>();
    template.wishes().stream().map(Wish::structure).forEach(names::add);
    template.protocol().goals().stream().map(PlanGoal::structure).forEach(names::add);
    this.grid = masks.values().iterator().next().grid();
    BitSet wanted = new BitSet(grid.size());
    Map<String, BitSet> sets = new LinkedHashMap<>();
    for (String name : names) {
      RunLengthMask mask = masks.get(name);
      if (mask == null || mask.isEmpty()) {
        missing.add(name);
      } else {
        BitSet set = bits(mask);
        sets.put(name, set);
        wanted.or(set);
      }
    }
    this.offsets = wanted.stream().toArray();
    sets.forEach((name, set) -> structures.put(name, new StructureVoxels(name, rows(set))));
  }

  private static BitSet bits(RunLengthMask mask) {
    BitSet set = new BitSet(mask.grid().size());
    for (int row = 0; row < mask.rows(); row++) {
      int from = row * mask.grid().nx();
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        set.set(from + mask.start(run), from + mask.end(run));
      }
    }
    return set;
  }

  private int[] rows(BitSet set) {
    int[] rows = new int[set.cardinality()];
    int found = 0;
    for (int row = 0; row < offsets.length; row++) {
      if (set.get(offsets[row])) {
        rows[found++] = row;
      }
    }
    return rows;
  }

  /** Memory offsets of the voxels, rising. */
  int[] offsets() {
    return offsets.clone();
  }

  int size() {
    return offsets.length;
  }

  /** What the template speaks of and nobody contoured. */
  Set<String> missing() {
    return missing;
  }

  Optional<StructureVoxels> structure(String name) {
    return Optional.ofNullable(structures.get(name));
  }

  /** The dose of the voxels out of that of the whole grid. */
  float[] doseOf(FloatVolume volume) {
    float[] dose = new float[offsets.length];
    for (int row = 0; row < dose.length; row++) {
      dose[row] = volume.values()[offsets[row]];
    }
    return dose;
  }

  Optional<DoseVolumeHistogram> histogram(String name, float[] dose) {
    return structure(name)
        .map(voxels -> {
          float[] own = new float[voxels.size()];
          for (int voxel = 0; voxel < own.length; voxel++) {
            own[voxel] = Math.max(0, dose[voxels.row(voxel)]);
          }
          return DoseVolumeHistogram.ofVoxels(own, grid.voxelVolumeMm3() / 1000);
        });
  }

  /** How a dose does by the goals of the structures that are there. */
  List<GoalResult> judge(List<PlanGoal> goals, float[] dose) {
    List<GoalResult> results = new ArrayList<>();
    for (PlanGoal goal : goals) {
      histogram(goal.structure(), dose).map(goal::judge).ifPresent(results::add);
    }
    return results;
  }

  /** What a dose is to be multiplied by so that a goal is just met. */
  double scale(PlanGoal goal, float[] dose) throws PlanRefusedException {
    DoseVolumeHistogram histogram =
        histogram(goal.structure(), dose)
            .orElseThrow(() ->
                new PlanRefusedException(
                    "the dose is to be scaled to %s, which is not contoured"
                        .formatted(goal.structure())));
    double figure = goal.metric().of(histogram);
    if (!(figure > 0)) {
      throw new PlanRefusedException(
          "the beams give %s no dose that could be scaled".formatted(goal.structure()));
    }
    return goal.value() / figure;
  }
}
