package org.breathline.core.planning;

import java.util.List;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.Segment;

/**
 * What passes segments of one frame: all of it between the leaf tips, a part through leaves,
 * nothing through jaws. Squares at an edge are open in part.
 *
 * @param leafTransmission part of the fluence that passes a leaf, 0 to below 1
 * @param spacingMm side of the map's squares, mm
 */
public record ApertureFluence(double leafTransmission, double spacingMm) {

  /**
   * The fluence of segments, weighted with their monitor units.
   *
   * @param segments at least one, all of leaves that travel along x or of jaws alone
   * @return monitor units that pass each square
   */
  public FluenceMap of(List<Segment> segments) {
    double x1 = Double.POSITIVE_INFINITY;
    double x2 = Double.NEGATIVE_INFINITY;
    double y1 = Double.POSITIVE_INFINITY;
    double y2 = Double.NEGATIVE_INFINITY;
    for (Segment segment : segments) {
      Jaws jaws = segment.aperture().jaws();
      x1 = Math.min(x1, jaws.x1Mm());
      x2 = Math.max(x2, jaws.x2Mm());
      y1 = Math.min(y1, jaws.y1Mm());
      y2 = Math.max(y2, jaws.y2Mm());
    }
    int left = (int) Math.floor(x1 / spacingMm);
    int below = (int) Math.floor(y1 / spacingMm);
    int nx = Math.max(1, (int) Math.ceil(x2 / spacingMm) - left);
    int ny = Math.max(1, (int) Math.ceil(y2 / spacingMm) - below);
    FluenceMap map =
        new FluenceMap(
            (left + 0.5) * spacingMm,
            (below + 0.5) * spacingMm,
            spacingMm,
            nx,
            ny,
            new float[nx * ny]);
    for (Segment segment : segments) {
      add(map, segment.aperture(), segment.monitorUnits());
    }
    return map;
  }

  private void add(FluenceMap map, Aperture aperture, double units) {
    Jaws jaws = aperture.jaws();
    if (aperture.leaves().isEmpty()) {
      open(map, jaws, jaws, units);
      return;
    }
    LeafPositions leaves = aperture.leaves().get();
    MultileafCollimator collimator = leaves.collimator();
    if (collimator.travel() != MultileafCollimator.Travel.X) {
      throw new IllegalArgumentException("leaves that travel along y are not planned with");
    }
    open(map, jaws, jaws, leafTransmission * units);
    for (int pair = 0; pair < collimator.pairs(); pair++) {
      if (leaves.openingMm(pair) > 0) {
        Jaws between =
            new Jaws(
                leaves.firstMm(pair),
                leaves.secondMm(pair),
                collimator.lowerMm(pair),
                collimator.upperMm(pair));
        open(map, jaws, between, (1 - leafTransmission) * units);
      }
    }
  }

  /** Adds what passes a rectangle within the jaws. */
  private static void open(FluenceMap map, Jaws jaws, Jaws rectangle, double units) {
    double left = map.x0Mm() / map.spacingMm() - 0.5;
    double below = map.y0Mm() / map.spacingMm() - 0.5;
    double x1 = Math.max(jaws.x1Mm(), rectangle.x1Mm()) / map.spacingMm() - left;
    double x2 = Math.min(jaws.x2Mm(), rectangle.x2Mm()) / map.spacingMm() - left;
    double y1 = Math.max(jaws.y1Mm(), rectangle.y1Mm()) / map.spacingMm() - below;
    double y2 = Math.min(jaws.y2Mm(), rectangle.y2Mm()) / map.spacingMm() - below;
    for (int y = Math.max(0, (int) y1); y < Math.min(map.ny(), y2); y++) {
      double high = Math.min(y2, y + 1) - Math.max(y1, y);
      for (int x = Math.max(0, (int) x1); x < Math.min(map.nx(), x2); x++) {
        double wide = Math.min(x2, x + 1) - Math.max(x1, x);
        map.values()[y * map.nx() + x] += (float) (units * Math.max(0, high) * Math.max(0, wide));
      }
    }
  }
}
