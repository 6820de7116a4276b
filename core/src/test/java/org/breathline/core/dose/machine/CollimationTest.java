package org.breathline.core.dose.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.dose.FluenceMap;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;
import org.junit.jupiter.api.Test;

final class CollimationTest {

  private static final MultileafCollimator LEAVES =
      new MultileafCollimator(MultileafCollimator.Travel.X, -20, -10, 0, 10, 20);

  private static double at(FluenceMap map, double xMm, double yMm) {
    int i = (int) Math.round((xMm - map.x0Mm()) / map.spacingMm());
    int j = (int) Math.round((yMm - map.y0Mm()) / map.spacingMm());
    return map.values()[j * map.nx() + i];
  }

  private static double sum(FluenceMap map) {
    double sum = 0;
    for (float value : map.values()) {
      sum += value;
    }
    return sum * map.spacingMm() * map.spacingMm();
  }

  @Test
  void anIdealCollimatorPassesWhatIsOpen() {
    Aperture jaws = Aperture.of(new Jaws(-10.25, 20.5, -30, 5.75));
    assertThat(sum(Collimation.IDEAL.fluence(jaws))).isCloseTo(30.75 * 35.75, within(0.01));
    double[] first = {-5.5, -12, 0, 3};
    double[] second = {5, 10.25, 0, 7};
    Aperture leaves = Aperture.of(Jaws.symmetric(60, 40), new LeafPositions(LEAVES, first, second));
    double open = 10 * (10.5 + 22.25 + 0 + 4);
    assertThat(sum(Collimation.IDEAL.fluence(leaves))).isCloseTo(open, within(0.01));
  }

  @Test
  void jawsLeavesTipsAndTonguesCountAsTheMachineSays() {
    Collimation real = new Collimation(0.01, 0.02, 1, 1);
    double[] first = {-10, -10, 5, 5};
    double[] second = {0, 0, 15, 15};
    FluenceMap map =
        real.fluence(Aperture.of(Jaws.symmetric(40, 40), new LeafPositions(LEAVES, first, second)));
    assertThat(at(map, -5.5, -10.5)).isEqualTo(1); // open, between two pairs that stand alike
    assertThat(at(map, 10.5, -10.5)).isCloseTo(0.02, within(1e-6)); // under a leaf
    assertThat(at(map, 10.5, -30.5)).isCloseTo(0.01 * 0.02, within(1e-6)); // jaw and leaf
    assertThat(at(map, 0.5, -5.5)).isEqualTo(1); // what a rounded tip lets pass
    assertThat(at(map, 1.5, -5.5)).isCloseTo(0.02, within(1e-6));
    // Half a millimetre on the open side of a border belongs to the neighbour's tongue.
    assertThat(at(map, -5.5, -0.5)).isCloseTo(0.5 + 0.5 * 0.02, within(1e-6));
    assertThat(at(map, 10.5, 0.5)).isCloseTo(0.5 + 0.5 * 0.02, within(1e-6));
  }
}
