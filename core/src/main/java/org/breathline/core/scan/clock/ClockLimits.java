package org.breathline.core.scan.clock;

/**
 * What is done about which difference between the trace's clock and the images.
 *
 * @param searchS how far to either side of the beam-on edges an offset is looked for, seconds
 * @param noticeS an offset, or a drift's effect at the ends of the scan, smaller than this is none
 * @param significance by how many standard deviations an offset or drift must differ from none
 * @param largestS the largest offset corrected unasked, seconds
 * @param looseS couch positions that disagree by more than this tell nothing, seconds root mean
 *     square
 * @param residualS couch positions that disagree by more than this refuse the trace, seconds root
 *     mean square
 * @param ambiguity an offset elsewhere that explains the images by this share as well refuses
 */
public record ClockLimits(
    double searchS,
    double noticeS,
    double significance,
    double largestS,
    double looseS,
    double residualS,
    double ambiguity) {

  /**
   * Looks 2 s either way; notices 0.1 s and 3 standard deviations; corrects up to 0.5 s (lags of
   * internal motion behind surface markers are reported up to about 0.3 s, so more is more likely
   * to be a mix-up). Couch positions of a phantom disagree by 0.05 s, those of a real 4DCT replayed
   * along a real trace by 0.3 s, because lags differ from the apex to the liver, and those of
   * another scan's trace by 0.3 s or more: from 0.2 s on nothing is concluded, and from 0.4 s on
   * the trace is refused.
   */
  public static final ClockLimits STANDARD = new ClockLimits(2, 0.1, 3, 0.5, 0.2, 0.4, 0.9);
}
