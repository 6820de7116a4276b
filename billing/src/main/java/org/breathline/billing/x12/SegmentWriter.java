package org.breathline.billing.x12;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Segments as text: empty elements at the end left out, and no character that would be another's.
 */
final class SegmentWriter {

  static final char ELEMENT = '*';
  static final char COMPONENT = ':';
  static final char REPETITION = '^';
  static final char SEGMENT = '~';

  private final StringBuilder text = new StringBuilder();
  private final List<X12Fault> faults = new ArrayList<>();
  private int count;

  /** A segment; elements that are absent are empty. */
  void add(String id, @Nullable Object... elements) {
    count++;
    StringBuilder segment = new StringBuilder(id);
    int length = segment.length();
    for (int i = 0; i < elements.length; i++) {
      Object element = elements[i];
      segment.append(ELEMENT);
      if (element instanceof Composite composite) {
        segment.append(composite.text(this, id, i + 1));
      } else if (element != null) {
        segment.append(clean(String.valueOf(element), id, i + 1));
      }
      if (segment.charAt(segment.length() - 1) != ELEMENT) {
        length = segment.length();
      }
    }
    segment.setLength(length);
    text.append(segment).append(SEGMENT).append('\n');
  }

  /** An element of components. */
  record Composite(List<String> components) {

    static Composite of(String... components) {
      return new Composite(List.of(components));
    }

    String text(SegmentWriter writer, String id, int element) {
      List<String> clean = new ArrayList<>();
      int last = 0;
      for (String component : components) {
        clean.add(writer.clean(component, id, element));
        if (!component.isEmpty()) {
          last = clean.size();
        }
      }
      return String.join(String.valueOf(COMPONENT), clean.subList(0, last));
    }
  }

  /** A value that has to be there. */
  String need(@Nullable String value, String id, int element, String what) {
    if (value == null || value.isBlank()) {
      fault(id, element, what + " is missing, and X12 needs it");
      return "";
    }
    return value;
  }

  void fault(String id, int element, String reason) {
    faults.add(new X12Fault(0, id, element, 0, "", reason));
  }

  /** How many segments there are. */
  int count() {
    return count;
  }

  String text() {
    return text.toString();
  }

  List<X12Fault> faults() {
    return faults;
  }

  private String clean(String value, String id, int element) {
    String stripped = value.strip();
    for (int i = 0; i < stripped.length(); i++) {
      char c = stripped.charAt(i);
      if (c < ' ' || c > '}' || c == ELEMENT || c == COMPONENT || c == REPETITION || c == SEGMENT) {
        fault(id, element, "holds a character that X12 keeps for itself or does not have");
        return "";
      }
    }
    return stripped;
  }
}
