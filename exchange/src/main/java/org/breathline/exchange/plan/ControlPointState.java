package org.breathline.exchange.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.ControlPoint;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.MultileafCollimator.Travel;
import org.breathline.core.treatment.Rotation;
import org.breathline.core.treatment.Rotation.Direction;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.RadiotherapyTag;
import org.jspecify.annotations.Nullable;

/**
 * What is set at a control point: each one says only what has changed since the one before it
 * (PS3.3, C.8.8.14.5).
 */
final class ControlPointState {

  /** A pair of jaws that a machine doesn't have is open as wide as any field goes, mm. */
  private static final double WIDE_MM = 200;

  private static final double FULL_TURN = 360;

  private final int number;
  private final List<PlanFinding> findings;
  private final @Nullable MultileafCollimator collimator;
  private final Map<String, double[]> positions = new HashMap<>();
  private final Angle gantry =
      new Angle(
          RadiotherapyTag.GANTRY_ANGLE, RadiotherapyTag.GANTRY_ROTATION_DIRECTION, "CW", "gantry");
  // Seen from the source and from above, these IEC 61217 angles grow counter-clockwise.
  private final Angle device =
      new Angle(
          RadiotherapyTag.BEAM_LIMITING_DEVICE_ANGLE,
          RadiotherapyTag.BEAM_LIMITING_DEVICE_ROTATION_DIRECTION,
          "CC",
          "collimator");
  private final Angle couch =
      new Angle(
          RadiotherapyTag.PATIENT_SUPPORT_ANGLE,
          RadiotherapyTag.PATIENT_SUPPORT_ROTATION_DIRECTION,
          "CC",
          "couch");
  private double weight;
  private boolean weighted;

  ControlPointState(Dataset beam, int number, List<PlanFinding> findings) throws DicomException {
    this.number = number;
    this.findings = findings;
    MultileafCollimator found = null;
    for (Dataset limiting : beam.items(RadiotherapyTag.BEAM_LIMITING_DEVICE_SEQUENCE)) {
      String type = type(limiting);
      if (type.startsWith("MLC")) {
        if (found != null || type.length() != 4) {
          throw limiting.problem(
              RadiotherapyTag.RT_BEAM_LIMITING_DEVICE_TYPE,
              "beam %d: one layer of leaves is supported, no more".formatted(number));
        }
        found = collimator(limiting, type);
      }
    }
    this.collimator = found;
  }

  private static MultileafCollimator collimator(Dataset limiting, String type)
      throws DicomException {
    double[] boundaries = limiting.decimals(RadiotherapyTag.LEAF_POSITION_BOUNDARIES);
    int pairs = limiting.requireInteger(RadiotherapyTag.NUMBER_OF_LEAF_JAW_PAIRS);
    if (boundaries.length != pairs + 1) {
      throw limiting.problem(
          RadiotherapyTag.LEAF_POSITION_BOUNDARIES,
          "expected %d boundaries of %d pairs, found %d"
              .formatted(pairs + 1, pairs, boundaries.length));
    }
    try {
      return new MultileafCollimator(type.equals("MLCX") ? Travel.X : Travel.Y, boundaries);
    } catch (IllegalArgumentException e) {
      throw limiting.problem(
          RadiotherapyTag.LEAF_POSITION_BOUNDARIES, String.valueOf(e.getMessage()));
    }
  }

  private static String type(Dataset limiting) throws DicomException {
    String type = limiting.requireString(RadiotherapyTag.RT_BEAM_LIMITING_DEVICE_TYPE);
    return switch (type) {
      case "X", "ASYMX" -> "X";
      case "Y", "ASYMY" -> "Y";
      case "MLCX", "MLCY", "MLCX1", "MLCX2" -> type;
      default ->
          throw limiting.problem(
              RadiotherapyTag.RT_BEAM_LIMITING_DEVICE_TYPE,
              "expected X, Y, ASYMX, ASYMY, MLCX or MLCY");
    };
  }

