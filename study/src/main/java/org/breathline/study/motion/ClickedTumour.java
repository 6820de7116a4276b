package org.breathline.study.motion;

import org.breathline.core.motion.TumourTrack;
import org.breathline.core.progress.Progress;
import org.breathline.core.segmentation.SeedException;
import org.breathline.study.InputException;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.structures.TumourChoice;

/** Follows a tumour that a person clicked. */
public final class ClickedTumour {

  private ClickedTumour() {}

  /**
   * Finds it in every phase.
   *
   * @throws InputException if there is no tumour at the seed, or it is lost in a phase
   */
  public static TumourTrack follow(
      LoadedPhases phases, TumourChoice.Clicked clicked, Progress progress) throws InputException {
    try {
      return TumourTrack.of(phases.series(), clicked.seed(), clicked.percent(), progress);
    } catch (SeedException e) {
      throw new InputException("--seed: " + e.getMessage() + ".", e);
    }
  }
}
