package org.breathline.exchange.structure;

import java.time.LocalDateTime;
import java.util.List;
import org.breathline.dicom.data.Dataset;
import org.breathline.exchange.ct.CtSlice;

/**
 * What a new structure set says beside its structures.
 *
 * @param label at most 16 characters
 * @param description of the series and the set, at most 64 characters
 * @param slices the images that the structures are on, in any order; at least one
 * @param header the header of one of them: patient, study and frame of reference are taken from it
 * @param algorithm how the structures came about
 * @param created when it is made; part of its UIDs
 */
public record StructureSetContext(
    String label,
    String description,
    List<CtSlice> slices,
    Dataset header,
    Algorithm algorithm,
    LocalDateTime created) {

  /** ROI Generation Algorithm (3006,0036). */
  public enum Algorithm {
    /** By the program alone. */
    AUTOMATIC,
    /** By the program, from what a person drew. */
    SEMIAUTOMATIC,
    /** By a person. */
    MANUAL
  }

  /** Checks the lengths and that there is a slice. */
  public StructureSetContext {
    slices = List.copyOf(slices);
    if (slices.isEmpty()) {
      throw new IllegalArgumentException("structures need the images that they are on");
    }
    if (label.isBlank() || label.length() > 16 || description.length() > 64) {
      throw new IllegalArgumentException(
          "a label has 1 to 16 characters and a description at most 64, not %d and %d"
              .formatted(label.length(), description.length()));
    }
  }

  /** Not the record's own text, which would show whose it is. */
  @Override
  public String toString() {
    return "structure set context of " + slices.size() + " slices";
  }
}
