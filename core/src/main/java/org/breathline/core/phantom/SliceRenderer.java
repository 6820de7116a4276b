package org.breathline.core.phantom;

import java.util.Optional;
import org.breathline.core.geometry.Vector3;

/**
 * Paints one axial row of the phantom at a time. What depends on the slice alone is worked out
 * once; a renderer is used by one thread.
 */
final class SliceRenderer {

  private final Anatomy anatomy;
  private final PhantomMotion whole;
  private final MotionState state;
  private final Optional<RigidBall.InState> ball;
  private final SliceMotion motion;
  private final boolean still;
  private final Voxel inner;
  private final Voxel outer;
  private final double scaleSlope;

  SliceRenderer(
      Anatomy anatomy,
      PhantomMotion whole,
      MotionState state,
      Optional<RigidBall.InState> ball,
      double z,
      double pixelMm) {
    this.anatomy = anatomy;
    this.whole = whole;
    this.state = state;
    this.ball = ball;
    this.motion = new SliceMotion(whole.parameters(), state, z);
    this.still = state.equals(MotionState.REFERENCE);
    this.inner = new Voxel(pixelMm);
    this.outer = new Voxel(pixelMm);
    this.scaleSlope = CavityShape.scaleSlope(z, motion.scale) / motion.scale;
  }

  /** The Hounsfield value at a point of this slice. */
  double hu(double x, double y) {
    return paint(x, y).hu();
  }

  /** What is at a point of this slice. */
  Organ organ(double x, double y) {
    return paint(x, y).organ();
  }

  private Voxel paint(double spaceX, double spaceY) {
    double x = motion.wallX(spaceX);
    double y = motion.wallY(spaceY);
    double z = motion.z;
    if (motion.scale <= 0) {
      anatomy.paintWall(outer, x, y, z, 50);
      return outer;
    }
    double p = CavityShape.p(x, motion.scale);
    double q = CavityShape.q(y, motion.scale);
    double level = CavityShape.level(p, q);
    double outside = wallDistance(p, q, level);
    double coverage = outer.coverage(outside);
    if (coverage < 1) {
      anatomy.paintWall(outer, x, y, z, Math.max(outside, 0));
      if (coverage <= 0) {
        return outer;
      }
    }
    paintContents(p, q, level, spaceX, spaceY, outside);
    if (coverage >= 1) {
      return inner;
    }
    outer.blend(inner.organ(), inner.hu(), coverage);
    return outer;
  }

  private void paintContents(
      double p, double q, double level, double spaceX, double spaceY, double outside) {
    if (still) {
      double x = CavityShape.x(p, motion.scale);
      double y = CavityShape.y(q, motion.scale);
      anatomy.paintCavity(inner, x, y, motion.z, p, q, outside, 1);
      return;
    }
    double materialQ = motion.materialQ(p, q, level);
    double z = motion.materialZ(p, materialQ);
    double scale = CavityShape.scale(z);
    double x = CavityShape.x(p, scale);
    double y = CavityShape.y(materialQ, scale);
    if (ball.isPresent() && ball.get().reaches(spaceX, spaceY, motion.z)) {
      paintNearBall(new Vector3(spaceX, spaceY, motion.z), new Vector3(x, y, z), outside);
      return;
    }
    double growth = scale / motion.scale;
    double contraction =
        motion.wallContraction(spaceY)
            * motion.materialQSlope(p, q, level)
            * motion.materialZSlope(p, materialQ)
            * growth
            * growth;
    anatomy.paintCavity(inner, x, y, z, p, materialQ, outside, contraction);
  }

  private void paintNearBall(Vector3 point, Vector3 byTissue, double outside) {
    Vector3 at = ball.orElseThrow().toReference(point, byTissue);
    double contraction = whole.contraction(point, state, ball);
    double scale = CavityShape.scale(at.z());
    double p = CavityShape.p(at.x(), scale);
    double q = CavityShape.q(at.y(), scale);
    anatomy.paintCavity(inner, at.x(), at.y(), at.z(), p, q, outside, contraction);
  }

  /** The distance from the cavity's wall, mm, to first order; negative inside. */
  private double wallDistance(double p, double q, double level) {
    if (level > 8) {
      return 99;
    }
    double slopeP = CavityShape.levelSlopeP(p, q);
    double slopeQ = CavityShape.levelSlopeQ(p, q);
    double slopeX = slopeP / (CavityShape.HALF_WIDTH * motion.scale);
    double slopeY = slopeQ / (CavityShape.HALF_DEPTH * motion.scale);
    double slopeZ = -scaleSlope * (slopeP * p + slopeQ * (q - CavityShape.SPINE_FRONT_Q));
    double slope = Math.sqrt(slopeX * slopeX + slopeY * slopeY + slopeZ * slopeZ);
    double root = Math.sqrt(level);
    return slope == 0 ? -99 : 2 * root * (root - 1) / slope;
  }
}
