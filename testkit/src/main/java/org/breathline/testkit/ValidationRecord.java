package org.breathline.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The figures that tests prove, for {@code docs/validation}: each test appends a line to {@code
 * target/validation/AREA.tsv} of its module, and the project's test run gathers them.
 */
public final class ValidationRecord {

  private static final int DIGITS = 4;

  private ValidationRecord() {}

  /**
   * Writes down one figure. It asserts nothing: the test that calls it does.
   *
   * @param area the page it belongs on, such as {@code "sorting"}; lower case, no spaces
   * @param what what was measured, in words
   * @param figure the measured value
   * @param truth what it should be, in words with its source
   * @param tolerance the stated tolerance, in words
   * @param unit the unit of the figure, or an empty text
   */
  public static void write(
      String area, String what, double figure, String truth, String tolerance, String unit) {
    String line = String.join("\t", what, plain(figure), unit, truth, tolerance);
    try {
      Path folder = Files.createDirectories(Path.of("target", "validation"));
      Files.writeString(
          folder.resolve(area + ".tsv"),
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Four significant digits, or all of a whole number; never an exponent. */
  static String plain(double figure) {
    if (!Double.isFinite(figure)) {
      return Double.toString(figure);
    }
    BigDecimal exact = BigDecimal.valueOf(figure);
    BigDecimal shown = figure == Math.rint(figure) ? exact : exact.round(new MathContext(DIGITS));
    return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
  }
}
