package org.breathline.core.registration.quality;

/**
 * The uncertainty assessment that AAPM Task Group 132 asks to be reported with every registration
 * (Brock et al., Med. Phys. 44, e43 (2017), section on the request and report). In our words.
 */
public enum UncertaintyLevel {
  /** Anatomy within 1 mm everywhere: structures may be defined anywhere, stereotactic use. */
  WHOLE_SCAN_ALIGNED(0, "whole scan aligned"),
  /**
   * Anatomy undistorted and within 1 mm in the area of interest: structures may be defined there.
   */
  LOCALLY_ALIGNED(1, "locally aligned"),
  /**
   * Aligned locally by a deformation that may alter anatomy: not to be the only image a target is
   * defined on; other information is to be consulted.
   */
  USABLE_WITH_RISK_OF_DEFORMATION(2, "usable with risk of deformation"),
  /** Not good enough to rely on its geometry: it may tell the general place of a lesion. */
  USABLE_FOR_DIAGNOSIS_ONLY(3, "usable for diagnosis only"),
  /** The anatomy could not be aligned to an acceptable level. */
  ALIGNMENT_NOT_ACCEPTABLE(4, "alignment not acceptable");

  private final int level;
  private final String words;

  UncertaintyLevel(int level, String words) {
    this.level = level;
    this.words = words;
  }

  /** The report's number, 0 to 4. */
  public int level() {
    return level;
  }

  /** The report's name. */
  public String words() {
    return words;
  }
}
