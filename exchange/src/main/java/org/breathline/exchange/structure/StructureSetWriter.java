package org.breathline.exchange.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.Contour;
import org.breathline.core.structure.DisplayColour;
import org.breathline.core.structure.Structure;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.StudyHeader;

/**
 * Writes RT Structure Sets (PS3.3, A.19): each contour as CLOSED_PLANAR with the image it lies on.
 * Implicit VR, because in explicit VR a decimal string holds at most 64 KiB, which a long contour
 * exceeds. Coordinates are written to a thousandth of a mm.
 */
public final class StructureSetWriter {

  private static final double PER_MM = 1000;

  /** Detached Study Management, retired but what everybody refers to a study with. */
  private static final String STUDY_CLASS = "1.2.840.10008.3.1.2.3.1";

  private static final int SHORT_STRING = 16;
  private static final int LONG_STRING = 64;

  private final StructureSetContext context;
  private final List<CtSlice> slices;
  private final Vector3 normal;
  private final double reachMm;

  private StructureSetWriter(StructureSetContext context) {
    this.context = context;
    this.slices =
        context.slices().stream().sorted(Comparator.comparingDouble(CtSlice::positionMm)).toList();
    this.normal = slices.getFirst().geometry().orientation().normal();
    double extent = slices.getLast().positionMm() - slices.getFirst().positionMm();
    // A little more than half a slice: contours drawn between two slices lie on one of them.
    this.reachMm = slices.size() == 1 ? 1 : 0.51 * extent / (slices.size() - 1);
  }

  /**
   * Writes a file.
   *
   * @throws IllegalArgumentException if two structures have the same number
   */
  public static void write(Path file, StructureSetContext context, List<Structure> structures)
      throws IOException {
    DicomWriter.write(file, compose(context, structures), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
  }

  /**
   * Composes the data set.
   *
   * @throws IllegalArgumentException if two structures have the same number
   */
  public static Dataset compose(StructureSetContext context, List<Structure> structures) {
    Set<Integer> numbers = new HashSet<>();
    for (Structure structure : structures) {
      if (!numbers.add(structure.number())) {
        throw new IllegalArgumentException("two structures of number " + structure.number());
      }
    }
    return new StructureSetWriter(context).object(structures);
  }

  private Dataset object(List<Structure> structures) {
    Dataset object = StudyHeader.of(context.header());
    String frame =
        object
            .string(Tag.FRAME_OF_REFERENCE_UID)
            .orElseGet(() -> Uid.fromName(slices.getFirst().seriesUid() + "|frame"));
    object.setString(Tag.FRAME_OF_REFERENCE_UID, frame);
    LocalDateTime created = context.created();
    String date = DicomDate.format(created.toLocalDate());
    String time = DicomTime.format(created.toLocalTime().toNanoOfDay() / 1e9);
    String made =
        String.join(
            "|",
            "structures",
            slices.getFirst().seriesUid(),
            context.label(),
            created.toString(),
            Integer.toHexString(structures.hashCode()));
    object.setString(Tag.SOP_CLASS_UID, SopClass.RT_STRUCTURE_SET);
    object.setString(Tag.SOP_INSTANCE_UID, Uid.fromName(made + "|instance"));
    object.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName(made + "|series"));
    object.setString(Tag.MODALITY, "RTSTRUCT");
    object.setString(Tag.SERIES_NUMBER);
    object.setString(Tag.SERIES_DESCRIPTION, context.description());
    object.setString(Tag.OPERATORS_NAME);
    object.setString(Tag.INSTANCE_CREATION_DATE, date);
    object.setString(Tag.INSTANCE_CREATION_TIME, time);
    object.setString(Tag.STRUCTURE_SET_LABEL, context.label());
    object.setString(Tag.STRUCTURE_SET_DATE, date);
    object.setString(Tag.STRUCTURE_SET_TIME, time);
    object.setItems(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE, List.of(references(frame)));
    object.setItems(
        Tag.STRUCTURE_SET_ROI_SEQUENCE, structures.stream().map(s -> roi(s, frame)).toList());
    object.setItems(Tag.ROI_CONTOUR_SEQUENCE, structures.stream().map(this::contours).toList());
    object.setItems(
        Tag.RT_ROI_OBSERVATIONS_SEQUENCE,
        structures.stream().map(StructureSetWriter::observation).toList());
    object.setString(Tag.APPROVAL_STATUS, "UNAPPROVED");
    return object;
  }

