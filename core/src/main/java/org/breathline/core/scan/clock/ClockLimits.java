package org.breathline.core.scan.clock;

/**
 * What is done about which difference between the trace's clock and the images.
 *
 * @param searchS how far to either side of the beam-on edges an offset is looked for, seconds
 * @param noticeS an offset, or a drift's effect at the ends of the scan, smaller than this is none
 * @param significance by how many standard deviations an offset or drift must differ from none
 * @param largestS the largest offset corrected unasked, seconds
 * @param residualS couch positions that disagree by more than this refuse the trace, seconds root
 *     mean square
 * @param ambiguity an offset elsewhere that explains the images by this share as well refuses
 */
public record ClockLimits(
    double searchS,
    double noticeS,
    double significance,
    double largestS,
    double residualS,
    double ambiguity) {

  /**
   * Looks 2 s either way; notices 0.1 s and 3 standard deviations; corrects up to 0.5 s (lags of
   * internal motion behind surface markers are reported up to about 0.3 s, so more is more likely
   * to be a mix-up); refuses a residual of 0.35 s.
   */
  public static final ClockLimits STANDARD = new ClockLimits(2, 0.1, 3, 0.5, 0.35, 0.9);
}
