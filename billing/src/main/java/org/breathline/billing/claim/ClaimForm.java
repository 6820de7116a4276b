package org.breathline.billing.claim;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of the two forms a claim is. */
public enum ClaimForm {
  /** CMS-1500 and 837P: a physician's or a freestanding centre's. */
  @JsonProperty("professional")
  PROFESSIONAL,
  /** UB-04 and 837I: a hospital's. */
  @JsonProperty("institutional")
  INSTITUTIONAL
}
