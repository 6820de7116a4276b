package org.breathline.core.treatment;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a beam into standing segments. Where it turns, the degrees turned since a stretch with the
 * beam on began are cut into equal bins, each with one frame, and each way between control points
 * into pieces that lie in one bin.
 */
final class BeamSampler {

  /** Decimals of a file are rounded: a step longer by this part is no reason for one more. */
  private static final double ROUNDING = 1e-9;

  private final Beam beam;
  private final SegmentSampling sampling;
  private final List<ControlPoint> points;
  private final List<Segment> segments = new ArrayList<>();
  private BeamFrame frame;

  BeamSampler(Beam beam, SegmentSampling sampling) {
    this.beam = beam;
    this.sampling = sampling;
    this.points = beam.controlPoints();
    this.frame = beam.frame(points.getFirst());
  }

  List<Segment> segments() {
    for (int i = 0; i + 1 < points.size(); i++) {
      if (turnsOn(i)) {
        int end = i + 1;
        while (end + 1 < points.size() && turnsOn(end)) {
          end++;
        }
        cutTurning(i, end);
        i = end - 1;
      } else if (weight(i) > 0) {
        BeamFrame standing = beam.frame(points.get(i));
        frame = standing.equals(frame) ? frame : standing;
        cutByLeaves(i, 0, 1);
      }
    }
    return List.copyOf(segments);
  }

  private double weight(int way) {
    return points.get(way + 1).cumulativeWeight() - points.get(way).cumulativeWeight();
  }

  private double turn(int way) {
    return points.get(way).turnTo(points.get(way + 1));
  }

  private boolean turnsOn(int way) {
    return weight(way) > 0 && turn(way) > 0;
  }

  /** Into how many equal pieces of at most a step. */
  private static int pieces(double length, double step) {
    return Math.max(1, (int) Math.ceil(length / step - ROUNDING));
  }

  /** Cuts the ways from a control point to another between which it always turns. */
  private void cutTurning(int first, int last) {
    double[] turned = new double[last - first + 1];
    for (int way = first; way < last; way++) {
      turned[way - first + 1] = turned[way - first] + turn(way);
    }
    double binDeg = turned[last - first] / pieces(turned[last - first], sampling.turnDeg());
    int used = -1;
    for (int way = first; way < last; way++) {
      double start = turned[way - first];
      double length = turned[way - first + 1] - start;
      double from = 0;
      for (int bin = (int) Math.floor(start / binDeg + ROUNDING); from < 1; bin++) {
        double to = ((bin + 1) * binDeg - start) / length;
        to = to > 1 - ROUNDING ? 1 : to;
        if (bin != used) {
          frame = frameAt((bin + 0.5) * binDeg, turned, first);
          used = bin;
        }
        cutByLeaves(way, from, to);
        from = to;
      }
    }
  }

  /** The frame where it has turned by so much. */
  private BeamFrame frameAt(double degrees, double[] turned, int first) {
    int way = 0;
    while (way + 2 < turned.length && turned[way + 1] < degrees) {
      way++;
    }
    ControlPoint from = points.get(first + way);
    ControlPoint to = points.get(first + way + 1);
    double fraction = (degrees - turned[way]) / (turned[way + 1] - turned[way]);
    return beam.frame(
        from.gantry().towards(to.gantry(), fraction),
        from.collimator().towards(to.collimator(), fraction),
        from.couch().towards(to.couch(), fraction));
  }

  private void cutByLeaves(int way, double from, double to) {
    Aperture first = points.get(way).aperture();
    Aperture last = points.get(way + 1).aperture();
    double travel = first.farthestMm(last) * (to - from);
    int count = pieces(travel, sampling.leafStepMm());
    double units = beam.monitorUnits() * weight(way) / beam.finalWeight() * (to - from);
    for (int piece = 0; piece < count; piece++) {
      double middle = from + (to - from) * (piece + 0.5) / count;
      Aperture aperture = travel == 0 ? first : first.towards(last, middle);
      segments.add(new Segment(frame, aperture, units / count));
    }
  }
}
