package org.breathline.billing.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Of the patient. */
public enum Side {
  @JsonProperty("left")
  LEFT,
  @JsonProperty("right")
  RIGHT,
  @JsonProperty("both")
  BOTH,
  @JsonProperty("midline")
  MIDLINE;

  /** In words. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
