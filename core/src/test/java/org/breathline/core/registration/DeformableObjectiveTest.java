package org.breathline.core.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.junit.jupiter.api.Test;

final class DeformableObjectiveTest {

  private static final Grid LEVEL =
      new Grid(22, 19, 15, new Vector3(3, -2, 5), new Vector3(2, 2, 2), Orientation.AXIAL);
  private static final Grid MOVING =
      new Grid(26, 24, 20, new Vector3(-1.7, -6.2, 0.4), new Vector3(2, 2, 2), Orientation.AXIAL);
  private static final KnotLattice LATTICE = KnotLattice.over(LEVEL, 4);

  private static FloatVolume waves(Grid grid, double shift) {
    var volume = new FloatVolume(grid);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          Vector3 p = grid.point(i, j, k);
          volume.values()[grid.offset(i, j, k)] =
              (float)
                  (0.5
                      + 0.2 * Math.sin(0.3 * (p.x() + shift))
                      + 0.15 * Math.cos(0.25 * p.y() + 0.1 * p.z())
                      + 0.1 * Math.sin(0.35 * p.z() + shift));
        }
      }
    }
    return volume;
  }

  private static Objective objective() {
    boolean[] inside = new boolean[LEVEL.size()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = i % LEVEL.nx() > 3 && i % LEVEL.nx() < 18;
    }
    Region region = Region.of(LEVEL, inside);
    Metric metric = new LocalCorrelation(region, waves(LEVEL, 0).values(), 1.5);
    Metric whole = new LocalCorrelation(Region.whole(LEVEL), waves(LEVEL, 1).values(), 1);
    FloatVolume moving = waves(MOVING, 2);
    return new DeformableObjective(
        LATTICE,
        List.of(new Channel(metric, moving), new Channel(whole, moving)),
        new TotalVariation(2.5e-3),
        0.1);
  }

  private static float[] displacements() {
    var random = new SplittableRandom(8);
    float[] knots = new float[3 * LATTICE.size()];
    for (int i = 0; i < knots.length; i++) {
      knots[i] = (float) random.nextDouble(-0.7, 0.7);
    }
    return knots;
  }

  @Test
  void gradientIsThatOfTheValue() {
    Gradients.check(objective(), displacements(), 2e-3, 0.02, 6);
  }

  @Test
  void isTheSameToTheBitForAnyNumberOfThreads() throws Exception {
    float[] one = new float[3 * LATTICE.size()];
    float[] four = new float[3 * LATTICE.size()];
    double[] values = new double[2];
    try (var single = new ForkJoinPool(1);
        var several = new ForkJoinPool(4)) {
      single.submit(() -> values[0] = objective().evaluate(displacements(), one)).get();
      several.submit(() -> values[1] = objective().evaluate(displacements(), four)).get();
    }
    assertThat(values[1]).isEqualTo(values[0]);
    assertThat(four).containsExactly(one);
  }
}
