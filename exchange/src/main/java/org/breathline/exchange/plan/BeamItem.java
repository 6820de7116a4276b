package org.breathline.exchange.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.treatment.Accessory;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.BeamQuality;
import org.breathline.core.treatment.ControlPoint;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.RadiotherapyTag;

/** One item of Beam Sequence (PS3.3, C.8.8.14) as a beam. */
final class BeamItem {

  /** Angles of the table that are this small are none, degrees. */
  private static final double LEVEL_DEG = 1e-3;

  /** An isocentre that moves by no more is taken as standing, mm. */
  private static final double STANDING_MM = 0.01;

  private final Dataset item;
  private final int number;
  private final List<PlanFinding> findings;

  BeamItem(Dataset item, int number, List<PlanFinding> findings) {
    this.item = item;
    this.number = number;
    this.findings = findings;
  }

  /** Reads the beam with its monitor units of a fraction. */
  Beam read(double monitorUnits, PatientPosition position) throws DicomException {
    String radiation = item.requireString(RadiotherapyTag.RADIATION_TYPE);
    if (!radiation.equals("PHOTON")) {
      throw item.problem(
          RadiotherapyTag.RADIATION_TYPE,
          "beam %d is not of photons; only photon beams are supported".formatted(number));
    }
    String unit = item.string(RadiotherapyTag.PRIMARY_DOSIMETER_UNIT).orElse("MU");
    if (!unit.equals("MU")) {
      throw item.problem(
          RadiotherapyTag.PRIMARY_DOSIMETER_UNIT,
          "beam %d is not given by monitor units".formatted(number));
    }
    List<Dataset> points = item.items(RadiotherapyTag.CONTROL_POINT_SEQUENCE);
    if (points.isEmpty()) {
      throw item.problem(
          RadiotherapyTag.CONTROL_POINT_SEQUENCE, "beam %d is empty".formatted(number));
    }
    int said = item.integer(RadiotherapyTag.NUMBER_OF_CONTROL_POINTS).orElse(points.size());
    if (said != points.size()) {
      findings.add(
          new PlanFinding(
              PlanFinding.Kind.COUNT,
              "beam %d says %d control points and has %d; those that it has are taken"
                  .formatted(number, said, points.size())));
    }
    requireStanding(points);
    try {
      return new Beam(
          number,
          item.string(RadiotherapyTag.BEAM_NAME).orElse("beam " + number),
          item.string(RadiotherapyTag.TREATMENT_MACHINE_NAME).orElse(""),
          quality(points.getFirst()),
          item.decimal(RadiotherapyTag.SOURCE_AXIS_DISTANCE).orElse(1000),
          position,
          isocentre(points.getFirst()),
          monitorUnits,
          points.getFirst().decimal(RadiotherapyTag.DOSE_RATE_SET),
          accessories(points),
          controlPoints(points));
    } catch (IllegalArgumentException e) {
      throw item.problem(
          RadiotherapyTag.CONTROL_POINT_SEQUENCE, "beam %d: %s".formatted(number, e.getMessage()));
    }
  }

  private BeamQuality quality(Dataset first) throws DicomException {
    double energy = first.requireDecimal(RadiotherapyTag.NOMINAL_BEAM_ENERGY);
    boolean filterFree = false;
    for (Dataset mode : item.items(RadiotherapyTag.PRIMARY_FLUENCE_MODE_SEQUENCE)) {
      String id = mode.string(RadiotherapyTag.FLUENCE_MODE_ID).orElse("");
      boolean standard = mode.string(RadiotherapyTag.FLUENCE_MODE).orElse("").equals("STANDARD");
      if (!standard && !id.toUpperCase(Locale.ROOT).contains("FFF")) {
        throw mode.problem(
            RadiotherapyTag.FLUENCE_MODE, "beam %d has an unknown fluence".formatted(number));
      }
      filterFree = !standard;
    }
    return new BeamQuality(energy, filterFree);
  }

