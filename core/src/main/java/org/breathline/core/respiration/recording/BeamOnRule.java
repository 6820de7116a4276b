package org.breathline.core.respiration.recording;

import java.util.BitSet;
import java.util.Locale;

/**
 * What says that the beam was on: a signal having a value, written {@code COLUMN=VALUE}.
 *
 * @param column the signal's name, lower case
 * @param value the value that means "on"
 */
public record BeamOnRule(String column, double value) {

  /** Lower-cases the name. */
  public BeamOnRule {
    column = column.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads {@code COLUMN=VALUE}, such as {@code ttlin=0}.
   *
   * @throws IllegalArgumentException in words if it is something else
   */
  public static BeamOnRule parse(String text) {
    int equals = text.indexOf('=');
    try {
      if (equals > 0) {
        return new BeamOnRule(
            text.substring(0, equals).strip(),
            Double.parseDouble(text.substring(equals + 1).strip()));
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "beam-on is given as COLUMN=VALUE, such as ttlin=0, not as '" + text + "'");
  }

  /** Whether it is about a signal: {@code beam_on}, {@code beam-on} and {@code beamon} are one. */
  boolean names(SignalColumn signal) {
    return letters(signal.name()).equals(letters(column));
  }

  private static String letters(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The samples with the beam on. */
  BitSet samples(SignalColumn signal) {
    BitSet on = new BitSet();
    double[] values = signal.values();
    for (int i = 0; i < values.length; i++) {
      on.set(i, values[i] == value);
    }
    return on;
  }

  @Override
  public String toString() {
    return value == Math.rint(value) ? column + "=" + Math.round(value) : column + "=" + value;
  }
}
