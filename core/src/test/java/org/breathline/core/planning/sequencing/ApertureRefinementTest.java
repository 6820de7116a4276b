package org.breathline.core.planning.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.planning.optimisation.AugmentedLagrangian;
import org.breathline.core.planning.optimisation.ConstrainedProblem;
import org.breathline.core.planning.optimisation.ProjectedLbfgs;
import org.breathline.core.progress.Progress;
import org.junit.jupiter.api.Test;

final class ApertureRefinementTest {

  private static final AugmentedLagrangian METHOD =
      new AugmentedLagrangian(new ProjectedLbfgs(10, 200, 1e-9, "refining"), 1, 1e-6);

  private final LeafRaster raster = TestBeamlets.ball();
  private final BeamletGrid grid = raster.beamlets();

  @Test
  void leavesFindTheEdgesOfAShapeBetweenTheBordersOfBeamlets() {
    // The fluence of a shape whose tips are somewhere within beamlets.
    double[] first = new double[raster.pairs()];
    double[] second = new double[raster.pairs()];
    double[] startFirst = new double[raster.pairs()];
    double[] startSecond = new double[raster.pairs()];
    for (int pair = 0; pair < first.length; pair++) {
      first[pair] = -8.3 + 0.4 * pair;
      second[pair] = 7.1 + 0.3 * pair;
      startFirst[pair] = -5;
      startSecond[pair] = 5;
    }
    double[] wanted = new double[grid.beamlets()];
    new LeafShape(raster, first, second).addTo(wanted, 0, 3);
    WeightedShape start = new WeightedShape(new LeafShape(raster, startFirst, startSecond), 2);

    ApertureRefinement.Result result =
        new ApertureRefinement(METHOD, 3, new LeafLimits(true, 1, 25), 0)
            .refine(new Match(wanted), List.of(List.of(start)), new int[1], Progress.SILENT);

    WeightedShape found = result.beams().getFirst().getFirst();
    assertThat(found.weight()).isCloseTo(3, within(0.02));
    assertThat(found.shape().firstMm(raster.pairs() / 2))
        .isCloseTo(first[raster.pairs() / 2], within(0.1));
    assertThat(result.value()).isLessThan(1e-2);
  }

  @Test
  void theGradientIsThatOfFiniteDifferences() {
    double[] wanted = new SplittableRandom(4).doubles(grid.beamlets(), 0, 2).toArray();
    List<WeightedShape> segments = new StepAndShoot(5, true, 50, 4).segments(raster, wanted);
    ApertureProblem problem =
        new ApertureProblem(
            new Match(wanted), List.of(segments), new int[1], new LeafLimits(true, 1, 25), 5);
    double[] point = problem.start();
    for (int i = 0; i < point.length; i++) {
      // Away from the borders of columns, where the gradient jumps.
      point[i] = Math.clamp(point[i] + 0.13, problem.lower(i), problem.upper(i));
    }
    double[] gradient = new double[point.length];
    problem.value(point, new double[0]);
    problem.gradient(new double[0], gradient);

    for (int i = 0; i < point.length; i++) {
      if (point[i] < problem.upper(i) && point[i] > problem.lower(i)) {
        double here = point[i];
        point[i] = here + 1e-5;
        double above = problem.value(point, new double[0]);
        point[i] = here - 1e-5;
        double below = problem.value(point, new double[0]);
        point[i] = here;
        assertThat(gradient[i]).isCloseTo((above - below) / 2e-5, within(1e-4));
      }
    }
  }

  @Test
  void aCollimatorsLimitsAreKept() {
    double[] wanted = new SplittableRandom(6).doubles(grid.beamlets(), 0, 2).toArray();
    LeafLimits limits = new LeafLimits(false, 4, 25);
    List<WeightedShape> segments = new StepAndShoot(8, false, 50, 8).segments(raster, wanted);

    ApertureRefinement.Result result =
        new ApertureRefinement(METHOD, 3, limits, 0)
            .refine(new Match(wanted), List.of(segments), new int[1], Progress.SILENT);

    for (WeightedShape segment : result.beams().getFirst()) {
      LeafShape shape = segment.shape();
      for (int pair = 0; pair < raster.pairs(); pair++) {
        if (shape.isOpen(pair)) {
          assertThat(shape.secondMm(pair) - shape.firstMm(pair)).isGreaterThan(4 - 1e-9);
        }
        if (pair + 1 < raster.pairs()) {
          assertThat(shape.firstMm(pair)).isLessThan(shape.secondMm(pair + 1) + 1e-9);
          assertThat(shape.firstMm(pair + 1)).isLessThan(shape.secondMm(pair) + 1e-9);
        }
      }
    }
  }

  /** Half the squared difference from a wanted fluence. */
  private static final class Match implements ConstrainedProblem {

    private final double[] wanted;
    private double[] at = {};

    Match(double[] wanted) {
      this.wanted = wanted;
    }

    @Override
    public int size() {
      return wanted.length;
    }

    @Override
    public double lower(int parameter) {
      return 0;
    }

    @Override
    public double upper(int parameter) {
      return Double.POSITIVE_INFINITY;
    }

    @Override
    public int constraints() {
      return 0;
    }

    @Override
    public double least(int constraint) {
      return 0;
    }

    @Override
    public double most(int constraint) {
      return 0;
    }

    @Override
    public double value(double[] point, double[] constrained) {
      at = point.clone();
      double sum = 0;
      for (int i = 0; i < wanted.length; i++) {
        sum += (point[i] - wanted[i]) * (point[i] - wanted[i]) / 2;
      }
      return sum;
    }

    @Override
    public void gradient(double[] factors, double[] gradient) {
      for (int i = 0; i < wanted.length; i++) {
        gradient[i] = at[i] - wanted[i];
      }
    }
  }
}
