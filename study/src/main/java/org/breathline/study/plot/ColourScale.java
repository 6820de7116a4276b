package org.breathline.study.plot;

import java.util.List;

/**
 * A range of values as colours from pale to dark blue. Lightness falls evenly, so the order stays
 * readable in grey and with any colour vision; the pale end leaves paper white where all is well.
 *
 * @param low the value shown palest; what is below looks the same
 * @param high the value shown darkest; what is above looks the same
 */
public record ColourScale(double low, double high) {

  private static final List<Rgb> STOPS =
      List.of(
          Rgb.of(0xEFF4F8),
          Rgb.of(0xC3DBEA),
          Rgb.of(0x86B9D9),
          Rgb.of(0x3F8FC2),
          Rgb.of(0x0B669F),
          Rgb.of(0x07406B),
          Rgb.of(0x061D33));

  /** Checks that the range is not empty; throws {@link IllegalArgumentException}. */
  public ColourScale {
    if (!(low < high)) {
      throw new IllegalArgumentException("no colours from %s to %s".formatted(low, high));
    }
  }

  /** The colour of a finite value. */
  public Rgb colour(double value) {
    double at = Math.clamp((value - low) / (high - low), 0.0, 1.0) * (STOPS.size() - 1);
    int before = (int) Math.min(at, STOPS.size() - 2.0);
    double share = at - before;
    Rgb from = STOPS.get(before);
    Rgb to = STOPS.get(before + 1);
    return new Rgb(
        mix(from.red(), to.red(), share),
        mix(from.green(), to.green(), share),
        mix(from.blue(), to.blue(), share));
  }

  /** Black or white, whichever is easier to read on the colour of a value. */
  public Rgb textOn(double value) {
    Rgb black = Rgb.of(0x000000);
    Rgb white = Rgb.of(0xFFFFFF);
    Rgb under = colour(value);
    return under.contrast(black) > under.contrast(white) ? black : white;
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.round(from + share * (to - from));
  }
}
