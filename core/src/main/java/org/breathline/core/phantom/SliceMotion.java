package org.breathline.core.phantom;

/**
 * The motion at one state and one height in space, which stays the same for a whole axial slice:
 * the inner loop of rendering. It takes points of space back to the reference state in three steps,
 * each a monotone function of one coordinate:
 *
 * <ol>
 *   <li>the chest wall's expansion, {@link #wallX} and {@link #wallY}, for all points;
 *   <li>inside the cavity, the hysteresis, {@link #materialQ}, which vanishes at the wall;
 *   <li>inside the cavity, the slide along the wall, {@link #materialZ}.
 * </ol>
 */
final class SliceMotion {

  /** Posterior to this nothing of the wall moves, mm. */
  private static final double FIXED_Y = 60;

  /** Anterior to this the wall moves as a whole, mm. */
  private static final double FREE_Y = -110;

  /** Half the width of the chest, for which the lateral motion is stated, mm. */
  private static final double FLANK_X = 180;

  /** Below this the descent is full, mm: the bases of the lungs move farther than the dome. */
  private static final double SLIDE_LOW_Z = -50;

  private static final double SLIDE_MM = CavityShape.APEX_Z - SLIDE_LOW_Z;

  /** Makes the descent of the right dome's top the stated one. */
  private static final double DOME_NORM =
      1 / (slideShare(-8) * CavityShape.mobility(CavityShape.DOME_P, CavityShape.DOME_Q));

  /** The greatest strain of the slide for a millimetre of the dome's motion, about, per mm. */
  static final double GREATEST_STRAIN = 1.1 * DOME_NORM * 1.5 / SLIDE_MM;

  /** Makes the hysteresis profile 1 in the middle of a lung, where the level is a quarter. */
  private static final double HYSTERESIS_NORM = 1 / (0.75 * 0.75 * 0.25);

  final double z;
  final double scale;
  private final double widening;
  private final double apShift;
  private final double domeShift;
  private final double slide;
  private final double slideSlope;
  private final double hysteresis;

  SliceMotion(MotionParameters parameters, MotionState state, double z) {
    this.z = z;
    this.scale = CavityShape.scale(z);
    double share = wallShare(z);
    this.widening = 1 / (1 + parameters.chestLrMm() * state.amplitude() * share / FLANK_X);
    this.apShift = parameters.chestApMm() * state.amplitude() * share;
    this.domeShift = DOME_NORM * parameters.domeMm() * state.amplitude();
    this.slide = slideShare(z);
    this.slideSlope = slideShareSlope(z);
    this.hysteresis =
        parameters.hysteresisApMm()
            * (state.amplitude() - state.lagged())
            * hysteresisShare(z)
            * HYSTERESIS_NORM
            / CavityShape.HALF_DEPTH;
  }

  /** x after taking back the widening of the chest. */
  double wallX(double x) {
    return x * widening;
  }

  /** y after taking back the rise of the chest. */
  double wallY(double y) {
    return y + apShift * anterior(y);
  }

  /** The inverse of {@link #wallX}. */
  double spaceX(double wallX) {
    return wallX / widening;
  }

  /** The inverse of {@link #wallY}. */
  double spaceY(double wallY) {
    double reach = Math.abs(apShift);
    return Monotone.solve(
        wallY, wallY - reach, wallY + reach, this::wallY, y -> 1 + apShift * anteriorSlope(y));
  }

  /** The volume that a unit volume of space has after {@link #wallX} and {@link #wallY}. */
  double wallContraction(double y) {
    return widening * (1 + apShift * anteriorSlope(y));
  }

  /** The section coordinate q in the reference state of a point at (p, q) in this slice. */
  double materialQ(double p, double q) {
    return materialQ(p, q, CavityShape.level(p, q));
  }

  /** As {@link #materialQ(double, double)} where the level at (p, q) is known. */
  double materialQ(double p, double q, double level) {
    double inside = 1 - level;
    return inside <= 0 ? q : q + hysteresis * inside * inside * level;
  }

  /** The derivative of {@link #materialQ} by q. */
  double materialQSlope(double p, double q, double level) {
    if (level >= 1 || hysteresis == 0) {
      return 1;
    }
    return 1 + hysteresis * (1 - level) * (1 - 3 * level) * CavityShape.levelSlopeQ(p, q);
  }

  /** The inverse of {@link #materialQ}. */
  double spaceQ(double p, double materialQ) {
    // (1 - w)^2 w is at most 4/27
    double reach = Math.abs(hysteresis) * 0.15;
    return Monotone.solve(
        materialQ,
        materialQ - reach,
        materialQ + reach,
        q -> materialQ(p, q),
        q -> materialQSlope(p, q, CavityShape.level(p, q)));
  }

  /** The height in the reference state of what is in this slice at a reference section point. */
  double materialZ(double p, double materialQ) {
    return z + domeShift * slide * CavityShape.mobility(p, materialQ);
  }

  /** The derivative of {@link #materialZ} by z. */
  double materialZSlope(double p, double materialQ) {
    return 1 + domeShift * slideSlope * CavityShape.mobility(p, materialQ);
  }

  /** The height in space of a reference section point whose reference height is given. */
  static double spaceZ(
      MotionParameters parameters,
      MotionState state,
      double p,
      double materialQ,
      double materialZ) {
    double shift =
        DOME_NORM * parameters.domeMm() * state.amplitude() * CavityShape.mobility(p, materialQ);
    return Monotone.solve(
        materialZ,
        materialZ - Math.abs(shift),
        materialZ + Math.abs(shift),
        z -> z + shift * slideShare(z),
        z -> 1 + shift * slideShareSlope(z));
  }

  private static double anterior(double y) {
    return Smooth.step((FIXED_Y - y) / (FIXED_Y - FREE_Y));
  }

  private static double anteriorSlope(double y) {
    return -Smooth.stepSlope((FIXED_Y - y) / (FIXED_Y - FREE_Y)) / (FIXED_Y - FREE_Y);
  }

  /** The share of the chest wall's motion at a height: less toward the neck. */
  private static double wallShare(double z) {
    return 0.3 + 0.7 * Smooth.step((165 - z) / 200);
  }

  /** The share of the diaphragm's descent at a height: 0 at the apex, 1 in the bases. */
  private static double slideShare(double z) {
    return Smooth.step((CavityShape.APEX_Z - z) / SLIDE_MM) - 0.55 * Smooth.step((-70 - z) / 110);
  }

  private static double slideShareSlope(double z) {
    return -Smooth.stepSlope((CavityShape.APEX_Z - z) / SLIDE_MM) / SLIDE_MM
        + 0.55 * Smooth.stepSlope((-70 - z) / 110) / 110;
  }

  private static double hysteresisShare(double z) {
    return Smooth.step((CavityShape.APEX_Z - z) / 80) * Smooth.step((z + 140) / 80);
  }
}
