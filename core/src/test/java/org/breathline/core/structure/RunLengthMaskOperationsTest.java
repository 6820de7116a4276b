package org.breathline.core.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

/** Operations run by run give what operations voxel by voxel give. */
final class RunLengthMaskOperationsTest {

  @Test
  void operationsAreThoseOfBitSets() {
    Property.holds(
        300,
        1,
        random -> {
          Grid grid =
              Shapes.grid(
                  random.nextInt(1, 20), random.nextInt(1, 6), random.nextInt(1, 4), 1, 1, 1);
          BitSet a = bits(random, grid);
          BitSet b = bits(random, grid);
          RunLengthMask maskA = RunLengthMask.of(grid, a::get);
          RunLengthMask maskB = RunLengthMask.of(grid, b::get);
          BitSet or = (BitSet) a.clone();
          or.or(b);
          BitSet and = (BitSet) a.clone();
          and.and(b);
          BitSet minus = (BitSet) a.clone();
          minus.andNot(b);
          BitSet xor = (BitSet) a.clone();
          xor.xor(b);
          assertThat(maskA.union(maskB)).isEqualTo(RunLengthMask.of(grid, or::get));
          assertThat(maskA.intersection(maskB)).isEqualTo(RunLengthMask.of(grid, and::get));
          assertThat(maskA.minus(maskB)).isEqualTo(RunLengthMask.of(grid, minus::get));
          assertThat(maskA.symmetricDifference(maskB)).isEqualTo(RunLengthMask.of(grid, xor::get));
          assertThat(maskA.voxels()).isEqualTo(a.cardinality());
          assertThat(maskA.complement().complement()).isEqualTo(maskA);
          for (int at = 0; at < grid.size(); at++) {
            int i = at % grid.nx();
            int row = at / grid.nx();
            assertThat(maskA.contains(i, row % grid.ny(), row / grid.ny())).isEqualTo(a.get(at));
          }
        });
  }

  private static BitSet bits(SplittableRandom random, Grid grid) {
    BitSet bits = new BitSet();
    double density = random.nextDouble();
    for (int i = 0; i < grid.size(); i++) {
      bits.set(i, random.nextDouble() < density);
    }
    return bits;
  }

  @Test
  void boundsAndCentroid() {
    Grid grid = Shapes.grid(10, 8, 6, 2, 1, 3);
    RunLengthMask mask =
        RunLengthMask.of(
            grid,
            at ->
                at == grid.offset(2, 3, 1)
                    || at == grid.offset(3, 3, 1)
                    || at == grid.offset(7, 5, 4));
    assertThat(mask.bounds()).contains(new GridBox(2, 8, 3, 6, 1, 5));
    Vector3 centroid = mask.centroid().orElseThrow();
    assertThat(centroid.minus(grid.point(4, 11 / 3.0, 2)).length()).isLessThan(1e-9);
    assertThat(RunLengthMask.empty(grid).bounds()).isEmpty();
    assertThat(RunLengthMask.empty(grid).centroid()).isEmpty();
  }

  @Test
  void masksOfTwoGridsAreNotMixed() {
    RunLengthMask a = RunLengthMask.empty(Shapes.grid(3, 3, 3, 1, 1, 1));
    RunLengthMask b = RunLengthMask.empty(Shapes.grid(3, 3, 3, 1, 1, 2));
    assertThatThrownBy(() -> a.union(b)).isInstanceOf(IllegalArgumentException.class);
  }
}
