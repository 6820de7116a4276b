package org.breathline.billing.x12;

import java.util.List;
import java.util.Optional;

/**
 * What may stand where in a transaction.
 *
 * @param loops the root: everything from ST to SE
 */
record Guide(LoopRule loops) {

  /** A segment or a loop at its place. */
  sealed interface Rule permits SegmentRule, LoopRule {

    /** Whether it has to be there. */
    boolean required();

    /** How often it may come. */
    int most();

    /** The segment that it is, or begins with. */
    SegmentRule first();
  }

  /** A loop; its first child is a segment. */
  record LoopRule(String id, boolean required, int most, List<Rule> children) implements Rule {

    /** Copies. */
    LoopRule {
      children = List.copyOf(children);
    }

    @Override
    public SegmentRule first() {
      return children.getFirst().first();
    }
  }

  /** A segment with what is asked of its elements. */
  record SegmentRule(String id, boolean required, int most, List<ElementRule> elements)
      implements Rule {

    /** Copies. */
    SegmentRule {
      elements = List.copyOf(elements);
    }

    @Override
    public SegmentRule first() {
      return this;
    }

    /** Whether a segment is meant: the identifier, and what tells its uses apart. */
    boolean means(Segment segment) {
      return segment.id().equals(id) && mistaken(segment).isEmpty();
    }

    /** The element by which a segment with this identifier is another. */
    Optional<ElementRule> mistaken(Segment segment) {
      return elements.stream().filter(e -> e.tellsApart() && !e.allows(segment)).findFirst();
    }
  }

  /**
   * What is asked of an element.
   *
   * @param element from 1
   * @param component from 1; 0 for the first of an element that has no others
   * @param required whether it has to be there
   * @param tellsApart whether it tells the uses of the segment apart
   * @param codes that it may hold; none: anything
   */
  record ElementRule(
      int element, int component, boolean required, boolean tellsApart, List<String> codes) {

    /** Copies. */
    ElementRule {
      codes = List.copyOf(codes);
    }

    String of(Segment segment) {
      return segment.component(element, Math.max(1, component));
    }

    boolean allows(Segment segment) {
      String value = of(segment);
      return value.isEmpty() ? !required : codes.isEmpty() || codes.contains(value);
    }
  }
}
