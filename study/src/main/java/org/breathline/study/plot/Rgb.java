package org.breathline.study.plot;

/**
 * A fixed sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Rgb(int red, int green, int blue) implements Paint {

  /** The colour of a number such as 0x0072B2. */
  public static Rgb of(int hex) {
    return new Rgb(hex >> 16 & 0xFF, hex >> 8 & 0xFF, hex & 0xFF);
  }

  @Override
  public Rgb onPaper() {
    return this;
  }

  /** The notation of CSS, {@code #0072b2}. */
  public String css() {
    return "#%06x".formatted(red << 16 | green << 8 | blue);
  }

  /** The relative luminance of WCAG 2.2, 0 (black) to 1 (white). */
  public double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  /** The contrast ratio of WCAG 2.2 between this and another colour, 1 to 21. */
  public double contrast(Rgb other) {
    double lighter = Math.max(luminance(), other.luminance());
    double darker = Math.min(luminance(), other.luminance());
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
