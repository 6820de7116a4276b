package org.breathline.core.target;

import java.util.EnumMap;
import java.util.Map;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.SurfaceMesh;

/**
 * How much of a tumour's surface touches dense tissue, and on which side: where it does, neither a
 * maximum nor an average over the phases shows its outline. A piece of surface touches if at
 * {@value #AWAY_MM} mm outward, and at every half of it, the image is at least {@value #DENSE_HU}
 * HU.
 *
 * @param share of the whole surface, 0 to 1
 * @param shares of the whole surface that touch and face each side of the patient
 */
public record TissueContact(double share, Map<Direction, Double> shares) {

  /** How far outward is looked, mm. */
  public static final double AWAY_MM = 8;

  /** Soft tissue is above this, HU; lung and the blurred edge of a tumour are below. */
  public static final int DENSE_HU = -250;

  private static final double STEP_MM = 2;

  /** From this share of the surface on it counts as touching. */
  public static final double TOUCHES = 0.05;

  /** Keeps a copy of the map. */
  public TissueContact {
    shares = Map.copyOf(shares);
  }

  /** Looks around a tumour in an image of the same phase. */
  public static TissueContact of(LevelSet tumour, ShortVolume image) {
    Map<Direction, Double> shares = new EnumMap<>(Direction.class);
    SurfaceMesh surface = SurfaceMesh.of(tumour);
    double area = surface.areaMm2();
    double touching = 0;
    for (int t = 0; t < surface.size(); t++) {
      Vector3 normal = surface.normal(t);
      double piece = normal.length();
      if (piece > 0 && touches(image, surface.middle(t), normal.times(1 / piece))) {
        touching += piece;
        shares.merge(Direction.of(normal), piece / area, Double::sum);
      }
    }
    return new TissueContact(area > 0 ? touching / area : 0, shares);
  }

  private static boolean touches(ShortVolume image, Vector3 point, Vector3 outward) {
    for (double away = STEP_MM; away <= AWAY_MM; away += STEP_MM) {
      if (!isDense(image, point.plus(outward.times(away)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDense(ShortVolume image, Vector3 point) {
    Grid grid = image.grid();
    Vector3 index = grid.index(point);
    int i = (int) Math.clamp(Math.rint(index.x()), 0, grid.nx() - 1);
    int j = (int) Math.clamp(Math.rint(index.y()), 0, grid.ny() - 1);
    int k = (int) Math.clamp(Math.rint(index.z()), 0, grid.nz() - 1);
    return image.values()[grid.offset(i, j, k)] >= DENSE_HU;
  }

  /** Whether it touches on any side. */
  public boolean touches() {
    return share >= TOUCHES;
  }
}
