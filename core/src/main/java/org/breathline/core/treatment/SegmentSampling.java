package org.breathline.core.treatment;

/**
 * How finely a moving beam is cut into standing segments.
 *
 * @param leafStepMm no jaw or leaf moves farther than this within a segment, mm, above 0
 * @param turnDeg gantry, collimator and couch together turn by no more than this under one frame,
 *     degrees, above 0
 */
public record SegmentSampling(double leafStepMm, double turnDeg) {

  /**
   * Leaves move by at most 2 mm, the gantry by at most 2 degrees: the distance of control points
   * that planning systems make arcs of.
   */
  public static final SegmentSampling USUAL = new SegmentSampling(2, 2);

  /** Checks that both are above 0. */
  public SegmentSampling {
    if (!(leafStepMm > 0) || !(turnDeg > 0)) {
      throw new IllegalArgumentException(
          "steps of %s mm and %s degrees".formatted(leafStepMm, turnDeg));
    }
  }
}