  private static Vector3 isocentre(Dataset first) throws DicomException {
    double[] at = first.requireDecimals(RadiotherapyTag.ISOCENTER_POSITION, 3);
    for (double coordinate : at) {
      if (!Double.isFinite(coordinate)) {
        throw first.problem(RadiotherapyTag.ISOCENTER_POSITION, "expected finite coordinates");
      }
    }
    return new Vector3(at[0], at[1], at[2]);
  }

  /** Refuses what moves or tilts and is not modelled. */
  private void requireStanding(List<Dataset> points) throws DicomException {
    Vector3 isocentre = isocentre(points.getFirst());
    OptionalDouble energy = points.getFirst().decimal(RadiotherapyTag.NOMINAL_BEAM_ENERGY);
    for (Dataset point : points) {
      for (int tag :
          new int[] {
            RadiotherapyTag.TABLE_TOP_PITCH_ANGLE,
            RadiotherapyTag.TABLE_TOP_ROLL_ANGLE,
            RadiotherapyTag.TABLE_TOP_ECCENTRIC_ANGLE,
            RadiotherapyTag.GANTRY_PITCH_ANGLE
          }) {
        if (Math.abs(point.decimal(tag).orElse(0)) > LEVEL_DEG) {
          throw point.problem(tag, "beam %d: a tilt is not supported".formatted(number));
        }
      }
      boolean elsewhere =
          point.decimals(RadiotherapyTag.ISOCENTER_POSITION).length == 3
              && isocentre(point).minus(isocentre).length() > STANDING_MM;
      if (elsewhere) {
        throw point.problem(
            RadiotherapyTag.ISOCENTER_POSITION,
            "beam %d: an isocentre that moves is not supported".formatted(number));
      }
      OptionalDouble other = point.decimal(RadiotherapyTag.NOMINAL_BEAM_ENERGY);
      if (other.isPresent() && !other.equals(energy)) {
        throw point.problem(
            RadiotherapyTag.NOMINAL_BEAM_ENERGY,
            "beam %d: an energy that changes is not supported".formatted(number));
      }
    }
  }

  private List<ControlPoint> controlPoints(List<Dataset> points) throws DicomException {
    var state = new ControlPointState(item, number, findings);
    List<ControlPoint> read = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      state.apply(points.get(i));
      boolean last = i + 1 == points.size();
      read.add(last ? state.controlPoint() : state.controlPointBefore(points.get(i + 1)));
    }
    return read;
  }

  private Set<Accessory> accessories(List<Dataset> points) throws DicomException {
    Set<Accessory> found = EnumSet.noneOf(Accessory.class);
    if (count(RadiotherapyTag.NUMBER_OF_WEDGES) && wedgeIsIn(points)) {
      found.add(Accessory.WEDGE);
    }
    if (count(RadiotherapyTag.NUMBER_OF_BLOCKS)) {
      found.add(Accessory.BLOCK);
    }
    if (count(RadiotherapyTag.NUMBER_OF_COMPENSATORS)) {
      found.add(Accessory.COMPENSATOR);
    }
    if (count(RadiotherapyTag.NUMBER_OF_BOLI)) {
      found.add(Accessory.BOLUS);
    }
    if (!item.items(RadiotherapyTag.APPLICATOR_SEQUENCE).isEmpty()) {
      found.add(Accessory.APPLICATOR);
    }
    for (Accessory accessory : found) {
      findings.add(
          new PlanFinding(
              PlanFinding.Kind.ACCESSORY,
              "beam %d has %s in it".formatted(number, accessory.words())));
    }
    return found;
  }

  private boolean count(int tag) throws DicomException {
    return item.integer(tag).orElse(0) > 0;
  }

  /** Whether a wedge is in the beam at any control point, or none says that it is out. */
  private static boolean wedgeIsIn(List<Dataset> points) {
    List<String> positions =
        points.stream()
            .flatMap(point -> point.items(RadiotherapyTag.WEDGE_POSITION_SEQUENCE).stream())
            .map(wedge -> wedge.string(RadiotherapyTag.WEDGE_POSITION).orElse("IN"))
            .toList();
    return positions.isEmpty() || positions.stream().anyMatch(place -> !place.equals("OUT"));
  }
}
