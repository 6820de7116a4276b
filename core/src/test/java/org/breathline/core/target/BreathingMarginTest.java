package org.breathline.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.geometry.Vector3;
import org.junit.jupiter.api.Test;

/** The margin recipe on figures worked out by hand. */
final class BreathingMarginTest {

  @Test
  void theRecipeOnFiguresWorkedOutByHand() {
    SetupErrors errors =
        new SetupErrors(
            new Vector3(2, 2, 2), new Vector3(3, 3, 3), SetupErrors.PENUMBRA_IN_WATER_MM, 1.64);
    BreathingMargin margin = BreathingMargin.of(new Vector3(0, 0, 20), errors);
    // 2.5 * 2 + 1.64 * sqrt(9 + 10.24) - 1.64 * 3.2
    assertThat(margin.setupMarginMm().x()).isCloseTo(6.9456, within(1e-3));
    assertThat(margin.marginMm().x()).isEqualTo(margin.setupMarginMm().x());
    // 2.5 * 2 + 1.64 * sqrt(9 + 51.84 + 10.24) - 1.64 * 3.2
    assertThat(margin.marginMm().z()).isCloseTo(13.5786, within(1e-3));
    assertThat(margin.margin().superiorMm()).isEqualTo(margin.marginMm().z());
  }

  @Test
  void aSoftEdgeInLungForgivesMore() {
    SetupErrors water = errors(SetupErrors.PENUMBRA_IN_WATER_MM);
    SetupErrors lung = errors(SetupErrors.PENUMBRA_IN_LUNG_MM);
    Vector3 motion = new Vector3(2, 4, 15);
    assertThat(BreathingMargin.of(motion, lung).marginMm().z())
        .isLessThan(BreathingMargin.of(motion, water).marginMm().z());
  }

  private static SetupErrors errors(double penumbraMm) {
    return new SetupErrors(
        new Vector3(1, 1, 1), new Vector3(2, 2, 2), penumbraMm, SetupErrors.BETA_95);
  }
}
