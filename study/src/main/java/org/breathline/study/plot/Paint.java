package org.breathline.study.plot;

/** A colour: a role that follows the reader's light or dark theme, or a fixed value. */
public sealed interface Paint permits Ink, Rgb {

  /** The colour on paper. */
  Rgb onPaper();
}
