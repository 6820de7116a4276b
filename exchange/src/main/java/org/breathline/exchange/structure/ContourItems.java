package org.breathline.exchange.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.Contour;
import org.breathline.core.structure.DisplayColour;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;

/** The contours and points of one structure, as items of ROI Contour Sequence hold them. */
final class ContourItems {

  /** The ends of an open contour that are this close to each other meet, mm. */
  private static final double MEETING_MM = 0.5;

  /** Points may be so far from their plane, mm. */
  private static final double PLANAR_MM = 0.5;

  private final int number;
  private final List<StructureFinding> findings;
  private final Set<String> images;
  private final List<Contour> contours = new ArrayList<>();
  private final List<Vector3> points = new ArrayList<>();
  private Optional<DisplayColour> colour = Optional.empty();

  /**
   * For one structure.
   *
   * @param number of the structure, for messages
   * @param findings receives what was tolerated
   * @param images receives the UIDs of the images that contours name
   */
  ContourItems(int number, List<StructureFinding> findings, Set<String> images) {
    this.number = number;
    this.findings = findings;
    this.images = images;
  }

  List<Contour> contours() {
    return contours;
  }

  List<Vector3> points() {
    return points;
  }

  Optional<DisplayColour> colour() {
    return colour;
  }

  boolean isEmpty() {
    return contours.isEmpty() && points.isEmpty();
  }

  /** Adds the contours of an item of ROI Contour Sequence. */
  void add(Dataset item) throws DicomException {
    int[] rgb = item.integers(Tag.ROI_DISPLAY_COLOR);
    if (StructureSetReader.isColour(rgb)) {
      colour = Optional.of(new DisplayColour(rgb[0], rgb[1], rgb[2]));
    }
    for (Dataset contour : item.items(Tag.CONTOUR_SEQUENCE)) {
      addContour(contour);
    }
  }

  private void addContour(Dataset contour) throws DicomException {
    double[] data = contour.decimals(Tag.CONTOUR_DATA);
    if (data.length % 3 != 0) {
      throw contour.problem(
          Tag.CONTOUR_DATA,
          "expected three coordinates a point, found " + data.length + " numbers");
    }
    for (double coordinate : data) {
      if (!Double.isFinite(coordinate)) {
        throw contour.problem(Tag.CONTOUR_DATA, "expected finite coordinates");
      }
    }
    for (Dataset image : contour.items(Tag.CONTOUR_IMAGE_SEQUENCE)) {
      image.string(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(images::add);
    }
    OptionalInt said = contour.integer(Tag.NUMBER_OF_CONTOUR_POINTS);
    if (said.isPresent() && said.getAsInt() != data.length / 3) {
      say(
          StructureFinding.Kind.POINT_COUNT,
          "a contour says %d points and has %d; those that it has are taken"
              .formatted(said.getAsInt(), data.length / 3));
    }
    String type = contour.string(Tag.CONTOUR_GEOMETRIC_TYPE).orElse("CLOSED_PLANAR");
    switch (type) {
      case "POINT" -> addPoints(data);
      case "OPEN_PLANAR", "OPEN_NONPLANAR" -> addOpen(data);
      default -> addClosed(data);
    }
  }

  private void addPoints(double[] data) {
    for (int i = 0; i < data.length; i += 3) {
      points.add(new Vector3(data[i], data[i + 1], data[i + 2]));
    }
  }

  private void addOpen(double[] data) {
    int last = data.length - 3;
    boolean meets =
        data.length >= 12
            && Math.hypot(
                    Math.hypot(data[0] - data[last], data[1] - data[last + 1]),
                    data[2] - data[last + 2])
                <= MEETING_MM;
    say(
        StructureFinding.Kind.OPEN_CONTOUR,
        meets
            ? "an open contour whose ends meet is taken as closed"
            : "an open contour bounds nothing and is left out");
    if (meets) {
      addClosed(Arrays.copyOf(data, last));
    }
  }

  private void addClosed(double[] data) {
    if (data.length < 9) {
      say(
          StructureFinding.Kind.TOO_FEW_POINTS,
          "a closed contour of %d points is left out".formatted(data.length / 3));
      return;
    }
    Contour contour = Contour.ofCoordinates(data);
    if (contour.planeErrorMm() > PLANAR_MM) {
      say(
          StructureFinding.Kind.NOT_PLANAR,
          "a contour whose points are up to %.1f mm off their plane is left out"
              .formatted(contour.planeErrorMm()));
      return;
    }
    contours.add(contour);
  }

  private void say(StructureFinding.Kind kind, String words) {
    findings.add(new StructureFinding(kind, "structure number %d: %s".formatted(number, words)));
  }
}
