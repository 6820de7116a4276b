package org.breathline.core.respiration.format;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column's heading taken apart: {@code "Time [ms]"}, {@code "time_ms"} and {@code "TIME (ms)"}
 * are all the name {@code time} in the unit {@code ms}.
 *
 * @param heading as written, lower case
 * @param name lower case, letters and digits only
 * @param unit as written, lower case; empty where none is
 */
record ColumnName(String heading, String name, String unit) {

  private static final Pattern BRACKETS =
      Pattern.compile("^(.*?)[\\[(/]\\s*([^\\])]*?)\\s*[\\])]?$");
  private static final Pattern SUFFIX =
      Pattern.compile("^(.+)[_ .](s|sec|seconds|ms|msec|milliseconds|mm|cm)$");

  static ColumnName of(String heading) {
    String lower = heading.strip().toLowerCase(Locale.ROOT);
    for (Pattern pattern : new Pattern[] {BRACKETS, SUFFIX}) {
      Matcher matcher = pattern.matcher(lower);
      if (matcher.matches()) {
        return new ColumnName(lower, plain(matcher.group(1)), matcher.group(2));
      }
    }
    return new ColumnName(lower, plain(lower), "");
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
