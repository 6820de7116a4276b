package org.breathline.core.phantom;

import org.breathline.core.geometry.Vector3;

/**
 * A ball that moves without being stretched, in tissue that is: a tumour. Around the ball's surface
 * the motion passes over from that of the ball to that of the tissue.
 *
 * @param referenceCentre its centre in the reference state, LPS mm
 * @param radiusMm its radius
 */
record RigidBall(Vector3 referenceCentre, double radiusMm) {

  /** Rigid a little beyond the surface, so that the soft edge of an image is too. */
  private static final double RIM_MM = 1;

  /** Over this much the motion passes over. */
  private static final double PASSAGE_MM = 25;

  /** With a greater strain a wholly rigid ball would fold the tissue around it. */
  private static final double STRAIN_LIMIT = 0.3;

  /** Beyond this distance from the centre the ball is not felt, mm. */
  double reachMm() {
    return radiusMm + RIM_MM + PASSAGE_MM;
  }

  /** The ball in one state: where its centre is, and how rigid it is. */
  InState in(SlidingMotion tissue, MotionState state) {
    double dome = tissue.parameters().domeMm() * Math.abs(state.amplitude());
    double strain = dome * SliceMotion.GREATEST_STRAIN;
    double rigidity = strain <= STRAIN_LIMIT ? 1 : STRAIN_LIMIT / strain;
    return new InState(this, tissue.fromReference(referenceCentre, state), rigidity);
  }

  /**
   * The ball in one state.
   *
   * @param ball the ball
   * @param centre its centre in space, LPS mm
   * @param rigidity 1 where it is wholly rigid, less in the deepest breaths
   */
  record InState(RigidBall ball, Vector3 centre, double rigidity) {

    /** Whether a point of space is within reach. */
    boolean reaches(double x, double y, double z) {
      double dx = x - centre.x();
      double dy = y - centre.y();
      double dz = z - centre.z();
      double reach = ball.reachMm();
      return dx * dx + dy * dy + dz * dz < reach * reach;
    }

    /** Passes over from the tissue's motion to the ball's, for a point within reach. */
    Vector3 toReference(Vector3 point, Vector3 byTissue) {
      Vector3 fromCentre = point.minus(centre);
      double share = (fromCentre.length() - ball.radiusMm - RIM_MM) / PASSAGE_MM;
      double weight = rigidity * (1 - Smooth.step(share));
      Vector3 byBall = ball.referenceCentre.plus(fromCentre);
      return byTissue.plus(byBall.minus(byTissue).times(weight));
    }
  }
}
