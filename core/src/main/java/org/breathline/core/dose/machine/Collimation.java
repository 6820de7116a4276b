package org.breathline.core.dose.machine;

import org.breathline.core.dose.FluenceMap;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;

/**
 * What jaws and leaves let pass. Lengths are those in the plane through the isocentre.
 *
 * @param jawTransmission part of the fluence that passes a jaw, 0 to 1
 * @param leafTransmission part that passes a leaf, with what leaks between leaves, 0 to 1
 * @param leafTipMm by what rounded tips let more pass than their positions say: half of the
 *     dosimetric leaf gap, mm
 * @param tongueMm width over which a leaf's side reaches into its neighbour's: what lies there is
 *     open only where both are, mm
 */
public record Collimation(
    double jawTransmission, double leafTransmission, double leafTipMm, double tongueMm) {

  /** Side of the squares of a map, mm. */
  private static final double STEP_MM = 1;

  /** Around the jaws' opening a map goes on for so much; beyond it nothing is counted, mm. */
  private static final double BORDER_MM = 20;

  /** Nothing passes but what is open. */
  public static final Collimation IDEAL = new Collimation(0, 0, 0, 0);

  /** Checks ranges; throws {@link IllegalArgumentException} in words. */
  public Collimation {
    boolean parts =
        jawTransmission >= 0
            && jawTransmission <= 1
            && leafTransmission >= 0
            && leafTransmission <= 1;
    if (!parts || !(leafTipMm >= 0) || !(tongueMm >= 0)) {
      throw new IllegalArgumentException("transmissions are 0 to 1, lengths at least 0 mm");
    }
  }

  /** The fluence behind an aperture, relative to the open beam's: means over squares of 1 mm. */
  public FluenceMap fluence(Aperture aperture) {
    Jaws jaws = aperture.jaws();
    double border = jawTransmission > 0 ? BORDER_MM : 0;
    double x0 = Math.floor(jaws.x1Mm() - border) + STEP_MM / 2;
    double y0 = Math.floor(jaws.y1Mm() - border) + STEP_MM / 2;
    int nx = Math.max(1, (int) Math.ceil((jaws.x2Mm() + border - x0) / STEP_MM + 0.5));
    int ny = Math.max(1, (int) Math.ceil((jaws.y2Mm() + border - y0) / STEP_MM + 0.5));
    float[] values = new float[Math.multiplyExact(nx, ny)];
    for (int j = 0; j < ny; j++) {
      double y = y0 + j * STEP_MM;
      double openY = open(y, jaws.y1Mm(), jaws.y2Mm());
      for (int i = 0; i < nx; i++) {
        double x = x0 + i * STEP_MM;
        double open = openY * open(x, jaws.x1Mm(), jaws.x2Mm());
        double behindJaws = open + (1 - open) * jawTransmission;
        double behindLeaves = aperture.leaves().map(l -> behind(l, x, y)).orElse(1.0);
        values[j * nx + i] = (float) (behindJaws * behindLeaves);
      }
    }
    return new FluenceMap(x0, y0, STEP_MM, nx, ny, values);
  }

  /** The part of a square's side that lies between two edges. */
  private static double open(double centre, double from, double to) {
    double overlap = Math.min(centre + STEP_MM / 2, to) - Math.max(centre - STEP_MM / 2, from);
    return Math.max(0, overlap) / STEP_MM;
  }

  /** What passes the leaves in a square; beyond the last pair there are leaves too. */
  private double behind(LeafPositions leaves, double x, double y) {
    MultileafCollimator collimator = leaves.collimator();
    boolean alongX = collimator.travel() == MultileafCollimator.Travel.X;
    double along = alongX ? x : y;
    double across = alongX ? y : x;
    double open = 0;
    int last = collimator.pairs() - 1;
    int first = Math.max(0, collimator.pairAt(across - STEP_MM / 2 - tongueMm));
    for (int pair = first; pair <= last && collimator.lowerMm(pair) < across + 1; pair++) {
      double low = collimator.lowerMm(pair);
      double high = collimator.upperMm(pair);
      double own = open(along, leaves, pair);
      // Half of the tongue lies on each side of a border.
      double inner = pair == 0 ? low : low + tongueMm / 2;
      double outer = pair == last ? high : high - tongueMm / 2;
      open += own * open(across, inner, outer);
      if (pair > 0) {
        double both = Math.min(own, open(along, leaves, pair - 1));
        open += both * open(across, low - tongueMm / 2, inner);
      }
    }
    return open + (1 - open) * leafTransmission;
  }

  private double open(double along, LeafPositions leaves, int pair) {
    if (leaves.openingMm(pair) == 0 && leafTipMm == 0) {
      return 0;
    }
    return open(along, leaves.firstMm(pair) - leafTipMm, leaves.secondMm(pair) + leafTipMm);
  }
}
