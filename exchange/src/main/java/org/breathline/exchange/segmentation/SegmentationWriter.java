package org.breathline.exchange.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.StructureType;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.StudyHeader;
import org.breathline.exchange.structure.StructureSetContext;

/**
 * Writes binary DICOM Segmentations (PS3.3, A.51): one bit a pixel, a frame for each slice that a
 * segment has voxels in, each with the image that it is on.
 */
public final class SegmentationWriter {

  private static final String ALGORITHM = "Breathline";

  private final StructureSetContext context;
  private final List<Segment> segments;
  private final SegmentBits bits;
  private final List<CtSlice> slices;

  private SegmentationWriter(StructureSetContext context, List<Segment> segments) {
    this.context = context;
    this.segments = segments;
    this.bits = new SegmentBits(segments);
    this.slices =
        context.slices().stream().sorted(Comparator.comparingDouble(CtSlice::positionMm)).toList();
    if (slices.size() != bits.grid().nz()) {
      throw new IllegalArgumentException(
          "%d images for a grid of %d slices".formatted(slices.size(), bits.grid().nz()));
    }
  }

  /**
   * Writes a file.
   *
   * @throws IllegalArgumentException if no segment has a voxel, or the images are not those of the
   *     segments' grid
   */
  public static void write(Path file, StructureSetContext context, List<Segment> segments)
      throws IOException {
    DicomWriter.write(file, compose(context, segments));
  }

  /**
   * Composes the data set.
   *
   * @throws IllegalArgumentException if no segment has a voxel, or the images are not those of the
   *     segments' grid
   */
  public static Dataset compose(StructureSetContext context, List<Segment> segments) {
    return new SegmentationWriter(context, segments).object();
  }

