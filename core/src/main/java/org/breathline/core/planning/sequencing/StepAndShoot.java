package org.breathline.core.planning.sequencing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts a beam's fluence into segments: fluence in whole levels, of these shapes, of the shapes
 * those that are worth giving.
 *
 * @param levels the largest fluence of the beam in levels, at least 1
 * @param interdigitation whether a leaf may reach beyond the opposite one of the pair beside it
 * @param leastAreaMm2 smaller shapes are left out
 * @param mostSegments of the rest so many at most, those with the most fluence times area
 */
public record StepAndShoot(
    int levels, boolean interdigitation, double leastAreaMm2, int mostSegments) {

  /**
   * The segments of a beam; none if its fluence is 0 everywhere.
   *
   * @param weights of the raster's beamlets, at least 0
   */
  public List<WeightedShape> segments(LeafRaster raster, double[] weights) {
    double largest = Arrays.stream(weights).max().orElse(0);
    if (!(largest > 0)) {
      return List.of();
    }
    double ofLevel = largest / levels;
    int[][] map = new int[raster.pairs()][];
    for (int pair = 0; pair < map.length; pair++) {
      map[pair] =
          Arrays.stream(raster.profile(pair, weights))
              .mapToInt(value -> (int) Math.round(value / ofLevel))
              .toArray();
    }
    List<WeightedShape> segments = new ArrayList<>();
    for (LevelShape shape : new Decomposition(interdigitation).shapes(new LevelMap(map))) {
      WeightedShape segment = segment(raster, shape, ofLevel);
      if (segment.shape().areaMm2() >= leastAreaMm2) {
        segments.add(segment);
      }
    }
    segments.sort(Comparator.comparingDouble(s -> -s.weight() * s.shape().areaMm2()));
    return List.copyOf(segments.subList(0, Math.min(mostSegments, segments.size())));
  }

  private static WeightedShape segment(LeafRaster raster, LevelShape shape, double ofLevel) {
    double[] first = new double[raster.pairs()];
    double[] second = new double[raster.pairs()];
    for (int pair = 0; pair < first.length; pair++) {
      first[pair] = raster.borderMm(shape.first(pair));
      second[pair] = raster.borderMm(shape.second(pair));
    }
    return new WeightedShape(new LeafShape(raster, first, second), shape.levels() * ofLevel);
  }
}
