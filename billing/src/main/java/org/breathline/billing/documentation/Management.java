package org.breathline.billing.documentation;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How breathing was managed while the simulation was made. Each is motion management simulation;
 * none is preferred, and each has the evidence that fits it.
 */
public enum Management {
  /** Nothing held or limited: the whole breath was imaged. */
  @JsonProperty("free-breathing")
  FREE_BREATHING("free breathing"),
  /** A window of the breath was imaged, or is to be treated. */
  @JsonProperty("gated")
  GATED("gating"),
  /** The breath was held, at inhalation or exhalation. */
  @JsonProperty("breath-hold")
  BREATH_HOLD("breath-hold"),
  /** The abdomen was compressed. */
  @JsonProperty("compression")
  COMPRESSION("abdominal compression");

  private final String words;

  Management(String words) {
    this.words = words;
  }

  /** Its name in a sentence. */
  public String words() {
    return words;
  }
}
