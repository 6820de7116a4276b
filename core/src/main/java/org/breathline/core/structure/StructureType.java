package org.breathline.core.structure;

/**
 * What a structure is for, by ICRU 50, 62 and 83 and the terms of DICOM PS3.3 C.8.8.8 (RT ROI
 * Interpreted Type), which knows no IGTV and no ITV.
 */
public enum StructureType {
  /** The patient's outline. */
  EXTERNAL,
  /** Gross tumour volume. */
  GTV,
  /** The gross tumour volume over the phases of breathing. */
  IGTV,
  /** Clinical target volume: the gross one and what may have spread microscopically. */
  CTV,
  /** Internal target volume: the clinical one and where it moves. */
  ITV,
  /** Planning target volume: what is treated so that the clinical one is. */
  PTV,
  /** An organ, usually one at risk. */
  ORGAN,
  /** To be spared. */
  AVOIDANCE,
  /** A marker or a point. */
  MARKER,
  /** Couch and other supports. */
  SUPPORT,
  /** Bolus. */
  BOLUS,
  /** Anything else. */
  OTHER;

  /** Whether it is drawn to be irradiated. */
  public boolean isTarget() {
    return switch (this) {
      case GTV, IGTV, CTV, ITV, PTV -> true;
      default -> false;
    };
  }
}
