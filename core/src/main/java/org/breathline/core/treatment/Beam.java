package org.breathline.core.treatment;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.breathline.core.geometry.Vector3;

/**
 * A beam of photons: where it comes from, what shapes it, and how many monitor units it gives in a
 * fraction. Nothing moves relative to the isocentre but what the control points say.
 *
 * @param number unique in its plan, at least 0
 * @param name what people call it
 * @param machine the machine's name
 * @param quality its photons
 * @param sourceAxisMm distance from source to isocentre, mm, above 0
 * @param position how the patient lies
 * @param isocentre LPS mm
 * @param monitorUnits in one fraction, at least 0
 * @param doseRate monitor units a minute, where the plan says so
 * @param accessories what else is in the beam
 * @param controlPoints at least two; weights start at 0 and never fall
 */
public record Beam(
    int number,
    String name,
    String machine,
    BeamQuality quality,
    double sourceAxisMm,
    PatientPosition position,
    Vector3 isocentre,
    double monitorUnits,
    OptionalDouble doseRate,
    Set<Accessory> accessories,
    List<ControlPoint> controlPoints) {

  /** Checks it; throws {@link IllegalArgumentException} in words. */
  public Beam {
    accessories = Set.copyOf(accessories);
    controlPoints = List.copyOf(controlPoints);
    if (controlPoints.size() < 2) {
      throw new IllegalArgumentException("a beam needs at least two control points");
    }
    if (!(monitorUnits >= 0) || !(sourceAxisMm > 0)) {
      throw new IllegalArgumentException(
          "a beam of %s monitor units from %s mm".formatted(monitorUnits, sourceAxisMm));
    }
    double before = 0;
    for (ControlPoint point : controlPoints) {
      if (point.cumulativeWeight() < before) {
        throw new IllegalArgumentException(
            "the cumulative weights fall from %s to %s"
                .formatted(before, point.cumulativeWeight()));
      }
      before = point.cumulativeWeight();
    }
    if (controlPoints.getFirst().cumulativeWeight() != 0 || !(before > 0)) {
      throw new IllegalArgumentException(
          "the cumulative weights go from %s to %s; expected from 0 to more than 0"
              .formatted(controlPoints.getFirst().cumulativeWeight(), before));
    }
  }

  /** The beam with other monitor units. */
  public Beam withMonitorUnits(double units) {
    return new Beam(
        number,
        name,
        machine,
        quality,
        sourceAxisMm,
        position,
        isocentre,
        units,
        doseRate,
        accessories,
        controlPoints);
  }

  /** The weight of the whole beam, in the unit of the control points' weights; above 0. */
  public double finalWeight() {
    return controlPoints.getLast().cumulativeWeight();
  }

  /** Where the beam stands at a control point. */
  public BeamFrame frame(ControlPoint point) {
    return frame(point.gantry().degrees(), point.collimator().degrees(), point.couch().degrees());
  }

  BeamFrame frame(double gantryDeg, double collimatorDeg, double couchDeg) {
    return BeamFrame.of(isocentre, sourceAxisMm, position, gantryDeg, collimatorDeg, couchDeg);
  }

  /** What moves while the beam is on. */
  public Technique technique() {
    boolean shapeMoves = false;
    int apertures = 0;
    for (int i = 0; i + 1 < controlPoints.size(); i++) {
      ControlPoint from = controlPoints.get(i);
      ControlPoint to = controlPoints.get(i + 1);
      if (to.cumulativeWeight() > from.cumulativeWeight()) {
        if (from.turnTo(to) > 0) {
          return Technique.ARC;
        }
        shapeMoves |= from.aperture().farthestMm(to.aperture()) > 0;
        apertures++;
      }
    }
    if (shapeMoves) {
      return Technique.SLIDING_WINDOW;
    }
    return apertures > 1 && shapes() > 1 ? Technique.STEP_AND_SHOOT : Technique.STATIC;
  }

  private long shapes() {
    return controlPoints.stream().map(ControlPoint::aperture).distinct().count();
  }

  /**
   * The beam as standing segments, in the order of delivery; their monitor units sum to the beam's.
   * What moves is taken where it is half-way through each of them. Consecutive segments under the
   * same gantry angle share one frame, so that their fluence can be added before a dose is
   * calculated.
   */
  public List<Segment> segments(SegmentSampling sampling) {
    return new BeamSampler(this, sampling).segments();
  }
}
