package org.breathline.core.planning.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every combination of scenarios must do. */
final class RobustnessContractTest {

  static List<Robustness> all() {
    return List.of(
        new Robustness.Expected(),
        new Robustness.WorstCase(10),
        new Robustness.ConditionalValueAtRisk(0.3));
  }

  @ParameterizedTest
  @MethodSource("all")
  void derivativesAreThoseOfFiniteDifferences(Robustness robustness) {
    Property.holds(
        20,
        1,
        random -> {
          double[] values = random.doubles(6, 1, 9).toArray();
          double[] probabilities = random.doubles(6, 0.1, 1).toArray();
          double sum = Arrays.stream(probabilities).sum();
          Arrays.setAll(probabilities, s -> probabilities[s] / sum);
          double[] derivatives = new double[6];
          double[] unused = new double[6];
          robustness.combine(values, probabilities, derivatives);
          for (int s = 0; s < 6; s++) {
            double here = values[s];
            values[s] = here + 1e-6;
            double above = robustness.combine(values, probabilities, unused);
            values[s] = here - 1e-6;
            double below = robustness.combine(values, probabilities, unused);
            values[s] = here;
            assertThat(derivatives[s]).isCloseTo((above - below) / 2e-6, within(1e-5));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("all")
  void scenariosThatAreAlikeAreWorthWhatOneIs(Robustness robustness) {
    double combined =
        robustness.combine(new double[] {4, 4, 4}, new double[] {0.2, 0.3, 0.5}, new double[3]);

    assertThat(combined).isBetween(4 - 1e-9, 4 * Math.pow(3, 0.1) + 1e-9);
  }

  @Test
  void theTailIsTheMeanOfTheWorst() {
    Robustness tail = new Robustness.ConditionalValueAtRisk(0.5);

    // The worst 30 % at 10 and 20 % of those at 6.
    assertThat(tail.combine(new double[] {2, 6, 10}, new double[] {0.4, 0.3, 0.3}, new double[3]))
        .isCloseTo((0.3 * 10 + 0.2 * 6) / 0.5, within(1e-12));
  }
}
