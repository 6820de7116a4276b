package org.breathline.billing.x12;

import java.util.List;

/**
 * A segment.
 *
 * @param number in the file, from 1
 * @param id such as NM1
 * @param elements each a list of components; an empty element is an empty list
 */
record Segment(int number, String id, List<List<String>> elements) {

  /** Copies. */
  Segment {
    elements = elements.stream().map(List::copyOf).toList();
  }

  /** The first component of an element, counted from 1; empty where there is none. */
  String element(int element) {
    return component(element, 1);
  }

  /** A component, both counted from 1; empty where there is none. */
  String component(int element, int component) {
    if (element > elements.size()) {
      return "";
    }
    List<String> components = elements.get(element - 1);
    return component > components.size() ? "" : components.get(component - 1);
  }

  /** How many components an element has. */
  int components(int element) {
    return element > elements.size() ? 0 : elements.get(element - 1).size();
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return id + " (segment " + number + ")";
  }
}
