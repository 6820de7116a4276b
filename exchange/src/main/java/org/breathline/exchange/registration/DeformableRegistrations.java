package org.breathline.exchange.registration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;

/**
 * Displacement fields as Deformable Spatial Registration files. The vector at a voxel of the grid,
 * which lies in the registered (fixed) coordinate system, leads to the sample in the source
 * (moving) coordinate system (PS3.3, C.20.3.1.1): the same as in a {@link DisplacementField}.
 */
public final class DeformableRegistrations {

  private static final int VECTOR_BYTES = 3 * Float.BYTES;

  /** Voxels that are turned into vectors at a time. */
  private static final int CHUNK = 1 << 16;

  private DeformableRegistrations() {}

  /**
   * A deformable registration read from a file.
   *
   * @param field from the fixed (registered) to the moving (source) image; matrices before and
   *     after the deformation are worked into it
   * @param undefined voxels whose vector is not defined; the field has no motion there
   * @param fixedFrameOfReferenceUid of the registered coordinate system
   * @param movingFrameOfReferenceUid of the source
   * @param movingImageUids the source's images, where they are named
   */
  public record Deformable(
      DisplacementField field,
      long undefined,
      String fixedFrameOfReferenceUid,
      String movingFrameOfReferenceUid,
      List<String> movingImageUids) {

    /** Copies the list. */
    public Deformable {
      movingImageUids = List.copyOf(movingImageUids);
    }
  }

  /**
   * Writes a file. The whole of it is composed in memory: twelve bytes a voxel.
   *
   * @param target the file; it appears whole, and an old one is replaced
   * @param field from the fixed to the moving image
   * @throws IllegalArgumentException if the field has more than 178 million voxels
   */
  public static void write(Path target, DisplacementField field, RegistrationContext context)
      throws IOException {
    byte[] vectors = encode(field);
    Dataset dataset =
        RegistrationHeader.compose(context, SopClass.DEFORMABLE_SPATIAL_REGISTRATION, vectors);
    Dataset item =
        new Dataset()
            .setString(
                Tag.SOURCE_FRAME_OF_REFERENCE_UID,
                context.moving().getFirst().frameOfReferenceUid())
            .setItems(Tag.REFERENCED_IMAGE_SEQUENCE, RegistrationHeader.images(context.moving()))
            .setItems(Tag.REGISTRATION_TYPE_CODE_SEQUENCE, RegistrationHeader.method())
            .setItems(
                Tag.DEFORMABLE_REGISTRATION_GRID_SEQUENCE, List.of(grid(field.grid(), vectors)));
    String comment = RegistrationHeader.comment(context);
    if (!comment.isEmpty()) {
      item.setString(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_COMMENT, comment);
    }
    dataset.setItems(Tag.DEFORMABLE_REGISTRATION_SEQUENCE, List.of(item));
    DicomWriter.write(target, dataset);
  }

  private static Dataset grid(Grid grid, byte[] vectors) {
    Vector3 row = grid.orientation().row();
    Vector3 column = grid.orientation().column();
    Vector3 origin = grid.origin();
    Vector3 spacing = grid.spacing();
    return new Dataset()
        .setDecimal(Tag.IMAGE_POSITION_PATIENT, origin.x(), origin.y(), origin.z())
        .setDecimal(
            Tag.IMAGE_ORIENTATION_PATIENT,
            row.x(),
            row.y(),
            row.z(),
            column.x(),
            column.y(),
            column.z())
        .setInteger(Tag.GRID_DIMENSIONS, grid.nx(), grid.ny(), grid.nz())
        .setDecimal(Tag.GRID_RESOLUTION, spacing.x(), spacing.y(), spacing.z())
        .setBytes(Tag.VECTOR_GRID_DATA, Vr.OF, vectors);
  }

