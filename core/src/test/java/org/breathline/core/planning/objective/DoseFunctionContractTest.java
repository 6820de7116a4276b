package org.breathline.core.planning.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.breathline.testkit.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every function of a dose must do. */
final class DoseFunctionContractTest {

  private static final double STEP_GY = 1e-4;

  static List<DoseFunction> functions() {
    return List.of(
        new SquaredOverdose(30),
        new SquaredUnderdose(50),
        new SquaredDeviation(45),
        new MeanDose(),
        new GeneralizedEud(1),
        new GeneralizedEud(8),
        new GeneralizedEud(-10),
        new MaximumDvh(20, 0.3),
        new MinimumDvh(50, 0.9),
        new SmoothMaximum(0.5),
        new SmoothMinimum(0.5),
        new VolumeAtDose(20, 1));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theGradientIsThatOfFiniteDifferences(DoseFunction function) {
    double[] dose = new Random(11).doubles(60, 1, 70).toArray();
    double[] gradient = new double[dose.length];
    double[] unused = new double[dose.length];
    function.evaluate(dose, gradient);

    for (int voxel = 0; voxel < dose.length; voxel++) {
      double here = dose[voxel];
      dose[voxel] = here + STEP_GY;
      double above = function.evaluate(dose, unused);
      dose[voxel] = here - STEP_GY;
      double below = function.evaluate(dose, unused);
      dose[voxel] = here;
      double slope = (above - below) / (2 * STEP_GY);
      assertThat(gradient[voxel]).isCloseTo(slope, within(1e-6 + 1e-4 * Math.abs(slope)));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void anEvenDoseOfNothingHasFiniteValueAndGradient(DoseFunction function) {
    double[] gradient = new double[5];

    assertThat(function.evaluate(new double[5], gradient)).isFinite();
    assertThat(gradient).doesNotContain(Double.NaN);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void theOrderOfTheVoxelsDoesNotMatter(DoseFunction function) {
    Property.holds(
        20,
        1,
        random -> {
          double[] dose = random.doubles(30, 0, 70).toArray();
          double[] turned = new double[dose.length];
          for (int i = 0; i < dose.length; i++) {
            turned[i] = dose[dose.length - 1 - i];
          }
          double[] gradient = new double[dose.length];
          double[] turnedGradient = new double[dose.length];
          double value = function.evaluate(dose, gradient);

          assertThat(function.evaluate(turned, turnedGradient))
              .isCloseTo(value, within(1e-9 * (1 + Math.abs(value))));
          assertThat(turnedGradient[0]).isCloseTo(gradient[dose.length - 1], within(1e-9));
        });
  }
}
