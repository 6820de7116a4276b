package org.breathline.billing.edits;

/** For whose claims CMS publishes a table of edits. */
public enum EditSetting {
  /** Physicians and freestanding centres. */
  PRACTITIONER,
  /** Outpatient departments of hospitals. */
  OUTPATIENT
}
