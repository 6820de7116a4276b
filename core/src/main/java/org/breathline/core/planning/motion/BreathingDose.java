package org.breathline.core.planning.motion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.dose.InfluenceColumn;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.field.ImageWarp;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.DoseModel;
import org.breathline.core.planning.PlanBeam;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Segment;

/**
 * The dose to a breathing patient: that of each phase on its own anatomy, mapped to the reference
 * and weighted by the time spent there. With one phase, the dose of that phase brought home.
 */
public final class BreathingDose implements DoseModel {

  private final Grid grid;
  private final List<BreathingPhase> phases;
  private final double weights;

  /**
   * The dose of phases.
   *
   * @param grid of the reference
   * @param phases at least one
   */
  public BreathingDose(Grid grid, List<BreathingPhase> phases) {
    this.grid = grid;
    this.phases = List.copyOf(phases);
    this.weights = phases.stream().mapToDouble(BreathingPhase::weight).sum();
    if (!(weights > 0)) {
      throw new IllegalArgumentException("phases in which no time is spent");
    }
  }

  @Override
  public Grid grid() {
    return grid;
  }

  @Override
  public InfluenceMatrix influence(List<PlanBeam> beams, int[] voxels, Progress progress)
      throws IOException {
    List<InfluenceColumn> columns = List.of();
    for (BreathingPhase phase : phases) {
      TissueMapping mapping =
          new TissueMapping(grid, voxels, phase.fromReference(), phase.dose().grid());
      InfluenceMatrix own = phase.dose().influence(beams, mapping.needed(), progress);
      columns = joined(columns, own, mapping, (float) (phase.weight() / weights));
    }
    return new InfluenceMatrix(voxels.length, columns);
  }

  private static List<InfluenceColumn> joined(
      List<InfluenceColumn> before, InfluenceMatrix own, TissueMapping mapping, float weight) {
    InfluenceColumn[] joined = new InfluenceColumn[own.columns().size()];
    IntStream.range(0, joined.length)
        .parallel()
        .forEach(column -> {
          float[] dose = new float[mapping.rows()];
          if (!before.isEmpty()) {
            before.get(column).forEach((row, value) -> dose[row] = value);
          }
          mapping.addTo(dose, own.columns().get(column), weight);
          joined[column] = sparse(dose);
        });
    return Arrays.asList(joined);
  }

  private static InfluenceColumn sparse(float[] dose) {
    int[] rows = IntStream.range(0, dose.length).filter(row -> dose[row] != 0).toArray();
    float[] values = new float[rows.length];
    for (int entry = 0; entry < rows.length; entry++) {
      values[entry] = dose[rows[entry]];
    }
    return new InfluenceColumn(dose.length, rows, values, rows.length);
  }

  @Override
  public FloatVolume dose(List<Segment> segments, Progress progress) throws IOException {
    FloatVolume sum = new FloatVolume(grid);
    for (FloatVolume mapped : mapped(segments, progress)) {
      for (int voxel = 0; voxel < sum.values().length; voxel++) {
        sum.values()[voxel] += mapped.values()[voxel];
      }
    }
    return sum;
  }

  /** The shares of the phases in the dose, brought home, in the phases' order. */
  private List<FloatVolume> mapped(List<Segment> segments, Progress progress) throws IOException {
    List<FloatVolume> shares = new ArrayList<>();
    for (BreathingPhase phase : phases) {
      FloatVolume own = phase.dose().dose(segments, progress);
      FloatVolume mapped = new ImageWarp(phase.fromReference(), grid).warp(own, 0);
      float weight = (float) (phase.weight() / weights);
      for (int voxel = 0; voxel < mapped.values().length; voxel++) {
        mapped.values()[voxel] *= weight;
      }
      shares.add(mapped);
    }
    return shares;
  }
}
