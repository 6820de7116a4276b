package org.breathline.core.evaluation;

import java.util.Locale;

/**
 * A figure that is read from a dose-volume histogram (ICRU 83; nomenclature of AAPM TG-263). Its
 * text is what {@link #parse} reads.
 */
public sealed interface DoseMetric {

  /** The unit that the figure is in. */
  enum Unit {
    /** Dose. */
    GY("Gy"),
    /** Part of the structure. */
    PERCENT("%"),
    /** Volume. */
    CC("cc");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** The figure of a histogram, in the metric's unit. */
  double of(DoseVolumeHistogram histogram);

  /** The unit of the figure. */
  default Unit unit() {
    return Unit.GY;
  }

  /** The dose that so many per cent of the structure receive at least, as in {@code D95%}. */
  record DoseAtPercent(double percent) implements DoseMetric {
    @Override
    public double of(DoseVolumeHistogram histogram) {
      return histogram.doseAtPercent(percent);
    }

    @Override
    public String toString() {
      return "D" + plain(percent) + "%";
    }
  }

  /** The dose that so many cubic centimetres receive at least, as in {@code D0.03cc}. */
  record DoseAtVolume(double cc) implements DoseMetric {
    @Override
    public double of(DoseVolumeHistogram histogram) {
      return histogram.doseAtMl(cc);
    }

    @Override
    public String toString() {
      return "D" + plain(cc) + "cc";
    }
  }

  /** How much of the structure receives at least a dose, as in {@code V20Gy[%]}. */
  record VolumeAtDose(double doseGy, Unit unit) implements DoseMetric {
    /** Checks the unit: per cent or cubic centimetres. */
    public VolumeAtDose {
      if (unit == Unit.GY) {
        throw new IllegalArgumentException("a volume is not in Gy");
      }
    }

    @Override
    public double of(DoseVolumeHistogram histogram) {
      return unit == Unit.CC ? histogram.volumeAtMl(doseGy) : histogram.volumeAtPercent(doseGy);
    }

    @Override
    public String toString() {
      return "V" + plain(doseGy) + "Gy[" + unit.symbol() + "]";
    }
  }

  /** The mean dose, {@code Dmean}. */
  record Mean() implements DoseMetric {
    @Override
    public double of(DoseVolumeHistogram histogram) {
      return histogram.meanGy();
    }

    @Override
    public String toString() {
      return "Dmean";
    }
  }

  /** The lowest dose, {@code Dmin}. */
  record Minimum() implements DoseMetric {
    @Override
    public double of(DoseVolumeHistogram histogram) {
      return histogram.minimumGy();
    }

    @Override
    public String toString() {
      return "Dmin";
    }
  }

  /** The highest dose, {@code Dmax}. */
  record Maximum() implements DoseMetric {
    @Override
    public double of(DoseVolumeHistogram histogram) {
      return histogram.maximumGy();
    }

    @Override
    public String toString() {
      return "Dmax";
    }
  }

  /** The generalised equivalent uniform dose with a parameter a, as in {@code gEUD(8)}. */
  record GeneralisedEud(double a) implements DoseMetric {
    @Override
    public double of(DoseVolumeHistogram histogram) {
      return histogram.gEudGy(a);
    }

    @Override
    public String toString() {
      return "gEUD(" + plain(a) + ")";
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e9
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /**
   * Reads {@code D95%}, {@code D0.03cc}, {@code V20Gy} (per cent), {@code V20Gy[cc]}, {@code
   * Dmean}, {@code Dmin}, {@code Dmax}, {@code gEUD(8)}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static DoseMetric parse(String text) {
    String plain = text.strip();
    return switch (plain.toLowerCase(Locale.ROOT)) {
      case "dmean" -> new Mean();
      case "dmin" -> new Minimum();
      case "dmax" -> new Maximum();
      default -> parseWithNumber(plain);
    };
  }

  private static DoseMetric parseWithNumber(String text) {
    if (text.startsWith("D") && text.endsWith("%")) {
      return new DoseAtPercent(number(text, 1, "%"));
    }
    if (text.startsWith("D") && text.endsWith("cc")) {
      return new DoseAtVolume(number(text, 1, "cc"));
    }
    if (text.startsWith("gEUD(") && text.endsWith(")")) {
      return new GeneralisedEud(number(text, 5, ")"));
    }
    if (text.startsWith("V") && text.endsWith("Gy[cc]")) {
      return new VolumeAtDose(number(text, 1, "Gy[cc]"), Unit.CC);
    }
    if (text.startsWith("V") && text.endsWith("Gy[%]")) {
      return new VolumeAtDose(number(text, 1, "Gy[%]"), Unit.PERCENT);
    }
    if (text.startsWith("V") && text.endsWith("Gy")) {
      return new VolumeAtDose(number(text, 1, "Gy"), Unit.PERCENT);
    }
    throw unknown(text);
  }

  private static double number(String text, int from, String end) {
    try {
      return Double.parseDouble(text.substring(from, text.length() - end.length()));
    } catch (NumberFormatException e) {
      throw unknown(text);
    }
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "no metric \"%s\"; expected one such as D95%%, D0.03cc, V20Gy, V20Gy[cc], Dmean, Dmin, Dmax, gEUD(8)"
            .formatted(text));
  }
}
