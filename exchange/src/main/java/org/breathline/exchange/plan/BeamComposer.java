package org.breathline.exchange.plan;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.ControlPoint;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.MultileafCollimator.Travel;
import org.breathline.core.treatment.Rotation;
import org.breathline.core.treatment.Technique;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.RadiotherapyTag;

/** A beam as an item of Beam Sequence; a control point says what differs from the one before it. */
final class BeamComposer {

  /** The number of the only patient set-up. */
  static final int SETUP = 1;

  private static final int LONG_STRING = 64;
  private static final int SHORT_STRING = 16;

  private BeamComposer() {}

  static Dataset item(Beam beam) {
    List<ControlPoint> points = beam.controlPoints();
    List<Dataset> items = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      Dataset item = new Dataset().setInteger(RadiotherapyTag.CONTROL_POINT_INDEX, i);
      item.setDecimal(RadiotherapyTag.CUMULATIVE_METERSET_WEIGHT, points.get(i).cumulativeWeight());
      if (i == 0) {
        setFirst(item, beam);
      } else {
        setChanges(item, points.get(i - 1), points.get(i));
      }
      items.add(item);
    }
    boolean moves = beam.technique() != Technique.STATIC;
    Dataset mode =
        new Dataset()
            .setString(
                RadiotherapyTag.FLUENCE_MODE,
                beam.quality().filterFree() ? "NON_STANDARD" : "STANDARD");
    if (beam.quality().filterFree()) {
      mode.setString(RadiotherapyTag.FLUENCE_MODE_ID, "FFF");
    }
    return new Dataset()
        .setItems(RadiotherapyTag.PRIMARY_FLUENCE_MODE_SEQUENCE, List.of(mode))
        .setString(RadiotherapyTag.TREATMENT_MACHINE_NAME, cut(beam.machine(), SHORT_STRING))
        .setString(RadiotherapyTag.PRIMARY_DOSIMETER_UNIT, "MU")
        .setDecimal(RadiotherapyTag.SOURCE_AXIS_DISTANCE, beam.sourceAxisMm())
        .setItems(RadiotherapyTag.BEAM_LIMITING_DEVICE_SEQUENCE, devices(beam))
        .setInteger(RadiotherapyTag.BEAM_NUMBER, beam.number())
        .setString(RadiotherapyTag.BEAM_NAME, cut(beam.name(), LONG_STRING))
        .setString(RadiotherapyTag.BEAM_TYPE, moves ? "DYNAMIC" : "STATIC")
        .setString(RadiotherapyTag.RADIATION_TYPE, "PHOTON")
        .setString(RadiotherapyTag.TREATMENT_DELIVERY_TYPE, "TREATMENT")
        .setInteger(RadiotherapyTag.NUMBER_OF_WEDGES, 0)
        .setInteger(RadiotherapyTag.NUMBER_OF_COMPENSATORS, 0)
        .setInteger(RadiotherapyTag.NUMBER_OF_BOLI, 0)
        .setInteger(RadiotherapyTag.NUMBER_OF_BLOCKS, 0)
        .setDecimal(RadiotherapyTag.FINAL_CUMULATIVE_METERSET_WEIGHT, beam.finalWeight())
        .setInteger(RadiotherapyTag.NUMBER_OF_CONTROL_POINTS, items.size())
        .setItems(RadiotherapyTag.CONTROL_POINT_SEQUENCE, items)
        .setInteger(RadiotherapyTag.REFERENCED_PATIENT_SETUP_NUMBER, SETUP)
        .setInteger(RadiotherapyTag.REFERENCED_TOLERANCE_TABLE_NUMBER, ToleranceTable.NUMBER);
  }

  private static String cut(String words, int most) {
    String plain = words.replace('\\', '/');
    return plain.length() <= most ? plain : plain.substring(0, most);
  }

  private static List<Dataset> devices(Beam beam) {
    List<Dataset> devices = new ArrayList<>();
    for (String type : new String[] {"ASYMX", "ASYMY"}) {
      devices.add(
          new Dataset()
              .setString(RadiotherapyTag.RT_BEAM_LIMITING_DEVICE_TYPE, type)
              .setInteger(RadiotherapyTag.NUMBER_OF_LEAF_JAW_PAIRS, 1));
    }
    beam.controlPoints()
        .getFirst()
        .aperture()
        .leaves()
        .map(LeafPositions::collimator)
        .ifPresent(collimator ->
            devices.add(
                new Dataset()
                    .setString(RadiotherapyTag.RT_BEAM_LIMITING_DEVICE_TYPE, type(collimator))
                    .setInteger(RadiotherapyTag.NUMBER_OF_LEAF_JAW_PAIRS, collimator.pairs())
                    .setDecimal(
                        RadiotherapyTag.LEAF_POSITION_BOUNDARIES, collimator.boundariesMm())));
    return devices;
  }

  private static String type(MultileafCollimator collimator) {
    return collimator.travel() == Travel.X ? "MLCX" : "MLCY";
  }

  private static void setFirst(Dataset item, Beam beam) {
    ControlPoint point = beam.controlPoints().getFirst();
    item.setDecimal(RadiotherapyTag.NOMINAL_BEAM_ENERGY, beam.quality().nominalMv());
    beam.doseRate().ifPresent(rate -> item.setDecimal(RadiotherapyTag.DOSE_RATE_SET, rate));
    List<Dataset> positions = new ArrayList<>(jaws(point.aperture().jaws()));
    point.aperture().leaves().ifPresent(leaves -> positions.add(leaves(leaves)));
    item.setItems(RadiotherapyTag.BEAM_LIMITING_DEVICE_POSITION_SEQUENCE, positions);
    setGantry(item, point.gantry());
    setDevice(item, point.collimator());
    setCouch(item, point.couch());
    item.setDecimal(RadiotherapyTag.TABLE_TOP_ECCENTRIC_ANGLE, 0);
    item.setString(RadiotherapyTag.TABLE_TOP_ECCENTRIC_ROTATION_DIRECTION, "NONE");
    item.setString(RadiotherapyTag.TABLE_TOP_VERTICAL_POSITION);
    item.setString(RadiotherapyTag.TABLE_TOP_LONGITUDINAL_POSITION);
    item.setString(RadiotherapyTag.TABLE_TOP_LATERAL_POSITION);
    item.setDecimal(
        RadiotherapyTag.ISOCENTER_POSITION,
        beam.isocentre().x(),
        beam.isocentre().y(),
        beam.isocentre().z());
  }

  private static void setChanges(Dataset item, ControlPoint before, ControlPoint point) {
    List<Dataset> positions = new ArrayList<>();
    Aperture aperture = point.aperture();
    if (!aperture.jaws().equals(before.aperture().jaws())) {
      positions.addAll(jaws(aperture.jaws()));
    }
    if (!aperture.leaves().equals(before.aperture().leaves())) {
      aperture.leaves().ifPresent(leaves -> positions.add(leaves(leaves)));
    }
    if (!positions.isEmpty()) {
      item.setItems(RadiotherapyTag.BEAM_LIMITING_DEVICE_POSITION_SEQUENCE, positions);
    }
    if (!point.gantry().equals(before.gantry())) {
      setGantry(item, point.gantry());
    }
    if (!point.collimator().equals(before.collimator())) {
      setDevice(item, point.collimator());
    }
    if (!point.couch().equals(before.couch())) {
      setCouch(item, point.couch());
    }
  }

  private static void setGantry(Dataset item, Rotation gantry) {
    item.setDecimal(RadiotherapyTag.GANTRY_ANGLE, gantry.degrees());
    item.setString(RadiotherapyTag.GANTRY_ROTATION_DIRECTION, direction(gantry, "CW", "CC"));
  }

  // Seen from the source and from above, the angles of these two grow counter-clockwise.

  private static void setDevice(Dataset item, Rotation device) {
    item.setDecimal(RadiotherapyTag.BEAM_LIMITING_DEVICE_ANGLE, device.degrees());
    item.setString(
        RadiotherapyTag.BEAM_LIMITING_DEVICE_ROTATION_DIRECTION, direction(device, "CC", "CW"));
  }

  private static void setCouch(Dataset item, Rotation couch) {
    item.setDecimal(RadiotherapyTag.PATIENT_SUPPORT_ANGLE, couch.degrees());
    item.setString(
        RadiotherapyTag.PATIENT_SUPPORT_ROTATION_DIRECTION, direction(couch, "CC", "CW"));
  }

  private static String direction(Rotation rotation, String rising, String falling) {
    return switch (rotation.direction()) {
      case NONE -> "NONE";
      case RISING -> rising;
      case FALLING -> falling;
    };
  }

  private static List<Dataset> jaws(Jaws jaws) {
    return List.of(
        position("ASYMX", jaws.x1Mm(), jaws.x2Mm()), position("ASYMY", jaws.y1Mm(), jaws.y2Mm()));
  }

  private static Dataset leaves(LeafPositions leaves) {
    int pairs = leaves.collimator().pairs();
    double[] tips = new double[2 * pairs];
    for (int pair = 0; pair < pairs; pair++) {
      tips[pair] = leaves.firstMm(pair);
      tips[pairs + pair] = leaves.secondMm(pair);
    }
    return position(type(leaves.collimator()), tips);
  }

  private static Dataset position(String type, double... positions) {
    return new Dataset()
        .setString(RadiotherapyTag.RT_BEAM_LIMITING_DEVICE_TYPE, type)
        .setDecimal(RadiotherapyTag.LEAF_JAW_POSITIONS, positions);
  }
}
