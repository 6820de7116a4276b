package org.breathline.billing.documentation;

/**
 * What documents a motion management simulation. The list is ours: it follows from what payers and
 * ASTRO ask of a technical radiation oncology service in general (an order, necessity known
 * beforehand, a record of what was done and found, an interpretation, a signature). No payer was
 * found that publishes criteria for 77293 itself.
 */
public enum Requirement {
  ORDER("order", "A physician's order, dated no later than the scan."),
  INDICATION("indication", "Why motion had to be looked at, as known before the scan."),
  TECHNIQUE("technique", "How the breathing was managed, and with what modality."),
  SURROGATE("surrogate", "What stood for the breath, or why nothing had to."),
  MANAGEMENT_EVIDENCE("evidence of the management", "What fits the management that was used."),
  MEASURED_MOTION("measured motion", "By how much something moved, whatever it was."),
  DECISION("management decision", "The management decided on the measured motion, by whom."),
  FINDINGS("findings", "What was found, in words."),
  PLAN_USE("use in the plan", "How the plan uses the findings."),
  INTERPRETATION("interpretation", "The physician's interpretation."),
  SIGNATURE("signature", "The physician's signature."),
  UNCHANGED("unchanged since signing", "A review and signature of what is there now."),
  UNBROKEN("unbroken record", "The record of evidence as it was written.");

  private final String title;
  private final String mending;

  Requirement(String title, String mending) {
    this.title = title;
    this.mending = mending;
  }

  /** Its name in a sentence. */
  public String title() {
    return title;
  }

  /** What would meet it. */
  public String mending() {
    return mending;
  }
}
