package org.breathline.core.phantom;

import java.util.Optional;
import org.breathline.core.geometry.Vector3;

/**
 * The motion of every point of the phantom, known in closed form.
 *
 * <p>The chest wall widens and rises. What is inside the cavity (lungs, mediastinum, abdomen) goes
 * along with that and moves up and down along the wall in addition, so that the pleura slides:
 * across it the displacement jumps along the surface and never through it. A tumour moves as a
 * rigid ball, and the tissue around it gives way. Points of space are taken to the reference state
 * by formula; the way back is solved for to well below 1e-6 mm.
 */
public final class PhantomMotion {

  private static final double SOLVED_MM = 1e-10;
  private static final int MOST_STEPS = 60;

  /** For derivatives by central differences, mm: their error is of its square. */
  private static final double STEP_MM = 1e-3;

  private final SlidingMotion tissue;
  private final Optional<RigidBall> ball;

  /** The motion of a phantom without a tumour. */
  public PhantomMotion(MotionParameters parameters) {
    this(parameters, Optional.empty());
  }

  /** The motion of a phantom with or without a tumour. */
  public PhantomMotion(MotionParameters parameters, Optional<Tumour> tumour) {
    this.tissue = new SlidingMotion(parameters);
    this.ball = tumour.map(t -> new RigidBall(t.referenceCentre(), t.radiusMm()));
  }

  /** The magnitudes. */
  public MotionParameters parameters() {
    return tissue.parameters();
  }

  /** Where the tissue that is at a point of space, in a state, is in the reference state. */
  public Vector3 toReference(Vector3 point, MotionState state) {
    return toReference(point, state, ballIn(state));
  }

  /** Where the tissue at a point of the reference state is in another state. */
  public Vector3 fromReference(Vector3 material, MotionState state) {
    Vector3 guess = tissue.fromReference(material, state);
    Optional<RigidBall.InState> there = ballIn(state);
    if (!isFelt(there, guess)) {
      return guess;
    }
    // Newton's method: the map is smooth within the ball's reach, and close to the tissue's
    for (int step = 0; step < MOST_STEPS; step++) {
      Vector3 miss = toReference(guess, state, there).minus(material);
      if (miss.length() < SOLVED_MM) {
        break;
      }
      Vector3[] columns = derivatives(guess, state, there);
      Vector3 cross = columns[1].cross(columns[2]);
      double determinant = columns[0].dot(cross);
      guess =
          guess.minus(
              new Vector3(
                      miss.dot(cross),
                      columns[0].dot(miss.cross(columns[2])),
                      columns[0].dot(columns[1].cross(miss)))
                  .times(1 / determinant));
    }
    return guess;
  }

  /**
   * The displacement u between two states in the project's sense: the tissue at point x in the
   * first is at x + u in the second, mm.
   */
  public Vector3 displacement(Vector3 point, MotionState from, MotionState to) {
    return fromReference(toReference(point, from), to).minus(point);
  }

  /**
   * The volume that a small volume of space, in a state, has in the reference state, as a ratio:
   * the determinant of {@link #toReference}. Tissue of constant mass is this many times as dense as
   * in the reference state. Always above 0.
   */
  public double contraction(Vector3 point, MotionState state) {
    Optional<RigidBall.InState> there = ballIn(state);
    if (!isFelt(there, point)) {
      return tissue.contraction(point, state);
    }
    return contraction(point, state, there);
  }

  /** Whether a point of the reference state lies inside the wall that contents slide along. */
  public static boolean isInCavity(Vector3 material) {
    return SlidingMotion.isInCavity(material);
  }

  /** The tumour in a state, to be worked out once for many points. */
  Optional<RigidBall.InState> ballIn(MotionState state) {
    return ball.map(b -> b.in(tissue, state));
  }

  /** As {@link #toReference(Vector3, MotionState)} where the ball's state is known. */
  Vector3 toReference(Vector3 point, MotionState state, Optional<RigidBall.InState> there) {
    Vector3 material = tissue.toReference(point, state);
    return isFelt(there, point) ? there.get().toReference(point, material) : material;
  }

  /** The determinant by central differences, for points within the ball's reach. */
  double contraction(Vector3 point, MotionState state, Optional<RigidBall.InState> there) {
    Vector3[] columns = derivatives(point, state, there);
    return columns[0].dot(columns[1].cross(columns[2]));
  }

  private Vector3[] derivatives(
      Vector3 point, MotionState state, Optional<RigidBall.InState> there) {
    Vector3[] steps = {
      new Vector3(STEP_MM, 0, 0), new Vector3(0, STEP_MM, 0), new Vector3(0, 0, STEP_MM)
    };
    Vector3[] columns = new Vector3[3];
    for (int axis = 0; axis < 3; axis++) {
      Vector3 after = toReference(point.plus(steps[axis]), state, there);
      Vector3 before = toReference(point.minus(steps[axis]), state, there);
      columns[axis] = after.minus(before).times(0.5 / STEP_MM);
    }
    return columns;
  }

  private static boolean isFelt(Optional<RigidBall.InState> there, Vector3 point) {
    return there.isPresent() && there.get().reaches(point.x(), point.y(), point.z());
  }
}