  private static byte[] encode(DisplacementField field) {
    long size = (long) field.grid().size() * VECTOR_BYTES;
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a field of %d voxels does not fit one object; resample it"
              .formatted(field.grid().size()));
    }
    byte[] bytes = new byte[(int) size];
    ByteBuffer vectors = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 0; at < field.grid().size(); at++) {
      vectors.putFloat(field.x()[at]).putFloat(field.y()[at]).putFloat(field.z()[at]);
    }
    return bytes;
  }

  /**
   * Reads a file: the one item that has a grid.
   *
   * @throws DicomException if it is damaged, no Deformable Spatial Registration, or holds several
   *     grids; nothing is allocated that its vectors do not fill
   */
  public static Deformable read(Path file) throws IOException {
    Dataset dataset = DicomReader.read(file).dataset();
    if (!dataset
        .requireString(Tag.SOP_CLASS_UID)
        .equals(SopClass.DEFORMABLE_SPATIAL_REGISTRATION)) {
      throw dataset.problem(Tag.SOP_CLASS_UID, "expected a Deformable Spatial Registration");
    }
    List<Dataset> deformed =
        dataset.items(Tag.DEFORMABLE_REGISTRATION_SEQUENCE).stream()
            .filter(item -> !item.items(Tag.DEFORMABLE_REGISTRATION_GRID_SEQUENCE).isEmpty())
            .toList();
    if (deformed.size() != 1) {
      throw dataset.problem(
          Tag.DEFORMABLE_REGISTRATION_SEQUENCE,
          "expected one item with a grid, found " + deformed.size());
    }
    Dataset item = deformed.getFirst();
    Dataset gridItem = item.requireItem(Tag.DEFORMABLE_REGISTRATION_GRID_SEQUENCE);
    Grid grid = grid(gridItem);
    BulkData data =
        gridItem
            .bulk(Tag.VECTOR_GRID_DATA)
            .orElseThrow(() -> gridItem.problem(Tag.VECTOR_GRID_DATA, "expected vectors"));
    long expected = (long) grid.size() * VECTOR_BYTES;
    if (data.length() < expected) {
      throw gridItem.problem(
          Tag.VECTOR_GRID_DATA, "expected %d bytes, found %d".formatted(expected, data.length()));
    }
    var field = new DisplacementField(grid);
    long undefined =
        decode(
            data,
            field,
            DeformationMatrix.find(item, Tag.PRE_DEFORMATION_MATRIX_REGISTRATION_SEQUENCE),
            DeformationMatrix.find(item, Tag.POST_DEFORMATION_MATRIX_REGISTRATION_SEQUENCE));
    return new Deformable(
        field,
        undefined,
        dataset.requireString(Tag.FRAME_OF_REFERENCE_UID),
        item.requireString(Tag.SOURCE_FRAME_OF_REFERENCE_UID),
        item.items(Tag.REFERENCED_IMAGE_SEQUENCE).stream()
            .flatMap(image -> image.string(Tag.REFERENCED_SOP_INSTANCE_UID).stream())
            .toList());
  }

  private static Grid grid(Dataset item) throws DicomException {
    double[] position = item.requireDecimals(Tag.IMAGE_POSITION_PATIENT, 3);
    double[] cosines = item.requireDecimals(Tag.IMAGE_ORIENTATION_PATIENT, 6);
    int[] sizes = item.integers(Tag.GRID_DIMENSIONS);
    if (sizes.length != 3) {
      throw item.problem(Tag.GRID_DIMENSIONS, "expected 3 values, found " + sizes.length);
    }
    double[] spacing = item.requireDecimals(Tag.GRID_RESOLUTION, 3);
    try {
      return new Grid(
          sizes[0],
          sizes[1],
          sizes[2],
          new Vector3(position[0], position[1], position[2]),
          new Vector3(spacing[0], spacing[1], spacing[2]),
          Orientation.of(
              new Vector3(cosines[0], cosines[1], cosines[2]),
              new Vector3(cosines[3], cosines[4], cosines[5])));
    } catch (IllegalArgumentException e) {
      throw item.problem(Tag.GRID_DIMENSIONS, String.valueOf(e.getMessage()));
    }
  }

  /** Fills the field; says how many vectors are not defined. */
  private static long decode(
      BulkData data, DisplacementField field, DeformationMatrix before, DeformationMatrix after)
      throws IOException {
    boolean plain = before.isIdentity() && after.isIdentity();
    Grid grid = field.grid();
    byte[] bytes = new byte[Math.min(CHUNK, grid.size()) * VECTOR_BYTES];
    ByteBuffer vectors = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long undefined = 0;
    for (int from = 0; from < grid.size(); from += CHUNK) {
      int count = Math.min(CHUNK, grid.size() - from);
      data.read((long) from * VECTOR_BYTES, bytes, 0, count * VECTOR_BYTES);
      vectors.clear();
      for (int at = from; at < from + count; at++) {
        Vector3 u = new Vector3(vectors.getFloat(), vectors.getFloat(), vectors.getFloat());
        if (!Double.isFinite(u.x() + u.y() + u.z())) {
          undefined++;
          continue;
        }
        Vector3 moved = u;
        if (!plain) {
          Vector3 point = grid.point(at);
          moved = after.apply(before.apply(point).plus(u)).minus(point);
        }
        field.x()[at] = (float) moved.x();
        field.y()[at] = (float) moved.y();
        field.z()[at] = (float) moved.z();
      }
    }
    return undefined;
  }
}
