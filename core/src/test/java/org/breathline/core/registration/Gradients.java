package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;

/** Compares a gradient with central differences along random directions. */
final class Gradients {

  private Gradients() {}

  /** Fails where the slope along a direction is not that of the values, to a relative error. */
  static void check(Objective objective, float[] place, double step, double relative, long seed) {
    var random = new SplittableRandom(seed);
    float[] gradient = new float[place.length];
    float[] scratch = new float[place.length];
    objective.evaluate(place, gradient);
    for (int round = 0; round < 5; round++) {
      float[] ahead = place.clone();
      float[] behind = place.clone();
      double slope = 0;
      double length = 0;
      for (int i = 0; i < place.length; i++) {
        double d = random.nextDouble(-1, 1);
        ahead[i] += (float) (step * d);
        behind[i] -= (float) (step * d);
        double moved = ((double) ahead[i] - behind[i]) / (2 * step);
        slope += moved * gradient[i];
        length += Math.abs(moved * gradient[i]);
      }
      double difference =
          (objective.evaluate(ahead, scratch) - objective.evaluate(behind, scratch)) / (2 * step);
      // Of the terms' sizes: along a random direction most of them cancel.
      double scale = length / Math.sqrt(place.length);
      assertThat(slope).isCloseTo(difference, within(relative * Math.max(scale, Math.abs(slope))));
      assertThat(length).isPositive();
    }
  }
}
