package org.breathline.exchange.phase;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.exchange.phase.RespiratoryMark.Amplitude;
import org.breathline.exchange.phase.RespiratoryMark.Phase;
import org.breathline.exchange.phase.RespiratoryMark.Source;

/**
 * Reads the phase out of a label in words, as scanners write it into descriptions and comments:
 * {@code "Gated, 0.0%A"} and {@code "30.0%"} (Philips; the letter is the gating method's, the
 * figure is a phase), {@code "T=30%"}, {@code "Phase 30%"}, {@code "In 25%"}, {@code "25% Ex"}
 * (Siemens, amplitude).
 */
final class PhaseLabel {

  private static final int LONGEST = 10_240;

  /** A percentage, perhaps with a direction on either side of it. */
  private static final Pattern PERCENTAGE =
      Pattern.compile(
          "(?:\\b(?<before>in|ex|inh|exh|inhale|exhale)[ _]{0,2})?"
              + "(?<![\\d.])(?<percent>\\d{1,3}(?:\\.\\d{1,4})?)[ ]?%"
              + "(?:[ _]{0,2}(?<after>in|ex|inh|exh|inhale|exhale)\\b)?");

  private PhaseLabel() {}

  /** The mark in a label; empty where there is no percentage, or one above 100 %. */
  static Optional<RespiratoryMark> parse(String label, Source source) {
    if (label.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher matcher = PERCENTAGE.matcher(label.toLowerCase(Locale.ROOT));
    Optional<RespiratoryMark> last = Optional.empty();
    // The phase is the last percentage: "kV 100% ... 30%".
    while (matcher.find()) {
      double percent = Double.parseDouble(matcher.group("percent"));
      if (percent > 100) {
        continue;
      }
      String direction =
          matcher.group("before") != null ? matcher.group("before") : matcher.group("after");
      last =
          Optional.of(
              direction == null
                  ? new Phase(percent == 100 ? 0 : percent, source)
                  : new Amplitude(percent, direction.startsWith("in"), source));
    }
    return last;
  }
}
