package org.breathline.core.fourd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;

/**
 * The dose of a breathing patient on the reference phase: the doses of the phases, each mapped and
 * weighted by the time spent in it.
 *
 * @param doseGy the sum, Gy
 * @param phases the phases' mapped doses, in their order
 * @param weights their weights, which sum to 1
 */
public record AccumulatedDose(FloatVolume doseGy, List<MappedDose> phases, List<Double> weights) {

  /** Keeps copies of the lists. */
  public AccumulatedDose {
    phases = List.copyOf(phases);
    weights = List.copyOf(weights);
  }

  /**
   * Accumulates.
   *
   * @param phases at least one, with a weight above 0 among them
   * @param reference the grid to accumulate on, that of the reference phase
   * @param mapping how
   * @throws IllegalArgumentException if there is no weight
   */
  public static AccumulatedDose of(List<PhaseDose> phases, Grid reference, DoseMapping mapping) {
    double total = phases.stream().mapToDouble(PhaseDose::weight).sum();
    if (!(total > 0)) {
      throw new IllegalArgumentException("no time is spent in any phase");
    }
    double[] sum = new double[reference.size()];
    List<MappedDose> mapped = new ArrayList<>();
    for (PhaseDose phase : phases) {
      MappedDose one = DoseMapper.map(phase, reference, mapping);
      float[] values = one.doseGy().values();
      double weight = phase.weight() / total;
      Arrays.setAll(sum, at -> sum[at] + weight * values[at]);
      mapped.add(one);
    }
    float[] dose = new float[sum.length];
    for (int at = 0; at < dose.length; at++) {
      dose[at] = (float) sum[at];
    }
    return new AccumulatedDose(
        new FloatVolume(reference, dose),
        mapped,
        phases.stream().map(phase -> phase.weight() / total).toList());
  }
}