  private Dataset object() {
    Dataset object = StudyHeader.of(context.header());
    if (!object.contains(Tag.FRAME_OF_REFERENCE_UID)) {
      object.setString(
          Tag.FRAME_OF_REFERENCE_UID, Uid.fromName(slices.getFirst().seriesUid() + "|frame"));
    }
    byte[] pixels = bits.bytes();
    LocalDateTime created = context.created();
    String made =
        String.join(
            "|",
            "segmentation",
            slices.getFirst().seriesUid(),
            context.label(),
            created.toString(),
            Integer.toHexString(segments.hashCode()));
    object.setString(Tag.SOP_CLASS_UID, SopClass.SEGMENTATION);
    object.setString(Tag.SOP_INSTANCE_UID, Uid.fromName(made + "|instance"));
    object.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName(made + "|series"));
    object.setString(Tag.MODALITY, "SEG");
    object.setInteger(Tag.SERIES_NUMBER, 1);
    object.setString(Tag.SERIES_DESCRIPTION, context.description());
    object.setInteger(Tag.INSTANCE_NUMBER, 1);
    object.setString(Tag.CONTENT_DATE, DicomDate.format(created.toLocalDate()));
    object.setString(Tag.CONTENT_TIME, DicomTime.format(created.toLocalTime().toNanoOfDay() / 1e9));
    object.setString(Tag.IMAGE_TYPE, "DERIVED", "PRIMARY");
    object.setString(Tag.CONTENT_LABEL, context.label().replaceAll("[^A-Z0-9_ ]", "_"));
    object.setString(Tag.CONTENT_DESCRIPTION, context.description());
    object.setString(Tag.CONTENT_CREATOR_NAME);
    image(object);
    dimensions(object, made);
    object.setString(Tag.SEGMENTATION_TYPE, "BINARY");
    object.setItems(Tag.SEGMENT_SEQUENCE, segmentItems());
    object.setItems(Tag.REFERENCED_SERIES_SEQUENCE, List.of(referencedSeries()));
    object.setItems(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, List.of(shared()));
    object.setItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, perFrame());
    object.put(new BulkElement(Tag.PIXEL_DATA, Vr.OB, new BulkData.InMemory(pixels)));
    return object;
  }

  private void image(Dataset object) {
    Grid grid = bits.grid();
    object.setInteger(Tag.SAMPLES_PER_PIXEL, 1);
    object.setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
    object.setInteger(Tag.NUMBER_OF_FRAMES, bits.frames().size());
    object.setInteger(Tag.ROWS, grid.ny());
    object.setInteger(Tag.COLUMNS, grid.nx());
    object.setInteger(Tag.BITS_ALLOCATED, 1);
    object.setInteger(Tag.BITS_STORED, 1);
    object.setInteger(Tag.HIGH_BIT, 0);
    object.setInteger(Tag.PIXEL_REPRESENTATION, 0);
    object.setString(Tag.LOSSY_IMAGE_COMPRESSION, "00");
  }

  private static void dimensions(Dataset object, String made) {
    String organization = Uid.fromName(made + "|dimensions");
    object.setItems(
        Tag.DIMENSION_ORGANIZATION_SEQUENCE,
        List.of(new Dataset().setString(Tag.DIMENSION_ORGANIZATION_UID, organization)));
    object.setItems(
        Tag.DIMENSION_INDEX_SEQUENCE,
        List.of(
            dimension(
                organization, Tag.REFERENCED_SEGMENT_NUMBER, Tag.SEGMENT_IDENTIFICATION_SEQUENCE),
            dimension(organization, Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE)));
  }

  private static Dataset dimension(String organization, int pointer, int group) {
    return new Dataset()
        .setString(Tag.DIMENSION_ORGANIZATION_UID, organization)
        .setInteger(Tag.DIMENSION_INDEX_POINTER, pointer)
        .setInteger(Tag.FUNCTIONAL_GROUP_POINTER, group);
  }

  private List<Dataset> segmentItems() {
    List<Dataset> items = new ArrayList<>();
    for (Segment segment : segments) {
      Dataset item =
          new Dataset()
              .setInteger(Tag.SEGMENT_NUMBER, items.size() + 1)
              .setString(Tag.SEGMENT_LABEL, segment.name().replace('\\', '/'))
              .setString(Tag.SEGMENT_ALGORITHM_TYPE, context.algorithm().name())
              .setItems(
                  Tag.SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE, List.of(category(segment.type())))
              .setItems(Tag.SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE, List.of(kind(segment.type())));
      if (context.algorithm() != StructureSetContext.Algorithm.MANUAL) {
        item.setString(Tag.SEGMENT_ALGORITHM_NAME, ALGORITHM);
      }
      items.add(item);
    }
    return items;
  }

  /** CID 7150, Segmentation Property Categories. */
  private static Dataset category(StructureType type) {
    if (type.isTarget()) {
      return code("49755003", "SCT", "Morphologically Altered Structure");
    }
    return type == StructureType.ORGAN
        ? code("123037004", "SCT", "Anatomical Structure")
        : code("85756007", "SCT", "Tissue");
  }

  private static Dataset kind(StructureType type) {
    if (type.isTarget()) {
      return code("4147007", "SCT", "Mass");
    }
    return type == StructureType.ORGAN
        ? code("113343008", "SCT", "Organ")
        : code("85756007", "SCT", "Tissue");
  }

  private static Dataset code(String value, String scheme, String meaning) {
    return new Dataset()
        .setString(Tag.CODE_VALUE, value)
        .setString(Tag.CODING_SCHEME_DESIGNATOR, scheme)
        .setString(Tag.CODE_MEANING, meaning);
  }

  private Dataset referencedSeries() {
    return new Dataset()
        .setString(Tag.SERIES_INSTANCE_UID, slices.getFirst().seriesUid())
        .setItems(
            Tag.REFERENCED_INSTANCE_SEQUENCE,
            slices.stream().map(SegmentationWriter::reference).toList());
  }

  private static Dataset reference(CtSlice slice) {
    return new Dataset()
        .setString(Tag.REFERENCED_SOP_CLASS_UID, SopClass.CT_IMAGE)
        .setString(Tag.REFERENCED_SOP_INSTANCE_UID, slice.sopInstanceUid());
  }

  private Dataset shared() {
    Grid grid = bits.grid();
    Vector3 row = grid.orientation().row();
    Vector3 column = grid.orientation().column();
    return new Dataset()
        .setItems(
            Tag.PIXEL_MEASURES_SEQUENCE,
            List.of(
                new Dataset()
                    .setDecimal(Tag.PIXEL_SPACING, grid.spacing().y(), grid.spacing().x())
                    .setDecimal(Tag.SLICE_THICKNESS, grid.spacing().z())
                    .setDecimal(Tag.SPACING_BETWEEN_SLICES, grid.spacing().z())))
        .setItems(
            Tag.PLANE_ORIENTATION_SEQUENCE,
            List.of(
                new Dataset()
                    .setDecimal(
                        Tag.IMAGE_ORIENTATION_PATIENT,
                        row.x(),
                        row.y(),
                        row.z(),
                        column.x(),
                        column.y(),
                        column.z())));
  }

  private List<Dataset> perFrame() {
    List<Dataset> groups = new ArrayList<>();
    for (SegmentBits.Frame frame : bits.frames()) {
      Vector3 corner = bits.grid().point(0, 0, frame.slice());
      groups.add(
          new Dataset()
              .setItems(
                  Tag.FRAME_CONTENT_SEQUENCE,
                  List.of(
                      new Dataset()
                          .setInteger(
                              Tag.DIMENSION_INDEX_VALUES, frame.segment(), frame.slice() + 1)))
              .setItems(
                  Tag.PLANE_POSITION_SEQUENCE,
                  List.of(
                      new Dataset()
                          .setDecimal(
                              Tag.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z())))
              .setItems(
                  Tag.SEGMENT_IDENTIFICATION_SEQUENCE,
                  List.of(new Dataset().setInteger(Tag.REFERENCED_SEGMENT_NUMBER, frame.segment())))
              .setItems(
                  Tag.DERIVATION_IMAGE_SEQUENCE, List.of(derivation(slices.get(frame.slice())))));
    }
    return groups;
  }

  private static Dataset derivation(CtSlice slice) {
    Dataset source =
        reference(slice)
            .setItems(
                Tag.PURPOSE_OF_REFERENCE_CODE_SEQUENCE,
                List.of(code("121322", "DCM", "Source image for image processing operation")));
    return new Dataset()
        .setItems(Tag.SOURCE_IMAGE_SEQUENCE, List.of(source))
        .setItems(Tag.DERIVATION_CODE_SEQUENCE, List.of(code("113076", "DCM", "Segmentation")));
  }
}
