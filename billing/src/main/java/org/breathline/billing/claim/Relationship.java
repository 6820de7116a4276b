package org.breathline.billing.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the patient is to the subscriber. */
public enum Relationship {
  /** The patient is the subscriber. */
  @JsonProperty("self")
  SELF,
  @JsonProperty("spouse")
  SPOUSE,
  @JsonProperty("child")
  CHILD,
  @JsonProperty("other")
  OTHER
}
