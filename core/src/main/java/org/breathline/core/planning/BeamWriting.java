package org.breathline.core.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.breathline.core.planning.sequencing.LeafShape;
import org.breathline.core.planning.sequencing.LeafSweep;
import org.breathline.core.planning.sequencing.WeightedShape;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.ControlPoint;
import org.breathline.core.treatment.Jaws;

/** Writes segments and sweeps as beams with control points. */
final class BeamWriting {

  private final PlanRequest request;

  BeamWriting(PlanRequest request) {
    this.request = request;
  }

  /** A beam of segments with weights in monitor units of a fraction, the jaws around them all. */
  Beam ofSegments(PlanBeam beam, List<WeightedShape> segments) {
    Jaws jaws = around(segments.stream().map(WeightedShape::shape).toList());
    boolean parks = request.machine().limits().interdigitation();
    List<Aperture> apertures = new ArrayList<>();
    double[] units = new double[segments.size()];
    for (int segment = 0; segment < units.length; segment++) {
      apertures.add(segments.get(segment).shape().aperture(jaws, parks));
      units[segment] = segments.get(segment).weight();
    }
    return ofApertures(beam, apertures, units);
  }

  /** A beam of apertures one after the other. */
  Beam ofApertures(PlanBeam beam, List<Aperture> apertures, double[] monitorUnits) {
    List<ControlPoint> points = new ArrayList<>();
    double given = 0;
    for (int i = 0; i < monitorUnits.length; i++) {
      points.add(beam.at(given, apertures.get(i)));
      given += monitorUnits[i];
      points.add(beam.at(given, apertures.get(i)));
    }
    return beam(beam, given, points);
  }

  /** A beam whose leaves move all the time. */
  Beam ofSweep(PlanBeam beam, LeafSweep sweep) {
    Jaws jaws = around(sweep.moments());
    List<ControlPoint> points = new ArrayList<>();
    int steps = sweep.moments().size() - 1;
    for (int moment = 0; moment <= steps; moment++) {
      points.add(
          beam.at(
              sweep.weight() * moment / steps, sweep.moments().get(moment).aperture(jaws, false)));
    }
    return beam(beam, sweep.weight(), points);
  }

  private static Jaws around(List<LeafShape> shapes) {
    double x1 = Double.POSITIVE_INFINITY;
    double x2 = Double.NEGATIVE_INFINITY;
    double y1 = Double.POSITIVE_INFINITY;
    double y2 = Double.NEGATIVE_INFINITY;
    for (LeafShape shape : shapes) {
      if (shape.areaMm2() > 0) {
        Jaws jaws = shape.jaws();
        x1 = Math.min(x1, jaws.x1Mm());
        x2 = Math.max(x2, jaws.x2Mm());
        y1 = Math.min(y1, jaws.y1Mm());
        y2 = Math.max(y2, jaws.y2Mm());
      }
    }
    return new Jaws(x1, x2, y1, y2);
  }

  private Beam beam(PlanBeam beam, double monitorUnits, List<ControlPoint> points) {
    DeliveryMachine machine = request.machine();
    return new Beam(
        beam.number(),
        String.format(Locale.ROOT, "G%03.0f", beam.gantryDeg()),
        machine.name(),
        machine.quality(),
        machine.sourceAxisMm(),
        request.position(),
        beam.frame().isocentre(),
        monitorUnits,
        OptionalDouble.of(machine.doseRate()),
        Set.of(),
        points);
  }
}
