package org.breathline.core.qa;

import java.util.List;

/**
 * What a scan shows of a moving phantom.
 *
 * @param phantom what should be seen
 * @param shutter how its images see it
 * @param inserts in the phantom's order
 * @param figures judged, those of each insert together
 */
public record PhantomResult(
    MovingPhantom phantom,
    ProgrammedMotion.Shutter shutter,
    List<TrackedInsert> inserts,
    List<QaFigure> figures) {

  /** Copies the lists. */
  public PhantomResult {
    inserts = List.copyOf(inserts);
    figures = List.copyOf(figures);
  }
}
