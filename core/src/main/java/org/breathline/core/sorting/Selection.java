package org.breathline.core.sorting;

/** What a couch position gives to a bin. */
public sealed interface Selection {

  /**
   * An acquisition was taken.
   *
   * @param acquisition its number within the couch position
   * @param offsetPercent how far it is from the bin's centre, signed ({@link
   *     SortingBin#offsetPercent})
   * @param fit whether it lies in the bin
   * @param trusted false where the breath or the trace's sample at its time is not to be trusted
   */
  record Taken(int acquisition, double offsetPercent, Fit fit, boolean trusted)
      implements Selection {}

  /**
   * Nothing was taken: the sorted volume has a hole here.
   *
   * @param reason why
   */
  record Gap(Reason reason) implements Selection {}

  /** How a taken acquisition lies to its bin. */
  enum Fit {
    /** At most half a bin from the centre. */
    INSIDE_BIN,
    /** Further away, yet within the policy's reach: shown, and marked. */
    OUTSIDE_BIN
  }

  /** Why a bin got nothing. */
  enum Reason {
    /** The nearest acquisition is further from the bin's centre than the policy reaches. */
    NOTHING_NEAR,
    /** No acquisition of the couch position lies within a breath of the trace. */
    NO_BREATH
  }
}
