package org.breathline.exchange.ct;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What all images of a series that Breathline writes have in common.
 *
 * @param uid the series' UID
 * @param number the SeriesNumber
 * @param description the SeriesDescription; a phase's ends in {@code NN.0%}
 * @param imageType the whole ImageType, such as {@code DERIVED, SECONDARY, AXIAL, MIP}
 * @param phasePercent the nominal phase for (0020,9245); empty for projections and amplitude bins
 * @param temporalPosition from 1, and 0 where the series is no temporal position
 * @param temporalPositions how many there are
 * @param derivation how the images were made, in words
 * @param processing what made them: version and parameters, in words
 */
public record SeriesLabel(
    String uid,
    int number,
    String description,
    List<String> imageType,
    OptionalDouble phasePercent,
    int temporalPosition,
    int temporalPositions,
    String derivation,
    String processing) {

  /** Copies the list. */
  public SeriesLabel {
    imageType = List.copyOf(imageType);
  }
}
