package org.breathline.core.scan;

import java.util.List;
import org.breathline.core.image.ShortVolume;

/**
 * A 4DCT: one volume a breathing phase, all on the same grid.
 *
 * @param phases in the order of increasing phase
 */
public record PhaseSeries(List<Phase> phases) {

  /**
   * One breathing phase.
   *
   * @param percent its nominal phase, 0 to below 100; 0 is the end of inhalation
   * @param volume Hounsfield units
   */
  public record Phase(double percent, ShortVolume volume) {}

  /** Copies the list; throws {@link IllegalArgumentException} if grids differ. */
  public PhaseSeries {
    phases = List.copyOf(phases);
    for (Phase phase : phases) {
      if (!phase.volume().grid().equals(phases.getFirst().volume().grid())) {
        throw new IllegalArgumentException(
            "phase %.1f %% is on another grid than phase %.1f %%"
                .formatted(phase.percent(), phases.getFirst().percent()));
      }
    }
  }
}
