package org.breathline.exchange.structure;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.Contour;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.ContourTracer;
import org.breathline.core.structure.DisplayColour;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;

/** Structures on a {@link SampleSeries}. */
final class SampleStructures {

  private SampleStructures() {}

  /** A ball with a hole, an ITV of another shape, and points. */
  static List<Structure> structures(Grid grid) {
    List<Contour> ring = new ArrayList<>();
    List<Contour> ellipse = new ArrayList<>();
    for (int k = 2; k < 10; k++) {
      double z = grid.point(0, 0, k).z();
      ring.add(oval(-5, -2, z, 18, 18));
      ring.add(oval(-8, 1, z, 6, 5));
      ellipse.add(oval(4, 3, z, 22 - k, 11));
    }
    LevelSet region = ContourStack.of(ring, grid).occupancy().levelSet();
    return List.of(
        Structure.of(1, "Ring", StructureType.ORGAN, ContourTracer.traceWithKeyholes(region)),
        Structure.of(4, "ITV übrig", StructureType.ITV, ellipse),
        new Structure(
            7,
            "Marker",
            StructureType.MARKER,
            new DisplayColour(1, 2, 255),
            List.of(),
            List.of(new Vector3(1, 2, 4), new Vector3(-3.25, 2, 7))));
  }

  static Contour oval(double x, double y, double z, double a, double b) {
    List<Vector3> points = new ArrayList<>();
    for (int p = 0; p < 60; p++) {
      double angle = 2 * Math.PI * p / 60;
      points.add(new Vector3(x + a * Math.cos(angle), y + b * Math.sin(angle), z));
    }
    return Contour.of(points);
  }
}
