package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.breathline.study.plot.LiberationSans;

/** Breaks text into lines. */
final class TextWrap {

  /** Spaces, but for those between a number and its unit, which stay on one line. */
  private static final Pattern SPACES =
      Pattern.compile("\\s+(?!(?<=\\d\\s)(?:%|(?:s|mm|mL|HU)\\b))");

  private TextWrap() {}

  /** The lines of a text within a width; at least one. A word too long for a line is cut. */
  static List<String> lines(String text, double size, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(text)) {
      String rest = word;
      if (!line.isEmpty()) {
        if (LiberationSans.width(line + " " + rest, size) <= width) {
          line.append(' ').append(rest);
          continue;
        }
        lines.add(line.toString());
        line.setLength(0);
      }
      while (LiberationSans.width(rest, size) > width && rest.length() > 1) {
        int fits = fitting(rest, size, width);
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
      }
      line.append(rest);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The width of the longest word. */
  static double longestWord(String text, double size) {
    double longest = 0;
    for (String word : words(text)) {
      longest = Math.max(longest, LiberationSans.width(word, size));
    }
    return longest;
  }

  private static List<String> words(String text) {
    return SPACES.splitAsStream(text.strip()).toList();
  }

  private static int fitting(String word, double size, double width) {
    int fits = 1;
    while (fits < word.length()
        && LiberationSans.width(word.substring(0, fits + 1), size) <= width) {
      fits++;
    }
    return fits;
  }
}
