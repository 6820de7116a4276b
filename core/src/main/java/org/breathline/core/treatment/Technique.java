package org.breathline.core.treatment;

/** What moves while the beam is on. */
public enum Technique {
  /** One aperture. */
  STATIC,
  /** Several apertures one after the other, the beam off between them. */
  STEP_AND_SHOOT,
  /** Leaves or jaws move under a standing gantry. */
  SLIDING_WINDOW,
  /** Gantry, collimator or couch turn. */
  ARC
}
