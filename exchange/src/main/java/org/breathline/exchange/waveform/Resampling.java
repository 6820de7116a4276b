package org.breathline.exchange.waveform;

import java.util.Locale;

/**
 * What became of a trace's samples on the regular grid and in whole numbers.
 *
 * @param frequencyHz the grid's rate
 * @param samples how many samples the grid has
 * @param lostSamples how many of them carry no amplitude
 * @param largestError the largest difference, in the trace's unit, between a usable original sample
 *     and the straight line between the grid's samples around it, before rounding
 * @param rmsError the root mean square of these differences
 * @param largestBeamShiftS by how much a beam edge moved at most, seconds; 0 without beam-on
 * @param step the unit of the whole numbers: rounding adds at most half of it
 */
public record Resampling(
    double frequencyHz,
    int samples,
    int lostSamples,
    double largestError,
    double rmsError,
    double largestBeamShiftS,
    double step) {

  /** One sentence for a report, without patient data. */
  public String words() {
    return String.format(
        Locale.ROOT,
        "resampled linearly to %d samples at %.6g Hz: largest error %.3g (rms %.3g), rounding to"
            + " %.3g, beam edges moved by at most %.3g s, %d samples without amplitude",
        samples,
        frequencyHz,
        largestError,
        rmsError,
        step,
        largestBeamShiftS,
        lostSamples);
  }
}
