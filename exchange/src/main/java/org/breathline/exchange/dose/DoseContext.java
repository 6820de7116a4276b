package org.breathline.exchange.dose;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import org.breathline.dicom.data.Dataset;

/**
 * What a new RT Dose says beside the dose.
 *
 * @param header the header of a slice of the CT: patient, study and frame of reference are taken
 *     from it
 * @param planUid the plan that it is the dose of
 * @param structureSetUid the structures that histograms are of; needed where there are some
 * @param summation what it is the sum of; not {@link DoseSummation#OTHER}
 * @param beamNumber the beam that it is of, given if and only if it is of one beam
 * @param description of the series, at most 64 characters
 * @param comment how it was calculated, in words
 * @param created when it is made; part of its UIDs
 */
public record DoseContext(
    Dataset header,
    String planUid,
    Optional<String> structureSetUid,
    DoseSummation summation,
    OptionalInt beamNumber,
    String description,
    String comment,
    LocalDateTime created) {

  /** Checks that summation and beam fit, and the length. */
  public DoseContext {
    boolean ofBeam = summation == DoseSummation.BEAM;
    if (ofBeam != beamNumber.isPresent() || summation == DoseSummation.OTHER) {
      throw new IllegalArgumentException("a dose of a beam needs its number, and no other does");
    }
    if (description.length() > 64) {
      throw new IllegalArgumentException(
          "a description has at most 64 characters, not " + description.length());
    }
  }

  /** Not the record's own text, which would show whose it is. */
  @Override
  public String toString() {
    return "dose context of a " + summation;
  }
}
