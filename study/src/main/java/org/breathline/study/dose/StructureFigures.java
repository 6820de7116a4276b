package org.breathline.study.dose;

import java.util.Locale;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.structure.Structure;

/**
 * What a structure gets; doses over all fractions, Gy.
 *
 * @param name of the structure
 * @param type what it is for
 * @param volumeMl its volume where the dose is known
 * @param uncoveredMl its volume beyond the dose grid, in no other figure
 * @param meanGy the mean
 * @param minimumGy the lowest
 * @param maximumGy the highest
 * @param d98Gy what 98 % of it gets at least
 * @param d95Gy what 95 % of it gets at least
 * @param d50Gy the median
 * @param d2Gy what 2 % of it gets at least
 */
public record StructureFigures(
    String name,
    String type,
    double volumeMl,
    double uncoveredMl,
    double meanGy,
    double minimumGy,
    double maximumGy,
    double d98Gy,
    double d95Gy,
    double d50Gy,
    double d2Gy) {

  static StructureFigures of(Structure structure, DoseVolumeHistogram histogram) {
    return new StructureFigures(
        structure.name(),
        structure.type().name().toLowerCase(Locale.ROOT),
        histogram.volumeMl(),
        histogram.uncoveredMl(),
        histogram.meanGy(),
        histogram.minimumGy(),
        histogram.maximumGy(),
        histogram.doseAtPercent(98),
        histogram.doseAtPercent(95),
        histogram.doseAtPercent(50),
        histogram.doseAtPercent(2));
  }
}
