package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.PhaseSeries;

/**
 * The lung volume of every phase of a 4DCT, and with it the phases in which the lungs really are
 * the fullest and the emptiest; by the trace alone those need not be 0 % and 50 %.
 *
 * @param phases in the order of increasing phase, at least one
 */
public record LungVolumes(List<OfPhase> phases) {

  /**
   * The lung volume of one phase.
   *
   * @param percent the nominal phase, 0 to below 100
   * @param volumeMl the volume of {@link LungAir}, millilitres; 0 where there are no lungs
   */
  public record OfPhase(double percent, double volumeMl) {}

  /** Copies the list; throws {@link IllegalArgumentException} if there is nothing in it. */
  public LungVolumes {
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("lung volumes of no phase");
    }
  }

  /** Measures the phases one after the other. */
  public static LungVolumes of(PhaseSeries series, Progress progress) {
    List<OfPhase> phases = new ArrayList<>();
    int total = series.phases().size();
    for (PhaseSeries.Phase phase : series.phases()) {
      progress.report("measuring lungs", phases.size(), total);
      phases.add(new OfPhase(phase.percent(), LungAir.of(phase.volume()).volumeMl()));
    }
    progress.report("measuring lungs", total, total);
    return new LungVolumes(phases);
  }

  /** The phase with the greatest volume, the earliest of equals. */
  public OfPhase fullest() {
    return phases.stream()
        .max(
            Comparator.comparingDouble(OfPhase::volumeMl)
                .thenComparing(Comparator.comparingDouble(OfPhase::percent).reversed()))
        .orElseThrow();
  }

  /** The phase with the least volume, the earliest of equals. */
  public OfPhase emptiest() {
    return phases.stream()
        .min(Comparator.comparingDouble(OfPhase::volumeMl).thenComparingDouble(OfPhase::percent))
        .orElseThrow();
  }
}
