package org.breathline.core.treatment;

import java.util.Optional;

/**
 * What a beam passes through: jaws, and leaves where there are some. Coordinates are those of the
 * beam limiting device in the plane through the isocentre, mm.
 *
 * @param jaws the jaws
 * @param leaves the leaves, or none
 */
public record Aperture(Jaws jaws, Optional<LeafPositions> leaves) {

  /** An aperture of jaws alone. */
  public static Aperture of(Jaws jaws) {
    return new Aperture(jaws, Optional.empty());
  }

  /** An aperture of jaws and leaves. */
  public static Aperture of(Jaws jaws, LeafPositions leaves) {
    return new Aperture(jaws, Optional.of(leaves));
  }

  /** Whether neither a jaw nor a leaf is in the way at a point. */
  public boolean isOpen(double xMm, double yMm) {
    boolean inJaws =
        xMm >= jaws.x1Mm() && xMm <= jaws.x2Mm() && yMm >= jaws.y1Mm() && yMm <= jaws.y2Mm();
    return inJaws && leaves.map(l -> isBetween(l, xMm, yMm)).orElse(true);
  }

  private static boolean isBetween(LeafPositions leaves, double xMm, double yMm) {
    boolean alongX = leaves.collimator().travel() == MultileafCollimator.Travel.X;
    int pair = leaves.collimator().pairAt(alongX ? yMm : xMm);
    double along = alongX ? xMm : yMm;
    return pair >= 0 && along >= leaves.firstMm(pair) && along <= leaves.secondMm(pair);
  }

  /** The open area in the plane through the isocentre, mm2. */
  public double areaMm2() {
    double whole = (jaws.x2Mm() - jaws.x1Mm()) * (jaws.y2Mm() - jaws.y1Mm());
    return leaves.map(this::areaMm2).orElse(whole);
  }

  private double areaMm2(LeafPositions positions) {
    MultileafCollimator collimator = positions.collimator();
    boolean alongX = collimator.travel() == MultileafCollimator.Travel.X;
    double from = alongX ? jaws.x1Mm() : jaws.y1Mm();
    double to = alongX ? jaws.x2Mm() : jaws.y2Mm();
    double below = alongX ? jaws.y1Mm() : jaws.x1Mm();
    double above = alongX ? jaws.y2Mm() : jaws.x2Mm();
    double sum = 0;
    for (int pair = 0; pair < collimator.pairs(); pair++) {
      double width = overlap(collimator.lowerMm(pair), collimator.upperMm(pair), below, above);
      sum += width * overlap(positions.firstMm(pair), positions.secondMm(pair), from, to);
    }
    return sum;
  }

  private static double overlap(double a1, double a2, double b1, double b2) {
    return Math.max(0, Math.min(a2, b2) - Math.max(a1, b1));
  }

  /** The longest way that a jaw or a leaf goes to another aperture, mm. */
  public double farthestMm(Aperture other) {
    double leafWay =
        leaves.isPresent() && other.leaves.isPresent()
            ? leaves.get().farthestMm(other.leaves.get())
            : 0;
    return Math.max(jaws.farthestMm(other.jaws), leafWay);
  }

  /**
   * The aperture on the way to another one: 0 here, 1 there.
   *
   * @throws IllegalArgumentException if only one has leaves, or they are two collimators'
   */
  public Aperture towards(Aperture other, double fraction) {
    if (leaves.isPresent() != other.leaves.isPresent()) {
      throw new IllegalArgumentException("one of two apertures has no leaves");
    }
    return new Aperture(
        jaws.towards(other.jaws, fraction),
        leaves.map(l -> l.towards(other.leaves.orElseThrow(), fraction)));
  }
}
