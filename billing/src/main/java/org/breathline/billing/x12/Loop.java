package org.breathline.billing.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A loop of a transaction with what stands in it. */
final class Loop {

  private final String id;
  private final List<Segment> segments = new ArrayList<>();
  private final List<Loop> loops = new ArrayList<>();

  Loop(String id) {
    this.id = id;
  }

  void add(Segment segment) {
    segments.add(segment);
  }

  void add(Loop loop) {
    loops.add(loop);
  }

  /** Such as 2010AA; empty for the transaction itself. */
  String id() {
    return id;
  }

  /** Its first segment. */
  Segment first() {
    return segments.getFirst();
  }

  /** Those of a name, in their order. */
  List<Segment> segments(String name) {
    return segments.stream().filter(s -> s.id().equals(name)).toList();
  }

  /** The first of a name. */
  Optional<Segment> segment(String name) {
    return segments.stream().filter(s -> s.id().equals(name)).findFirst();
  }

  /** The first of a name with a certain first element. */
  Optional<Segment> segment(String name, String qualifier) {
    return segments.stream()
        .filter(s -> s.id().equals(name) && s.element(1).equals(qualifier))
        .findFirst();
  }

  /** The loops right in it. */
  List<Loop> loops() {
    return loops;
  }

  /** Those of a name right in it. */
  List<Loop> loops(String name) {
    return loops.stream().filter(l -> l.id.equals(name)).toList();
  }

  /** The first of a name right in it. */
  Optional<Loop> loop(String name) {
    return loops.stream().filter(l -> l.id.equals(name)).findFirst();
  }

  /** Those of a name anywhere in it. */
  Stream<Loop> all(String name) {
    return loops.stream()
        .flatMap(l -> Stream.concat(l.id.equals(name) ? Stream.of(l) : Stream.of(), l.all(name)));
  }
}
