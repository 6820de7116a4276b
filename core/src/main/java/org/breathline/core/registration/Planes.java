package org.breathline.core.registration;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Work on planes, or whatever has numbers, that do not depend on each other. */
final class Planes {

  private Planes() {}

  /** Does something with every number from 0 to below count, on all processors. */
  static void forEach(int count, IntConsumer action) {
    IntStream.range(0, count).parallel().forEach(action);
  }
}
