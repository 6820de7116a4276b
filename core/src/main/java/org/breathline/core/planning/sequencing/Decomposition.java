package org.breathline.core.planning.sequencing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a map of levels into shapes, with the fewest levels in all and of those few shapes: greedily
 * the shape that can stand longest so that what is left needs that much less (Engel, Discrete Appl.
 * Math. 152 (2005) 35). Where leaves may not pass the opposite ones beside them, rows are chosen
 * together (after Kalinowski, Discrete Appl. Math. 152 (2005) 52), and levels are added when no
 * such choice is without.
 *
 * @param interdigitation whether a leaf may reach beyond the opposite one of the pair beside it
 */
record Decomposition(boolean interdigitation) {

  /** The shapes; together they give the map exactly. */
  List<LevelShape> shapes(LevelMap map) {
    List<LevelShape> shapes = new ArrayList<>();
    LevelMap left = map;
    int allowed = map.complexity();
    while (left.largest() > 0) {
      Optional<LevelShape> longest = longest(left, allowed);
      if (longest.isPresent()) {
        LevelShape shape = longest.get();
        shapes.add(shape);
        left = left.minus(shape);
        allowed -= shape.levels();
      } else {
        allowed++;
      }
    }
    return shapes;
  }

  private Optional<LevelShape> longest(LevelMap map, int allowed) {
    for (int levels = Math.min(allowed, map.largest()); levels >= 1; levels--) {
      Optional<LevelShape> shape =
          new ShapeChoice(map, levels, allowed - levels, interdigitation).best();
      if (shape.isPresent()) {
        return shape;
      }
    }
    return Optional.empty();
  }
}
