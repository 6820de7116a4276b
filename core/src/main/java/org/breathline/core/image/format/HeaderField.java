package org.breathline.core.image.format;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * One key of a header with its value.
 *
 * @param file the file's name, for messages
 * @param key the key as written in the file
 * @param value the text behind it, without blanks at its ends
 */
record HeaderField(String file, String key, String value) {

  /** What to throw when the value is not what it should be. */
  VolumeFileException expected(String expected) {
    return new VolumeFileException(file, key, expected);
  }

  /** The words of the value, separated by blanks. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    var tokens = new StringTokenizer(value);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }

  /** Exactly so many finite numbers. */
  double[] numbers(int count) throws VolumeFileException {
    List<String> words = words();
    if (words.size() != count) {
      throw expected("expected %d numbers, found %d".formatted(count, words.size()));
    }
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number(words.get(i));
    }
    return numbers;
  }

  /** One word of the value as a finite number. */
  double number(String word) throws VolumeFileException {
    try {
      double number = Double.parseDouble(word);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, in the same words as for a number that is not finite.
    }
    throw expected("expected a number");
  }

  /** Exactly so many whole numbers of 1 or more. */
  int[] sizes(int count) throws VolumeFileException {
    double[] numbers = numbers(count);
    int[] sizes = new int[count];
    for (int i = 0; i < count; i++) {
      sizes[i] = (int) numbers[i];
      if (sizes[i] != numbers[i] || sizes[i] < 1) {
        throw expected("expected whole numbers of at least 1");
      }
    }
    return sizes;
  }

  /** One whole number. */
  int wholeNumber() throws VolumeFileException {
    double number = numbers(1)[0];
    if ((int) number != number) {
      throw expected("expected a whole number");
    }
    return (int) number;
  }

  /** True or False, in any case. */
  boolean flag() throws VolumeFileException {
    if (value.equalsIgnoreCase("true")) {
      return true;
    }
    if (value.equalsIgnoreCase("false")) {
      return false;
    }
    throw expected("expected True or False");
  }
}
