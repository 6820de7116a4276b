package org.breathline.billing.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As claims have it (X12 DMG03). */
public enum Sex {
  @JsonProperty("female")
  FEMALE,
  @JsonProperty("male")
  MALE,
  @JsonProperty("unknown")
  UNKNOWN
}
