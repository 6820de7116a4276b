package org.breathline.core.phantom;

import org.breathline.core.geometry.Vector3;

/**
 * A tumour, a ball in the reference state.
 *
 * @param site where it sits
 * @param diameterMm its diameter, 5 to 40 mm
 */
public record Tumour(TumourSite site, double diameterMm) {

  /** Checks the diameter. */
  public Tumour {
    if (!(diameterMm >= 5 && diameterMm <= 40)) {
      throw new IllegalArgumentException("tumour diameter must be 5 to 40 mm, not " + diameterMm);
    }
  }

  /** The radius, mm. */
  public double radiusMm() {
    return diameterMm / 2;
  }

  /** The volume, which it keeps while it moves, mm^3. */
  public double volumeMm3() {
    return Math.PI / 6 * diameterMm * diameterMm * diameterMm;
  }

  /** The centre in the reference state, LPS mm. */
  public Vector3 referenceCentre() {
    double r = radiusMm();
    return switch (site) {
      case LUNG -> new Vector3(-78, 8, 48);
      case DIAPHRAGM -> new Vector3(-75, -2, domeZ(-75, -2) + 0.7 * r);
      case MEDIASTINUM -> new Vector3(-29 - 0.5 * r, -6, 92);
      case LIVER -> new Vector3(-72, 2, -48);
    };
  }

  /** The Hounsfield value. */
  double hu() {
    return site == TumourSite.LIVER ? 25 : 38;
  }

  private static double domeZ(double x, double y) {
    double p = CavityShape.p(x, 1);
    double q = CavityShape.q(y, 1);
    return CavityShape.diaphragmZ(p, q, CavityShape.level(p, q));
  }
}
