package org.breathline.billing.x12;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.breathline.billing.x12.Guide.ElementRule;
import org.breathline.billing.x12.Guide.LoopRule;
import org.breathline.billing.x12.Guide.Rule;
import org.breathline.billing.x12.Guide.SegmentRule;

/**
 * Holds a transaction against its guide: puts the segments into loops, and notes what is missing,
 * out of place, too often there, or not one of its codes. A segment is taken where it can stand
 * nearest: in the loop that is open, or else in the nearest one around it.
 */
final class GuideMatch {

  private static final int MOST_FAULTS = 50;

  private final List<Segment> segments;
  private final List<X12Fault> faults = new ArrayList<>();
  private final Deque<Frame> open = new ArrayDeque<>();
  private int at;
  private boolean lost;

  /** A loop that is being filled, and how far. */
  private static final class Frame {
    private final LoopRule rule;
    private int child;
    private int count;

    Frame(LoopRule rule) {
      this.rule = rule;
    }

    /** The first child from here on that a segment can be; -1 if none. */
    int next(Segment segment) {
      // What a loop begins with again begins it anew: that is for the loop around.
      int from =
          child == 0 && count > 0 && rule.children().getFirst() instanceof SegmentRule ? 1 : child;
      for (int i = from; i < rule.children().size(); i++) {
        if (rule.children().get(i).first().means(segment)) {
          return i;
        }
      }
      return -1;
    }
  }

  /** A transaction in loops, with what is wrong with it. */
  record Matched(Loop loops, List<X12Fault> faults) {}

  private GuideMatch(List<Segment> segments) {
    this.segments = segments;
  }

  /** Matches. */
  static Matched of(Guide guide, Transaction transaction) {
    GuideMatch match = new GuideMatch(transaction.segments());
    Loop loops = match.fill(guide.loops());
    match.hierarchy(loops, "", new int[1]);
    return new Matched(loops, List.copyOf(match.faults));
  }

  private Loop fill(LoopRule rule) {
    Loop loop = new Loop(rule.id());
    Frame frame = new Frame(rule);
    open.push(frame);
    while (at < segments.size()) {
      Segment segment = segments.get(at);
      int next = frame.next(segment);
      if (next >= 0) {
        lost = false;
        advance(frame, next, segment);
        switch (rule.children().get(next)) {
          case SegmentRule of -> {
            elements(of, segment, rule.id());
            loop.add(segment);
            at++;
          }
          case LoopRule of -> loop.add(fill(of));
        }
      } else if (open.stream().anyMatch(f -> f.next(segment) >= 0)) {
        break;
      } else {
        misplaced(segment);
        at++;
      }
    }
    missing(frame, rule.children().size(), segments.get(Math.min(at, segments.size() - 1)));
    open.pop();
    return loop;
  }

  private void advance(Frame frame, int next, Segment segment) {
    missing(frame, next, segment);
    if (next != frame.child) {
      frame.child = next;
      frame.count = 0;
    }
    frame.count++;
    Rule rule = frame.rule.children().get(next);
    if (frame.count == rule.most() + 1) {
      String loop = rule instanceof LoopRule l ? l.id() : frame.rule.id();
      add(X12Fault.of(segment, loop, "more than " + rule.most() + " here"));
    }
  }

  private void missing(Frame frame, int until, Segment before) {
    for (int i = frame.child; i < until; i++) {
      Rule rule = frame.rule.children().get(i);
      if (rule.required() && (i > frame.child || frame.count == 0)) {
        String loop = rule instanceof LoopRule l ? l.id() : frame.rule.id();
        SegmentRule first = rule.first();
        add(
            new X12Fault(
                before.number(),
                first.id(),
                0,
                0,
                loop,
                "missing before " + before.id() + codes(first)));
      }
    }
  }

  private static String codes(SegmentRule rule) {
    return rule.elements().stream()
        .filter(ElementRule::tellsApart)
        .map(e -> " (with " + String.join(" or ", e.codes()) + ")")
        .collect(Collectors.joining());
  }

  /** After the first segment that has no place, those that follow from it are passed over. */
  private void misplaced(Segment segment) {
    if (lost) {
      return;
    }
    lost = true;
    String loop = open.element().rule.id();
    List<SegmentRule> named =
        open.stream()
            .flatMap(f -> f.rule.children().stream().skip(f.child))
            .map(Rule::first)
            .filter(r -> r.id().equals(segment.id()))
            .toList();
    for (SegmentRule rule : named) {
      ElementRule wrong = rule.mistaken(segment).orElseThrow();
      List<String> codes =
          named.stream()
              .flatMap(r -> r.elements().stream())
              .filter(e -> e.tellsApart() && e.element() == wrong.element())
              .flatMap(e -> e.codes().stream())
              .distinct()
              .toList();
      add(X12Fault.of(segment, wrong.element(), 0, loop, "not one of " + String.join(", ", codes)));
      return;
    }
    add(X12Fault.of(segment, loop, "not expected here"));
  }

  private void elements(SegmentRule rule, Segment segment, String loop) {
    for (ElementRule element : rule.elements()) {
      if (!element.allows(segment)) {
        String reason =
            element.of(segment).isEmpty()
                ? "missing"
                : "not one of " + String.join(", ", element.codes());
        add(X12Fault.of(segment, element.element(), element.component(), loop, reason));
      }
    }
  }

  /** HL01 counts up from 1, and HL02 is the HL01 of the loop around. */
  private void hierarchy(Loop loop, String parent, int[] count) {
    String own = parent;
    if (!loop.id().isEmpty() && loop.segment("HL").isPresent()) {
      Segment hl = loop.first();
      count[0]++;
      own = hl.element(1);
      if (!own.equals(String.valueOf(count[0]))) {
        add(X12Fault.of(hl, 1, 0, loop.id(), "not the number of this HL, which is " + count[0]));
        own = String.valueOf(count[0]);
      }
      if (!hl.element(2).equals(parent)) {
        add(X12Fault.of(hl, 2, 0, loop.id(), "not the HL01 of the loop around it"));
      }
    }
    for (Loop inner : loop.loops()) {
      hierarchy(inner, own, count);
    }
  }

  private void add(X12Fault fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }
}
