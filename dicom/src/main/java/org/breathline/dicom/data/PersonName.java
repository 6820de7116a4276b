package org.breathline.dicom.data;

import java.util.Arrays;
import java.util.List;

/**
 * A person's name: the representation PN (PS3.5, section 6.2.1), in up to three ways of writing.
 *
 * @param alphabetic the components family, given, middle, prefix, suffix; missing ones are left out
 *     at the end
 * @param ideographic the same in ideograms
 * @param phonetic the same by sound
 */
public record PersonName(List<String> alphabetic, List<String> ideographic, List<String> phonetic) {

  /** Keeps copies. */
  public PersonName {
    alphabetic = List.copyOf(alphabetic);
    ideographic = List.copyOf(ideographic);
    phonetic = List.copyOf(phonetic);
  }

  /** Takes a value apart; every text is a name. */
  public static PersonName parse(String text) {
    String[] groups = text.split("=", -1);
    return new PersonName(components(groups, 0), components(groups, 1), components(groups, 2));
  }

  private static List<String> components(String[] groups, int index) {
    if (index >= groups.length || groups[index].isBlank()) {
      return List.of();
    }
    return Arrays.stream(groups[index].split("\\^", -1)).map(String::strip).toList();
  }

  /** The family name as written in letters; empty if there is none. */
  public String family() {
    return alphabetic.isEmpty() ? "" : alphabetic.getFirst();
  }

  /** The given name as written in letters; empty if there is none. */
  public String given() {
    return alphabetic.size() < 2 ? "" : alphabetic.get(1);
  }
}