  private Dataset references(String frame) {
    List<Dataset> images = slices.stream().map(StructureSetWriter::reference).toList();
    Dataset series =
        new Dataset()
            .setString(Tag.SERIES_INSTANCE_UID, slices.getFirst().seriesUid())
            .setItems(Tag.CONTOUR_IMAGE_SEQUENCE, images);
    Dataset study =
        new Dataset()
            .setString(Tag.REFERENCED_SOP_CLASS_UID, STUDY_CLASS)
            .setString(Tag.REFERENCED_SOP_INSTANCE_UID, slices.getFirst().studyUid())
            .setItems(Tag.RT_REFERENCED_SERIES_SEQUENCE, List.of(series));
    return new Dataset()
        .setString(Tag.FRAME_OF_REFERENCE_UID, frame)
        .setItems(Tag.RT_REFERENCED_STUDY_SEQUENCE, List.of(study));
  }

  private static Dataset reference(CtSlice slice) {
    return new Dataset()
        .setString(Tag.REFERENCED_SOP_CLASS_UID, SopClass.CT_IMAGE)
        .setString(Tag.REFERENCED_SOP_INSTANCE_UID, slice.sopInstanceUid());
  }

  private Dataset roi(Structure structure, String frame) {
    return new Dataset()
        .setInteger(Tag.ROI_NUMBER, structure.number())
        .setString(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, frame)
        .setString(Tag.ROI_NAME, shortened(structure.name(), LONG_STRING))
        .setString(Tag.ROI_GENERATION_ALGORITHM, context.algorithm().name());
  }

  private static String shortened(String words, int most) {
    String plain = words.replace('\\', '/');
    return plain.length() <= most ? plain : plain.substring(0, most);
  }

  private Dataset contours(Structure structure) {
    DisplayColour colour = structure.colour();
    List<Dataset> items = new ArrayList<>();
    for (Contour contour : structure.contours()) {
      items.add(item("CLOSED_PLANAR", contour.coordinates(), items.size() + 1));
    }
    for (Vector3 point : structure.points()) {
      items.add(item("POINT", new double[] {point.x(), point.y(), point.z()}, items.size() + 1));
    }
    Dataset contours =
        new Dataset()
            .setInteger(Tag.ROI_DISPLAY_COLOR, colour.red(), colour.green(), colour.blue())
            .setInteger(Tag.REFERENCED_ROI_NUMBER, structure.number());
    if (!items.isEmpty()) {
      contours.setItems(Tag.CONTOUR_SEQUENCE, items);
    }
    return contours;
  }

  private Dataset item(String type, double[] coordinates, int number) {
    Dataset item =
        new Dataset()
            .setInteger(Tag.CONTOUR_NUMBER, number)
            .setString(Tag.CONTOUR_GEOMETRIC_TYPE, type)
            .setInteger(Tag.NUMBER_OF_CONTOUR_POINTS, coordinates.length / 3)
            .setDecimal(
                Tag.CONTOUR_DATA,
                Arrays.stream(coordinates).map(c -> Math.rint(c * PER_MM) / PER_MM).toArray());
    Vector3 first = new Vector3(coordinates[0], coordinates[1], coordinates[2]);
    slice(first.dot(normal))
        .ifPresent(s -> item.setItems(Tag.CONTOUR_IMAGE_SEQUENCE, List.of(reference(s))));
    return item;
  }

  /** The image that a place along the normal is on. */
  private Optional<CtSlice> slice(double positionMm) {
    return slices.stream()
        .min(Comparator.comparingDouble(s -> Math.abs(s.positionMm() - positionMm)))
        .filter(s -> Math.abs(s.positionMm() - positionMm) <= reachMm);
  }

  private static Dataset observation(Structure structure) {
    return new Dataset()
        .setInteger(Tag.OBSERVATION_NUMBER, structure.number())
        .setInteger(Tag.REFERENCED_ROI_NUMBER, structure.number())
        .setString(Tag.ROI_OBSERVATION_LABEL, shortened(structure.type().name(), SHORT_STRING))
        .setString(Tag.RT_ROI_INTERPRETED_TYPE, InterpretedType.term(structure.type()))
        .setString(Tag.ROI_INTERPRETER);
  }
}
