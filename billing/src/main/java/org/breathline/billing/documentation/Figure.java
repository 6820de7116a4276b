package org.breathline.billing.documentation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured or recorded.
 *
 * @param topic what it is about
 * @param name what it is, in words, the same in every record
 * @param value the number, or absent for words
 * @param text the words, or absent for a number
 * @param unit of the number, or empty
 * @param object the {@link SourceObject#id} that it came from
 */
public record Figure(
    Topic topic,
    String name,
    @Nullable Double value,
    @Nullable String text,
    String unit,
    String object) {

  /** What a figure is about, in the order of a report. */
  public enum Topic {
    DEVICE("Device"),
    SURROGATE("Surrogate"),
    BREATHING("Breathing"),
    PHASES("Phases and bins"),
    ARTEFACTS("Artefacts"),
    MOTION("Motion"),
    TARGET("Target");

    private final String title;

    Topic(String title) {
      this.title = title;
    }

    /** The title of its part of a report. */
    public String title() {
      return title;
    }
  }

  /** Throws {@link IllegalArgumentException} unless there is a number or words, and not both. */
  public Figure {
    if ((value == null) == (text == null)) {
      throw new IllegalArgumentException("a figure is a number or words: " + name);
    }
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("a figure is finite: " + name);
    }
  }

  /** A number. */
  public static Figure of(Topic topic, String name, double value, String unit, String object) {
    return new Figure(topic, name, value, null, unit, object);
  }

  /** Words. */
  public static Figure of(Topic topic, String name, String text, String object) {
    return new Figure(topic, name, null, text, "", object);
  }

  /** The value as a report shows it, with its unit. */
  public String shown() {
    if (text != null) {
      return text;
    }
    double number = value == null ? 0 : value;
    String digits =
        number == Math.rint(number) && Math.abs(number) < 1e9
            ? String.valueOf((long) number)
            : String.format(Locale.ROOT, "%.2f", number);
    return unit.isEmpty() ? digits : digits + " " + unit;
  }
}
