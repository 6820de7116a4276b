package org.breathline.exchange.structure;

/**
 * Something in a structure set that is not as the standard has it, or that was left out; the rest
 * was read.
 *
 * @param kind what kind of thing
 * @param words what was found and what was done, without a patient's data
 */
public record StructureFinding(Kind kind, String words) {

  /** Kinds of findings. */
  public enum Kind {
    /** Modality (0008,0060) is not RTSTRUCT. */
    MODALITY,
    /** An open contour: closed because its ends meet, or left out. */
    OPEN_CONTOUR,
    /** A contour whose points lie in no common plane: left out. */
    NOT_PLANAR,
    /** A closed contour of fewer than three points: left out. */
    TOO_FEW_POINTS,
    /** NumberOfContourPoints is not the number of points. */
    POINT_COUNT,
    /** Contours of a number that no structure has. */
    NOBODYS_CONTOURS,
    /** Two structures of one number: the second is left out. */
    REPEATED_NUMBER,
    /** A structure without contours or points. */
    EMPTY_STRUCTURE,
    /** More than one frame of reference, or none. */
    FRAME_OF_REFERENCE
  }
}
