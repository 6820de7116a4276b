package org.breathline.exchange.plan;

import java.time.LocalDateTime;
import java.util.Optional;
import org.breathline.dicom.data.Dataset;

/**
 * What a new RT Plan says beside the plan.
 *
 * @param header the header of a slice of the planning CT: patient, study and frame of reference are
 *     taken from it
 * @param structureSetUid the structure set that it was made for, if there is one
 * @param description of the series and the plan, at most 64 characters
 * @param created when it is made; part of its UIDs
 */
public record PlanContext(
    Dataset header, Optional<String> structureSetUid, String description, LocalDateTime created) {

  /** Checks the length. */
  public PlanContext {
    if (description.length() > 64) {
      throw new IllegalArgumentException(
          "a description has at most 64 characters, not " + description.length());
    }
  }

  /** Not the record's own text, which would show whose it is. */
  @Override
  public String toString() {
    return "plan context of " + created;
  }
}
