package org.breathline.billing.edits;

import java.util.OptionalInt;

/** A code of five letters or digits as a number, in the order of the text. */
final class CodeNumber {

  private static final int LENGTH = 5;
  private static final int DIGITS = 10;
  private static final int RADIX = 36;

  private CodeNumber() {}

  static OptionalInt of(String code) {
    if (code.length() != LENGTH) {
      return OptionalInt.empty();
    }
    int number = 0;
    for (int i = 0; i < LENGTH; i++) {
      int value = value(code.charAt(i));
      if (value < 0) {
        return OptionalInt.empty();
      }
      number = number * RADIX + value;
    }
    return OptionalInt.of(number);
  }

  /** The number of five bytes; -1 if they are no code. */
  static int of(byte[] bytes, int from, int to) {
    if (to - from != LENGTH) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int value = value(bytes[i]);
      if (value < 0) {
        return -1;
      }
      number = number * RADIX + value;
    }
    return number;
  }

  private static int value(int c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'A' && c <= 'Z' ? c - 'A' + DIGITS : -1;
  }

  static String text(int number) {
    char[] text = new char[LENGTH];
    int rest = number;
    for (int i = LENGTH - 1; i >= 0; i--) {
      int value = rest % RADIX;
      text[i] = (char) (value < DIGITS ? '0' + value : 'A' + value - DIGITS);
      rest /= RADIX;
    }
    return new String(text);
  }
}
