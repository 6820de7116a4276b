package org.breathline.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class ProjectionsTest {

  private static final Grid GRID =
      new Grid(7, 5, 3, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);

  @Test
  void areTheGreatestTheLeastAndTheWeightedMean() {
    Property.holds(
        50,
        1,
        random -> {
          int count = random.nextInt(1, 11);
          List<ShortVolume> phases = new ArrayList<>();
          double[] weights = new double[count];
          for (int phase = 0; phase < count; phase++) {
            ShortVolume volume = new ShortVolume(GRID);
            for (int i = 0; i < GRID.size(); i++) {
              volume.values()[i] = (short) random.nextInt(-1024, 3072);
            }
            phases.add(volume);
            weights[phase] = random.nextInt(1, 5);
          }
          Projections projections = Projections.of(phases, weights);
          for (int i = 0; i < GRID.size(); i++) {
            double sum = 0;
            double total = 0;
            short greatest = Short.MIN_VALUE;
            short least = Short.MAX_VALUE;
            for (int phase = 0; phase < count; phase++) {
              short hu = phases.get(phase).values()[i];
              greatest = hu > greatest ? hu : greatest;
              least = hu < least ? hu : least;
              sum += weights[phase] * hu;
              total += weights[phase];
            }
            assertThat(projections.maximum().values()[i]).isEqualTo(greatest);
            assertThat(projections.minimum().values()[i]).isEqualTo(least);
            assertThat(projections.average().values()[i])
                .isEqualTo((short) Math.floor(sum / total + 0.5));
          }
        });
  }

  @Test
  void aPhaseOfNoWeightCountsForTheExtremesOnly() {
    var projection = new RunningProjection(2);
    projection.add(new short[] {10, -20}, 0, 3);
    projection.add(new short[] {99, 500, -500}, 1, 0);
    short[] found = new short[4];
    projection.maximum(found, 1);
    assertThat(found).containsExactly(0, 500, -20, 0);
    projection.minimum(found, 1);
    assertThat(found).containsExactly(0, 10, -500, 0);
    projection.average(found, 1);
    assertThat(found).containsExactly(0, 10, -20, 0);
  }

  @Test
  void aProjectionCanBeUsedForTheNextSlice() {
    var projection = new RunningProjection(1);
    projection.add(new short[] {3000}, 0, 1);
    projection.clear();
    assertThat(projection.count()).isZero();
    projection.add(new short[] {-1000}, 0, 0.25);
    short[] found = new short[1];
    projection.maximum(found, 0);
    assertThat(found).containsExactly(-1000);
    projection.average(found, 0);
    assertThat(found).containsExactly(-1000);
  }

  @Test
  void projectionsOfNothingAreRefused() {
    var projection = new RunningProjection(1);
    assertThatThrownBy(() -> projection.maximum(new short[1], 0))
        .isInstanceOf(IllegalStateException.class);
    projection.add(new short[1], 0, 0);
    assertThat(projection.hasAverage()).isFalse();
    assertThatThrownBy(() -> projection.average(new short[1], 0))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> projection.add(new short[1], 0, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Projections.of(List.of(new ShortVolume(GRID)), new double[] {0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight 0");
  }
}
