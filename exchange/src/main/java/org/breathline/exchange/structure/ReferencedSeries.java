package org.breathline.exchange.structure;

import java.util.Set;

/**
 * The images of a series that structures were drawn on.
 *
 * @param seriesUid the series, empty where only the contours name images
 * @param imageUids SOP Instance UIDs
 */
public record ReferencedSeries(String seriesUid, Set<String> imageUids) {

  /** Keeps a copy of the set. */
  public ReferencedSeries {
    imageUids = Set.copyOf(imageUids);
  }
}
