package org.breathline.exchange.registration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;

/**
 * Rigid registrations as Spatial Registration files. The matrix in the file leads from the moving
 * image's (source) to the fixed image's (registered) coordinates; {@link RigidTransform}s here lead
 * from the fixed to the moving image, so that it is inverted on the way in and out.
 */
public final class SpatialRegistrations {

  private static final int MATRIX = 16;

  private SpatialRegistrations() {}

  /**
   * A rigid registration read from a file.
   *
   * @param transform from the fixed (registered) to the moving (source) image
   * @param fixedFrameOfReferenceUid of the registered coordinate system
   * @param movingFrameOfReferenceUid of the source; empty where only images are named
   * @param movingImageUids the source's images, where they are named
   */
  public record Rigid(
      RigidTransform transform,
      String fixedFrameOfReferenceUid,
      Optional<String> movingFrameOfReferenceUid,
      List<String> movingImageUids) {

    /** Copies the list. */
    public Rigid {
      movingImageUids = List.copyOf(movingImageUids);
    }
  }

  /**
   * Writes a file.
   *
   * @param target the file; it appears whole, and an old one is replaced
   * @param transform from the fixed to the moving image
   */
  public static void write(Path target, RigidTransform transform, RegistrationContext context)
      throws IOException {
    double[] toRegistered = transform.inverse().matrix();
    ByteBuffer content = ByteBuffer.allocate(Double.BYTES * MATRIX);
    content.asDoubleBuffer().put(toRegistered);
    Dataset dataset =
        RegistrationHeader.compose(context, SopClass.SPATIAL_REGISTRATION, content.array());
    dataset.setItems(
        Tag.REGISTRATION_SEQUENCE,
        List.of(
            item(context.fixed().getFirst().frameOfReferenceUid(), context, true)
                .setItems(
                    Tag.MATRIX_REGISTRATION_SEQUENCE,
                    List.of(matrix(RigidTransform.IDENTITY.matrix(), "", List.of()))),
            item(context.moving().getFirst().frameOfReferenceUid(), context, false)
                .setItems(
                    Tag.MATRIX_REGISTRATION_SEQUENCE,
                    List.of(
                        matrix(
                            toRegistered,
                            RegistrationHeader.comment(context),
                            RegistrationHeader.method())))));
    DicomWriter.write(target, dataset);
  }

  private static Dataset item(String frame, RegistrationContext context, boolean fixed) {
    return new Dataset()
        .setString(Tag.FRAME_OF_REFERENCE_UID, frame)
        .setItems(
            Tag.REFERENCED_IMAGE_SEQUENCE,
            RegistrationHeader.images(fixed ? context.fixed() : context.moving()));
  }

  private static Dataset matrix(double[] values, String comment, List<Dataset> method) {
    Dataset registration =
        new Dataset()
            .setItems(Tag.REGISTRATION_TYPE_CODE_SEQUENCE, method)
            .setItems(Tag.MATRIX_SEQUENCE, List.of(DeformationMatrix.item(values)));
    return comment.isEmpty()
        ? registration
        : registration.setString(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_COMMENT, comment);
  }

  /**
   * Reads a file: the one item whose matrix moves anything, or an identity if none does. Several
   * matrices of an item are applied one after the other.
   *
   * @throws DicomException if it is damaged, no Spatial Registration, not rigid, or holds several
   *     registrations
   */
  public static Rigid read(Path file) throws IOException {
    Dataset dataset = DicomReader.read(file).dataset();
    if (!dataset.requireString(Tag.SOP_CLASS_UID).equals(SopClass.SPATIAL_REGISTRATION)) {
      throw dataset.problem(Tag.SOP_CLASS_UID, "expected a Spatial Registration");
    }
    String registered = dataset.requireString(Tag.FRAME_OF_REFERENCE_UID);
    List<Rigid> moving = new ArrayList<>();
    List<Rigid> still = new ArrayList<>();
    for (Dataset item : dataset.items(Tag.REGISTRATION_SEQUENCE)) {
      Rigid rigid = rigid(item, registered);
      (isIdentity(rigid.transform()) ? still : moving).add(rigid);
    }
    if (moving.size() > 1) {
      throw dataset.problem(
          Tag.REGISTRATION_SEQUENCE, "expected one source image, found " + moving.size());
    }
    // Of identities the last is the source's: the registered image comes first.
    List<Rigid> found = moving.isEmpty() ? still : moving;
    if (found.isEmpty()) {
      throw dataset.problem(Tag.REGISTRATION_SEQUENCE, "expected a registration");
    }
    return found.getLast();
  }

  private static boolean isIdentity(RigidTransform transform) {
    return transform.translation().length() < 1e-9 && transform.angleDegrees() < 1e-6;
  }

  private static Rigid rigid(Dataset item, String registered) throws DicomException {
    RigidTransform toRegistered = RigidTransform.IDENTITY;
    for (Dataset registration : item.items(Tag.MATRIX_REGISTRATION_SEQUENCE)) {
      for (Dataset matrix : registration.items(Tag.MATRIX_SEQUENCE)) {
        toRegistered = rigid(matrix).after(toRegistered);
      }
    }
    return new Rigid(
        toRegistered.inverse(),
        registered,
        item.string(Tag.FRAME_OF_REFERENCE_UID),
        item.items(Tag.REFERENCED_IMAGE_SEQUENCE).stream()
            .flatMap(image -> image.string(Tag.REFERENCED_SOP_INSTANCE_UID).stream())
            .toList());
  }

  private static RigidTransform rigid(Dataset item) throws DicomException {
    double[] m = item.requireDecimals(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX, MATRIX);
    try {
      return new RigidTransform(
          new Vector3(m[0], m[1], m[2]),
          new Vector3(m[4], m[5], m[6]),
          new Vector3(m[8], m[9], m[10]),
          new Vector3(m[3], m[7], m[11]));
    } catch (IllegalArgumentException e) {
      throw item.problem(
          Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX, "expected a rotation and a translation");
    }
  }
}
