package org.breathline.exchange.dose;

import java.util.List;
import java.util.Optional;
import org.breathline.core.image.FloatVolume;

/**
 * An RT Dose as read.
 *
 * @param dose the dose, Gy
 * @param summation what it is the sum of
 * @param sopInstanceUid its own UID
 * @param planUids the plans that it says it is of
 * @param beamNumbers the beams of the plan that it is of, where it is not of all
 * @param patientId whose it is: to be compared, never shown
 * @param frameOfReferenceUid the coordinate system of its grid
 */
public record RtDose(
    FloatVolume dose,
    DoseSummation summation,
    String sopInstanceUid,
    List<String> planUids,
    List<Integer> beamNumbers,
    Optional<String> patientId,
    String frameOfReferenceUid) {

  /** Keeps copies of the lists. */
  public RtDose {
    planUids = List.copyOf(planUids);
    beamNumbers = List.copyOf(beamNumbers);
  }

  /** Not the record's own text, which would show whose it is. */
  @Override
  public String toString() {
    return "RT Dose of " + dose.grid().size() + " voxels";
  }
}
