package org.breathline.testkit;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Property tests: one body run on many seeded random cases. A failure names the seed, and the same
 * seed gives the same case again.
 */
public final class Property {

  private Property() {}

  /**
   * Runs a body on cases with the seeds {@code firstSeed}, {@code firstSeed + 1}, ...
   *
   * @throws AssertionError naming the seed of the first case that fails, with its cause
   */
  public static void holds(int cases, long firstSeed, Consumer<SplittableRandom> body) {
    for (long seed = firstSeed; seed < firstSeed + cases; seed++) {
      try {
        body.accept(new SplittableRandom(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("property fails for seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
