package org.breathline.billing.payer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Yes, no, or not known. */
public enum Known {
  @JsonProperty("yes")
  YES,
  @JsonProperty("no")
  NO,
  @JsonProperty("unknown")
  UNKNOWN
}
