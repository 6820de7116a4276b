package org.breathline.core.planning.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class SlidingWindowTest {

  private static final int FINE = 4001;

  private final LeafRaster raster = TestBeamlets.ball();
  private final double[] weights =
      new SplittableRandom(8).doubles(raster.beamlets().beamlets(), 0.5, 2).toArray();

  @Test
  void theMiddleOfEveryColumnIsOpenAsLongAsItsFluenceAsks() {
    LeafSweep sweep = window(FINE, true).sweep(raster, weights);

    for (int pair = 0; pair < raster.pairs(); pair++) {
      double[] wanted = raster.profile(pair, weights);
      for (int column = 0; column < wanted.length; column++) {
        double middle = (raster.borderMm(column) + raster.borderMm(column + 1)) / 2;
        double open = 0;
        for (LeafShape shape : sweep.moments()) {
          boolean isOpen = shape.firstMm(pair) < middle && middle < shape.secondMm(pair);
          open += isOpen ? sweep.weight() / (FINE - 1) : 0;
        }
        assertThat(open).isCloseTo(wanted[column], within(3 * sweep.weight() / FINE));
      }
    }
  }

  @Test
  void leavesGoForwardOnlyAndNotTooFast() {
    LeafSweep sweep = window(101, true).sweep(raster, weights);
    double seconds = sweep.weight() / 0.5 / 100;

    for (int moment = 0; moment + 1 < sweep.moments().size(); moment++) {
      for (int pair = 0; pair < raster.pairs(); pair++) {
        LeafShape here = sweep.moments().get(moment);
        LeafShape next = sweep.moments().get(moment + 1);
        assertThat(next.firstMm(pair) - here.firstMm(pair)).isBetween(0.0, 25 * seconds + 1e-9);
        assertThat(next.secondMm(pair) - here.secondMm(pair)).isBetween(0.0, 25 * seconds + 1e-9);
      }
    }
  }

  @Test
  void aCollimatorThatCannotIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> window(11, false).sweep(raster, weights))
        .withMessageContaining("interdigitate");
  }

  private static SlidingWindow window(int moments, boolean interdigitation) {
    return new SlidingWindow(moments, new LeafLimits(interdigitation, 0.5, 25), 0.5);
  }
}
