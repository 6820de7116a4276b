package org.breathline.billing.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every text of a claim must be. The messages name the component and never repeat its value,
 * which may be a patient's.
 */
final class Texts {

  private static final int LONGEST = 200;

  private Texts() {}

  /** Java callers are held to it by the compiler; a JSON file is not. */
  static void required(String component, @Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException(component + " is missing");
    }
  }

  static void present(String component, @Nullable String text) {
    required(component, text);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(component + " is empty");
    }
    clean(component, text);
  }

  /** Absent, or one line of bounded length without control characters. */
  static void clean(String component, @Nullable String text) {
    if (text == null) {
      return;
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(component + " is longer than " + LONGEST + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(component + " holds a control character");
    }
  }

  static boolean isAlphanumeric(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
  }

  static void between(String component, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s: %d is not between %d and %d".formatted(component, value, least, most));
    }
  }

  /** A copy; a list that a JSON file leaves out is empty. */
  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
