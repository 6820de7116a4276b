package org.breathline.core.image;

import java.util.List;
import org.breathline.core.geometry.Grid;

/**
 * The projections of a 4DCT over its phases; {@link RunningProjection} makes them without holding
 * the phases.
 *
 * @param maximum the maximum intensity projection (MIP), HU
 * @param minimum the minimum intensity projection (MinIP), HU
 * @param average the average, each phase weighted, HU
 */
public record Projections(ShortVolume maximum, ShortVolume minimum, ShortVolume average) {

  /**
   * Projects volumes.
   *
   * @param phases at least one, all on one grid
   * @param weights one a phase, 0 or more and not all 0, such as dwell times
   * @throws IllegalArgumentException if that is not so
   */
  public static Projections of(List<ShortVolume> phases, double[] weights) {
    if (phases.isEmpty() || phases.size() != weights.length) {
      throw new IllegalArgumentException(
          "%d phases with %d weights".formatted(phases.size(), weights.length));
    }
    Grid grid = phases.getFirst().grid();
    if (phases.stream().anyMatch(phase -> !phase.grid().equals(grid))) {
      throw new IllegalArgumentException("the phases are not all on one grid");
    }
    ShortVolume maximum = new ShortVolume(grid);
    ShortVolume minimum = new ShortVolume(grid);
    ShortVolume average = new ShortVolume(grid);
    // Slice by slice, so that the running sums stay in the cache.
    var projection = new RunningProjection(grid.sliceSize());
    for (int from = 0; from < grid.size(); from += grid.sliceSize()) {
      projection.clear();
      for (int phase = 0; phase < weights.length; phase++) {
        projection.add(phases.get(phase).values(), from, weights[phase]);
      }
      if (!projection.hasAverage()) {
        throw new IllegalArgumentException("every phase has the weight 0");
      }
      projection.maximum(maximum.values(), from);
      projection.minimum(minimum.values(), from);
      projection.average(average.values(), from);
    }
    return new Projections(maximum, minimum, average);
  }
}