  /** Takes over what an item says. */
  void apply(Dataset point) throws DicomException {
    for (Dataset limiting : point.items(RadiotherapyTag.BEAM_LIMITING_DEVICE_POSITION_SEQUENCE)) {
      String type = type(limiting);
      double[] values = limiting.decimals(RadiotherapyTag.LEAF_JAW_POSITIONS);
      boolean leaves = type.startsWith("MLC");
      int expected = leaves && collimator != null ? 2 * collimator.pairs() : 2;
      if ((leaves && collimator == null) || values.length != expected) {
        throw limiting.problem(
            RadiotherapyTag.LEAF_JAW_POSITIONS,
            "expected %d positions, found %d".formatted(expected, values.length));
      }
      positions.put(leaves ? "MLC" : type, values);
    }
    gantry.apply(point);
    device.apply(point);
    couch.apply(point);
    OptionalDouble given = point.decimal(RadiotherapyTag.CUMULATIVE_METERSET_WEIGHT);
    if (given.isEmpty() && !weighted) {
      throw point.problem(
          RadiotherapyTag.CUMULATIVE_METERSET_WEIGHT, "the first control point has no weight");
    }
    weight = given.orElse(weight);
    weighted = true;
  }

  /** What is set now, nothing turning any more. */
  ControlPoint controlPoint() {
    return new ControlPoint(
        weight,
        Rotation.at(gantry.degrees),
        Rotation.at(device.degrees),
        Rotation.at(couch.degrees),
        aperture());
  }

  /** What is set now, with what turns on the way to a next control point. */
  ControlPoint controlPointBefore(Dataset next) throws DicomException {
    double nextWeight = next.decimal(RadiotherapyTag.CUMULATIVE_METERSET_WEIGHT).orElse(weight);
    boolean on = nextWeight > weight;
    return new ControlPoint(
        weight,
        gantry.rotation(next, on),
        device.rotation(next, on),
        couch.rotation(next, on),
        aperture());
  }

  private Aperture aperture() {
    double[] x = positions.getOrDefault("X", new double[] {-WIDE_MM, WIDE_MM});
    double[] y = positions.getOrDefault("Y", new double[] {-WIDE_MM, WIDE_MM});
    Jaws jaws = new Jaws(x[0], x[1], y[0], y[1]);
    double[] tips = positions.get("MLC");
    if (collimator == null || tips == null) {
      return Aperture.of(jaws);
    }
    int pairs = collimator.pairs();
    return Aperture.of(
        jaws,
        new LeafPositions(
            collimator, Arrays.copyOf(tips, pairs), Arrays.copyOfRange(tips, pairs, 2 * pairs)));
  }

  /** An angle and which way it turns. */
  private final class Angle {

    private final int tag;
    private final int directionTag;
    private final String rising;
    private final String name;
    private double degrees;
    private String direction = "NONE";

    Angle(int tag, int directionTag, String rising, String name) {
      this.tag = tag;
      this.directionTag = directionTag;
      this.rising = rising;
      this.name = name;
    }

    void apply(Dataset point) throws DicomException {
      degrees = point.decimal(tag).orElse(degrees);
      Optional<String> said = point.string(directionTag);
      if (said.isPresent()) {
        direction = said.get();
      }
    }

    Rotation rotation(Dataset next, boolean beamOn) throws DicomException {
      double to = next.decimal(tag).orElse(degrees);
      if (!beamOn || to == degrees) {
        return Rotation.at(degrees);
      }
      if (direction.equals("CW") || direction.equals("CC")) {
        return new Rotation(
            degrees, direction.equals(rising) ? Direction.RISING : Direction.FALLING);
      }
      double up = ((to - degrees) % FULL_TURN + FULL_TURN) % FULL_TURN;
      findings.add(
          new PlanFinding(
              PlanFinding.Kind.NO_DIRECTION,
              "beam %d: the %s turns from %s to %s degrees without a direction: the shorter way is taken"
                  .formatted(number, name, degrees, to)));
      return new Rotation(degrees, up <= FULL_TURN / 2 ? Direction.RISING : Direction.FALLING);
    }
  }
}
