package org.breathline.core.evaluation;

import java.util.List;

/**
 * The histograms of a structure over the phases of the breath: how much its dose depends on when
 * the patient would hold the breath.
 *
 * @param histograms one a phase; at least one
 */
public record HistogramBand(List<DoseVolumeHistogram> histograms) {

  /** Keeps a copy of the list. */
  public HistogramBand {
    histograms = List.copyOf(histograms);
    if (histograms.isEmpty()) {
      throw new IllegalArgumentException("a band needs a histogram");
    }
  }

  /** The least volume of any phase that receives at least a dose, per cent. */
  public double lowestPercent(double doseGy) {
    return histograms.stream().mapToDouble(h -> h.volumeAtPercent(doseGy)).min().orElseThrow();
  }

  /** The greatest volume of any phase that receives at least a dose, per cent. */
  public double highestPercent(double doseGy) {
    return histograms.stream().mapToDouble(h -> h.volumeAtPercent(doseGy)).max().orElseThrow();
  }

  /** By how much a metric differs over the phases at most, in its unit. */
  public double width(DoseMetric metric) {
    double lowest = histograms.stream().mapToDouble(metric::of).min().orElseThrow();
    double highest = histograms.stream().mapToDouble(metric::of).max().orElseThrow();
    return highest - lowest;
  }
}
