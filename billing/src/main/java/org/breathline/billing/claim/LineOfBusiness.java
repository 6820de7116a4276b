package org.breathline.billing.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of cover a payer gives; the same payer judges differently in each. */
public enum LineOfBusiness {
  /** Original (fee-for-service) Medicare, Part A or B. */
  @JsonProperty("medicare")
  MEDICARE,
  @JsonProperty("medicare-advantage")
  MEDICARE_ADVANTAGE,
  @JsonProperty("medicaid")
  MEDICAID,
  @JsonProperty("commercial")
  COMMERCIAL,
  @JsonProperty("other")
  OTHER,
  @JsonProperty("unknown")
  UNKNOWN
}
