package org.breathline.exchange.waveform;

/** The texts by which annotations say what no code is defined for; read as they are written. */
final class AnnotationText {

  static final String RISING = "Amplitude rises with inhalation";
  static final String DAY_UNKNOWN = "Day of recording not known";

  /** Begins with the defined term of Channel Status (PS3.3, C.10.9.1.4) that it locates. */
  static final String APERIODIC = "QUESTIONABLE: breathing not periodic, phase not valid";

  private AnnotationText() {}
}
