package org.breathline.exchange.registration;

import java.time.LocalDateTime;
import java.util.List;
import org.breathline.dicom.data.Dataset;
import org.breathline.exchange.ct.CtSlice;

/**
 * What a registration object says beside the transform.
 *
 * @param fixed the slices of the fixed image, in any order; at least one
 * @param moving the slices of the moving image of the same patient, in any order; at least one
 * @param header the header of a slice of the fixed image: patient, study and frame of reference are
 *     taken from it
 * @param description of the series and the object, 1 to 64 characters
 * @param comment how the registration was made: version, method and verdict, in words; at most 1024
 *     characters are written
 * @param created when the object is made; part of its UIDs
 */
public record RegistrationContext(
    List<CtSlice> fixed,
    List<CtSlice> moving,
    Dataset header,
    String description,
    String comment,
    LocalDateTime created) {

  /** Checks that there are slices, and the length. */
  public RegistrationContext {
    fixed = List.copyOf(fixed);
    moving = List.copyOf(moving);
    if (fixed.isEmpty() || moving.isEmpty()) {
      throw new IllegalArgumentException("a registration needs a fixed and a moving image");
    }
    if (description.isBlank() || description.length() > 64) {
      throw new IllegalArgumentException(
          "a description has 1 to 64 characters, not " + description.length());
    }
  }

  /** Not the record's own text, which would show whose it is. */
  @Override
  public String toString() {
    return "registration context of %d and %d slices".formatted(fixed.size(), moving.size());
  }
}
