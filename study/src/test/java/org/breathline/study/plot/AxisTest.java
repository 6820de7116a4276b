package org.breathline.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void ticksAreRound() {
    assertThat(Axis.exactly("", 0, 1, 6).ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
    assertThat(Axis.exactly("", -3, 12, 4).ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("0", "5", "10");
    assertThat(Axis.around("", new double[] {4876, 5322}, 5).ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("4800", "4900", "5000", "5100", "5200", "5300", "5400");
  }

  @Test
  void noSpreadStillMakesAnAxis() {
    assertThat(Axis.around("", new double[] {3, 3}, 4).low()).isLessThan(3);
    assertThat(Axis.around("", new double[] {Double.NaN}, 4).high()).isEqualTo(1);
  }

  @Test
  void anyRangeHasAFewTicksWithinItAndHoldsItsValues() {
    Property.holds(
        500,
        1,
        random -> {
          double low = random.nextDouble(-1000, 1000);
          double spread = Math.pow(10, random.nextDouble(-3, 5));
          double[] values = {low, low + spread};
          int most = random.nextInt(3, 10);
          Axis axis = Axis.around("", values, most);
          assertThat(axis.low()).isLessThanOrEqualTo(low + 1e-9 * spread);
          assertThat(axis.high()).isGreaterThanOrEqualTo(low + spread - 1e-9 * spread);
          assertThat(axis.ticks()).hasSizeBetween(2, most + 3);
          for (Axis.Tick tick : axis.ticks()) {
            assertThat(tick.value())
                .isBetween(axis.low() - 1e-6 * spread, axis.high() + 1e-6 * spread);
          }
          Scale scale = axis.between(100, 0);
          assertThat(scale.value(scale.place(low))).isCloseTo(low, within(1e-6 * spread));
        });
  }

  @Test
  void numbersAreWrittenForReaders() {
    assertThat(Figures.fixed(-1.25, 1)).isEqualTo("\u22121.3");
    assertThat(Figures.fixed(-0.01, 1)).isEqualTo("0.0");
    assertThat(Figures.fixed(Double.NaN, 1)).isEqualTo(Figures.NONE);
    assertThat(Figures.signed(2, 1)).isEqualTo("+2.0");
    assertThat(Figures.signed(0.001, 1)).isEqualTo("0.0");
    assertThat(Figures.signed(-2, 0)).isEqualTo("\u22122");
  }
}
