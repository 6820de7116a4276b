package org.breathline.core.respiration.edit;

import java.util.Locale;

/** Which turn of a breath. */
public enum Turn {
  /** The end of inhalation. */
  INHALE,
  /** The end of exhalation. */
  EXHALE;

  /** As it stands in an edit list. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
