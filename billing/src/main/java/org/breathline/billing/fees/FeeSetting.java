package org.breathline.billing.fees;

/** Where a service is done, as the fee schedule divides it. */
public enum FeeSetting {
  /** The physician's own premises: "non-facility". */
  OFFICE,
  /** A hospital or another place that is paid for its own costs otherwise. */
  FACILITY
}
