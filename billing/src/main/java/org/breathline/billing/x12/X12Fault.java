package org.breathline.billing.x12;

/**
 * Something wrong in a file.
 *
 * @param segment its number in the file, from 1; 0 for the file itself
 * @param id the segment's identifier, such as NM1; empty where it has none
 * @param element from 1; 0 for the segment itself
 * @param component from 1; 0 for the whole element
 * @param loop where, such as 2010AA; empty outside of loops
 * @param reason what is wrong, without what was found
 */
public record X12Fault(
    int segment, String id, int element, int component, String loop, String reason) {

  /** What is wrong with a segment. */
  static X12Fault of(Segment segment, String loop, String reason) {
    return new X12Fault(segment.number(), segment.id(), 0, 0, loop, reason);
  }

  /** What is wrong with an element. */
  static X12Fault of(Segment segment, int element, int component, String loop, String reason) {
    return new X12Fault(segment.number(), segment.id(), element, component, loop, reason);
  }

  /** The name of the segment or element, such as NM1, NM108 or SV101-2. */
  public String name() {
    StringBuilder name = new StringBuilder(id);
    if (element > 0) {
      name.append(element < 10 ? "0" : "").append(element);
    }
    if (component > 0) {
      name.append('-').append(component);
    }
    return name.toString();
  }

  /** In a sentence without its end. */
  public String words() {
    String where = segment == 0 ? "" : "segment " + segment + ", ";
    String in = loop.isEmpty() ? "" : " (loop " + loop + ")";
    return where + name() + in + (where.isEmpty() || !name().isEmpty() ? ": " : "") + reason;
  }
}
