package org.breathline.core.phantom;

/**
 * One sample being painted, structure over structure: an edge within half a pixel of the sample
 * covers a part of it. Reused for many samples, by one thread.
 */
final class Voxel {

  private final double perPixel;
  private final double pixelMm;
  private double hu;
  private Organ organ = Organ.OUTSIDE;

  /** A sample that averages over about this many millimetres. */
  Voxel(double pixelMm) {
    this.pixelMm = pixelMm;
    this.perPixel = 1 / pixelMm;
  }

  double hu() {
    return hu;
  }

  Organ organ() {
    return organ;
  }

  /** Forgets what was painted. */
  void fill(Organ newOrgan, double newHu) {
    organ = newOrgan;
    hu = newHu;
  }

  /** The share of the sample inside an edge at a signed distance in mm, negative inside. */
  double coverage(double distanceMm) {
    double inside = 0.5 - distanceMm * perPixel;
    if (inside <= 0) {
      return 0;
    }
    return inside >= 1 ? 1 : inside;
  }

  /** Paints a structure whose surface is at a signed distance in mm, negative inside. */
  void paint(Organ newOrgan, double newHu, double distanceMm) {
    blend(newOrgan, newHu, coverage(distanceMm));
  }

  /** Paints a tube, which may be thinner than the sample is wide. */
  void paintTube(Organ newOrgan, double newHu, double distanceMm, double radiusMm) {
    double share = coverage(distanceMm);
    if (share > 0) {
      blend(newOrgan, newHu, share * Math.min(1, 2 * radiusMm * perPixel));
    }
  }

  /** Paints a share of the sample. */
  void blend(Organ newOrgan, double newHu, double share) {
    if (share > 0) {
      hu += share * (newHu - hu);
      if (share >= 0.5) {
        organ = newOrgan;
      }
    }
  }

  double pixelMm() {
    return pixelMm;
  }
}
