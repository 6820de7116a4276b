package org.breathline.core.target;

import java.util.Comparator;
import java.util.List;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Occupancy;

/**
 * A target over the phases of breathing: of a GTV the internal gross tumour volume, of a CTV the
 * internal target volume (ICRU 62 and 83).
 *
 * @param phases the target in each of the phases that count, at least one
 * @param region the points that the target reaches in any of them
 */
public record InternalTarget(List<PhaseRegion> phases, LevelSet region) {

  /** Keeps a copy of the list. */
  public InternalTarget {
    phases = List.copyOf(phases);
  }

  /**
   * The union of a target over the phases of a window.
   *
   * @throws IllegalArgumentException if no phase lies in the window
   */
  public static InternalTarget over(List<PhaseRegion> all, PhaseWindow window) {
    List<PhaseRegion> phases = all.stream().filter(p -> window.contains(p.percent())).toList();
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("no phase lies within " + window);
    }
    LevelSet union = phases.getFirst().region();
    for (PhaseRegion phase : phases.subList(1, phases.size())) {
      union = union.union(phase.region());
    }
    return new InternalTarget(phases, union);
  }

  /** The weights of the phases as shares of the time spent in them. */
  private double totalWeight() {
    double sum = phases.stream().mapToDouble(PhaseRegion::weight).sum();
    return sum > 0 ? sum : 1;
  }

  /**
   * The share of the time that the target is present at each voxel, 0 to 1: by the phases' weights,
   * and within a voxel of a surface by how much of it the target takes up.
   */
  public Occupancy presence() {
    GridBox box = region.box();
    float[] shares = new float[region.values().length];
    double voxelMm = Math.cbrt(region.grid().voxelVolumeMm3());
    for (PhaseRegion phase : phases) {
      float[] values = phase.region().within(box).values();
      double weight = phase.weight() / totalWeight();
      for (int i = 0; i < shares.length; i++) {
        shares[i] += (float) (weight * Math.clamp(0.5 - values[i] / voxelMm, 0.0, 1.0));
      }
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] = Math.min(shares[i], 1);
    }
    return new Occupancy(region.grid(), box, shares);
  }

  /** Where the target's centre is on average over the time, LPS mm. */
  public Vector3 meanCentre() {
    Vector3 sum = Vector3.ZERO;
    for (PhaseRegion phase : phases) {
      sum = sum.plus(phase.centre().times(phase.weight() / totalWeight()));
    }
    return sum;
  }

  /** The phase in which the target's centre is nearest to its mean: the mid-ventilation phase. */
  public PhaseRegion midVentilation() {
    Vector3 mean = meanCentre();
    return phases.stream()
        .min(Comparator.comparingDouble(p -> p.centre().minus(mean).length()))
        .orElseThrow();
  }

  /** How far the target's centre moves between its extremes along x, y and z, mm. */
  public Vector3 peakToPeakMm() {
    return new Vector3(range(0), range(1), range(2));
  }

  private double range(int axis) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (PhaseRegion phase : phases) {
      Vector3 centre = phase.centre();
      double at = axis == 0 ? centre.x() : axis == 1 ? centre.y() : centre.z();
      least = Math.min(least, at);
      most = Math.max(most, at);
    }
    return most - least;
  }
}
