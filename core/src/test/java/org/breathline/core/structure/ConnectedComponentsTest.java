package org.breathline.core.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

/** The components by runs are those that a flood fill, voxel by voxel, finds. */
final class ConnectedComponentsTest {

  @Test
  void inSpaceTheyAreThoseOfAFloodFill() {
    Property.holds(200, 1, random -> agree(random, true));
  }

  @Test
  void inSlicesTheyAreThoseOfAFloodFill() {
    Property.holds(200, 2, random -> agree(random, false));
  }

  private static void agree(SplittableRandom random, boolean acrossSlices) {
    Grid grid =
        new Grid(
            random.nextInt(1, 12),
            random.nextInt(1, 12),
            random.nextInt(1, 6),
            Vector3.ZERO,
            new Vector3(1, 1, 1),
            Orientation.AXIAL);
    boolean[] set = new boolean[grid.size()];
    double density = random.nextDouble();
    for (int i = 0; i < set.length; i++) {
      set[i] = random.nextDouble() < density;
    }
    RunLengthMask mask = mask(grid, set);
    ConnectedComponents parts =
        acrossSlices ? ConnectedComponents.inSpace(mask) : ConnectedComponents.inSlices(mask);
    int[] labels = floodFill(grid, set, acrossSlices);
    int[] componentOfLabel = new int[grid.size()];
    Arrays.fill(componentOfLabel, -1);
    int[] sizes = new int[grid.size()];
    for (int row = 0; row < mask.rows(); row++) {
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        int label = labels[row * grid.nx() + mask.start(run)];
        sizes[label] += mask.length(run);
        if (componentOfLabel[label] < 0) {
          componentOfLabel[label] = parts.component(run);
        }
        assertThat(parts.component(run)).isEqualTo(componentOfLabel[label]);
      }
    }
    for (int label = 0; label < sizes.length; label++) {
      if (sizes[label] > 0) {
        assertThat(parts.sizes()[componentOfLabel[label]]).isEqualTo(sizes[label]);
      }
    }
  }

  static RunLengthMask mask(Grid grid, boolean[] set) {
    var builder = new RunLengthMask.Builder(grid);
    for (int from = 0; from < set.length; from += grid.nx()) {
      int x = 0;
      while (x < grid.nx()) {
        int start = x;
        while (x < grid.nx() && set[from + x] == set[from + start]) {
          x++;
        }
        if (set[from + start]) {
          builder.add(start, x);
        }
      }
      builder.endRow();
    }
    return builder.build();
  }

  private static int[] floodFill(Grid grid, boolean[] set, boolean acrossSlices) {
    int[] labels = new int[set.length];
    Arrays.fill(labels, -1);
    for (int seed = 0; seed < set.length; seed++) {
      var waiting = new ArrayDeque<Integer>();
      waiting.add(seed);
      while (!waiting.isEmpty()) {
        int at = waiting.remove();
        if (!set[at] || labels[at] >= 0) {
          continue;
        }
        labels[at] = seed;
        int i = at % grid.nx();
        int j = at / grid.nx() % grid.ny();
        int k = at / grid.sliceSize();
        for (int step = -1; step <= 1; step += 2) {
          if (i + step >= 0 && i + step < grid.nx()) {
            waiting.add(at + step);
          }
          if (j + step >= 0 && j + step < grid.ny()) {
            waiting.add(at + step * grid.nx());
          }
          if (acrossSlices && k + step >= 0 && k + step < grid.nz()) {
            waiting.add(at + step * grid.sliceSize());
          }
        }
      }
    }
    return labels;
  }
}
