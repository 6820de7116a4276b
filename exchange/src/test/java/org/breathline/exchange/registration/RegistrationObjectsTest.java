package org.breathline.exchange.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.phase.RespiratoryMarks;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registrations as DICOM objects: there and back, and as other programs see them. */
final class RegistrationObjectsTest {

  private static final Grid GRID =
      new Grid(
          5,
          4,
          3,
          new Vector3(-20.25, -30.5, -100.125),
          new Vector3(2.5, 3, 4),
          Orientation.of(new Vector3(0.8, 0.6, 0), new Vector3(-0.6, 0.8, 0)));

  private static final RigidTransform TRANSFORM =
      RigidTransform.of(
          new Vector3(0.02, -0.03, 0.05), new Vector3(10, 20, -50), new Vector3(3, -4, 7.5));

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void place() {
    file = folder.resolve("registration.dcm");
  }

  static DisplacementField field() {
    var field = new DisplacementField(GRID);
    for (int at = 0; at < GRID.size(); at++) {
      field.x()[at] = at + 0.25f;
      field.y()[at] = -2 * at;
      field.z()[at] = 0.5f * at - 3;
    }
    return field;
  }

  static RegistrationContext context() throws IOException {
    Dataset header =
        new Dataset()
            .setString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
            .setString(Tag.PATIENT_NAME, "Nobody")
            .setString(Tag.PATIENT_ID, "x1")
            .setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("study"))
            .setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName("frame"));
    return new RegistrationContext(
        slices(header, "fixed", "frame"),
        slices(header, "moving", "other frame"),
        header,
        "0.0% to 50.0%",
        "Breathline, lungs and body apart; gate: PASS",
        LocalDateTime.of(2026, 1, 2, 3, 4, 5));
  }

  private static List<CtSlice> slices(Dataset header, String series, String frame)
      throws IOException {
    List<CtSlice> slices = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      slices.add(
          new CtSlice(
              Path.of("none"),
              Uid.fromName(series + k),
              Uid.fromName(series),
              series,
              header.requireString(Tag.STUDY_INSTANCE_UID),
              Uid.fromName(frame),
              Optional.empty(),
              Optional.empty(),
              new SliceGeometry(8, 8, 1, 1, Vector3.ZERO, Orientation.AXIAL),
              3 * k,
              Optional.empty(),
              RespiratoryMarks.of(header),
              0));
    }
    return slices;
  }

  @Test
  void aFieldComesBackAsItWas() throws IOException {
    DeformableRegistrations.write(file, field(), context());
    DeformableRegistrations.Deformable read = DeformableRegistrations.read(file);
    assertThat(read.field().grid()).isEqualTo(GRID);
    assertThat(read.field().x()).isEqualTo(field().x());
    assertThat(read.field().y()).isEqualTo(field().y());
    assertThat(read.field().z()).isEqualTo(field().z());
    assertThat(read.undefined()).isZero();
    assertThat(read.fixedFrameOfReferenceUid()).isEqualTo(Uid.fromName("frame"));
    assertThat(read.movingFrameOfReferenceUid()).isEqualTo(Uid.fromName("other frame"));
    assertThat(read.movingImageUids()).hasSize(3).contains(Uid.fromName("moving1"));
  }

  @Test
  void aRigidTransformComesBackAsItWas() throws IOException {
    SpatialRegistrations.write(file, TRANSFORM, context());
    SpatialRegistrations.Rigid read = SpatialRegistrations.read(file);
    Vector3 point = new Vector3(100, -80, 200);
    assertThat(read.transform().apply(point).minus(TRANSFORM.apply(point)).length())
        .isCloseTo(0, within(1e-6));
    assertThat(read.fixedFrameOfReferenceUid()).isEqualTo(Uid.fromName("frame"));
    assertThat(read.movingFrameOfReferenceUid()).contains(Uid.fromName("other frame"));
    assertThat(read.movingImageUids()).contains(Uid.fromName("moving2"));
  }

  /** The matrix in the file leads from the source to the registered coordinates. */
  @Test
  void theMatrixLeadsFromTheMovingToTheFixedImage() throws IOException {
    SpatialRegistrations.write(file, RigidTransform.translating(new Vector3(1, 2, 3)), context());
    Dataset source = DicomReader.read(file).dataset().items(Tag.REGISTRATION_SEQUENCE).getLast();
    assertThat(source.requireString(Tag.FRAME_OF_REFERENCE_UID))
        .isEqualTo(Uid.fromName("other frame"));
    double[] matrix =
        source
            .requireItem(Tag.MATRIX_REGISTRATION_SEQUENCE)
            .requireItem(Tag.MATRIX_SEQUENCE)
            .requireDecimals(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX, 16);
    assertThat(matrix).containsExactly(1, 0, 0, -1, 0, 1, 0, -2, 0, 0, 1, -3, 0, 0, 0, 1);
  }

  @Test
  void anIdentityIsRead() throws IOException {
    SpatialRegistrations.write(file, RigidTransform.IDENTITY, context());
    SpatialRegistrations.Rigid read = SpatialRegistrations.read(file);
    assertThat(read.transform().angleDegrees()).isZero();
    assertThat(read.movingFrameOfReferenceUid()).contains(Uid.fromName("other frame"));
  }

  /** Source = post (pre point + vector), C.20.3.1.1; the vector without a number is no motion. */
  @Test
  void matricesBeforeAndAfterTheDeformationAreWorkedIn() throws IOException {
    DeformableRegistrations.write(file, field(), context());
    Dataset dataset = DicomReader.read(file).dataset();
    Dataset item = dataset.requireItem(Tag.DEFORMABLE_REGISTRATION_SEQUENCE);
    item.setItems(
        Tag.PRE_DEFORMATION_MATRIX_REGISTRATION_SEQUENCE,
        List.of(DeformationMatrix.item(RigidTransform.translating(new Vector3(5, 0, 0)).matrix())));
    item.setItems(
        Tag.POST_DEFORMATION_MATRIX_REGISTRATION_SEQUENCE,
        List.of(DeformationMatrix.item(TRANSFORM.matrix())));
    Dataset grid = item.requireItem(Tag.DEFORMABLE_REGISTRATION_GRID_SEQUENCE);
    byte[] vectors = new byte[12 * GRID.size()];
    grid.bulk(Tag.VECTOR_GRID_DATA).orElseThrow().read(0, vectors, 0, vectors.length);
    ByteBuffer.wrap(vectors).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, Float.NaN);
    grid.setBytes(Tag.VECTOR_GRID_DATA, Vr.OF, vectors);
    DicomWriter.write(file, dataset);

    DeformableRegistrations.Deformable read = DeformableRegistrations.read(file);

    assertThat(read.undefined()).isEqualTo(1);
    assertThat(read.field().at(0)).isEqualTo(Vector3.ZERO);
    Vector3 point = GRID.point(17);
    Vector3 there = TRANSFORM.apply(point.plus(new Vector3(5, 0, 0)).plus(field().at(17)));
    assertThat(read.field().map(point).minus(there).length()).isCloseTo(0, within(1e-4));
  }

  @Test
  void whatIsNoRegistrationIsRefusedByTag() throws IOException {
    SpatialRegistrations.write(file, TRANSFORM, context());
    assertThatThrownBy(() -> DeformableRegistrations.read(file))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("expected a Deformable Spatial Registration");
    DeformableRegistrations.write(file, field(), context());
    assertThatThrownBy(() -> SpatialRegistrations.read(file))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("expected a Spatial Registration");
    Dataset dataset = DicomReader.read(file).dataset();
    Dataset grid =
        dataset
            .requireItem(Tag.DEFORMABLE_REGISTRATION_SEQUENCE)
            .requireItem(Tag.DEFORMABLE_REGISTRATION_GRID_SEQUENCE);
    grid.setInteger(Tag.GRID_DIMENSIONS, 1000, 1000, 1000);
    DicomWriter.write(file, dataset);
    assertThatThrownBy(() -> DeformableRegistrations.read(file))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("expected 12000000000 bytes, found 720");
    grid.setInteger(Tag.GRID_DIMENSIONS, 0, 4, 3);
    DicomWriter.write(file, dataset);
    assertThatThrownBy(() -> DeformableRegistrations.read(file))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("at least one voxel a side");
  }

  @Test
  void theWrongMatrixIsRefused() throws IOException {
    SpatialRegistrations.write(file, TRANSFORM, context());
    Dataset dataset = DicomReader.read(file).dataset();
    dataset
        .items(Tag.REGISTRATION_SEQUENCE)
        .getLast()
        .requireItem(Tag.MATRIX_REGISTRATION_SEQUENCE)
        .setItems(
            Tag.MATRIX_SEQUENCE,
            List.of(
                DeformationMatrix.item(
                    new double[] {2, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1})));
    DicomWriter.write(file, dataset);
    assertThatThrownBy(() -> SpatialRegistrations.read(file))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("expected a rotation and a translation");
  }

  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNoError() throws IOException {
    DeformableRegistrations.write(file, field(), context());
    assertThat(errors("DeformableSpatialRegistration")).isEmpty();
    SpatialRegistrations.write(file, TRANSFORM, context());
    assertThat(errors("SpatialRegistration")).isEmpty();
  }

  private List<String> errors(String iod) {
    String output = Tool.run(List.of("dciodvfy", file.toString()), 60).output();
    assertThat(output).contains(iod);
    return output.lines().filter(line -> line.startsWith("Error")).toList();
  }

  @Test
  @RequiresTool("dcmdump")
  void dcmdumpReadsEveryElement() throws IOException {
    DeformableRegistrations.write(file, field(), context());
    String deformable = dump();
    assertThat(deformable).contains("=DeformableSpatialRegistrationStorage", "VectorGridData");
    SpatialRegistrations.write(file, TRANSFORM, context());
    assertThat(dump())
        .contains("=SpatialRegistrationStorage", "FrameOfReferenceTransformationMatrix");
  }

  private String dump() {
    Tool.Result dump = Tool.run(List.of("dcmdump", file.toString()), 60);
    assertThat(dump.exitCode()).as(dump.output()).isZero();
    assertThat(dump.output()).doesNotContain("Unknown Tag");
    assertThat(dump.output().lines())
        .noneMatch(line -> line.startsWith("E: ") || line.startsWith("W: "));
    return dump.output();
  }

  @Test
  @RequiresTool({"python3:pydicom", "python3:numpy"})
  void pydicomReadsTheSameNumbers() throws IOException {
    DeformableRegistrations.write(file, field(), context());
    Tool.Result read =
        Tool.python(
            """
            import sys, pydicom, numpy
            d = pydicom.dcmread(sys.argv[1])
            g = d.DeformableRegistrationSequence[0].DeformableRegistrationGridSequence[0]
            n = [int(x) for x in g.GridDimensions]
            v = numpy.frombuffer(g.VectorGridData, '<f4').reshape(n[2], n[1], n[0], 3)
            print(n, [float(x) for x in g.GridResolution], [float(x) for x in g.ImagePositionPatient])
            print(*v[2, 1, 3])
            """,
            List.of(file.toString()),
            60);
    assertThat(read.exitCode()).as(read.output()).isZero();
    int at = GRID.offset(3, 1, 2);
    Vector3 u = field().at(at);
    assertThat(read.output().strip())
        .isEqualTo(
            "[5, 4, 3] [2.5, 3.0, 4.0] [-20.25, -30.5, -100.125]\n"
                + u.x()
                + " "
                + u.y()
                + " "
                + u.z());
    SpatialRegistrations.write(file, TRANSFORM, context());
    Tool.Result matrix =
        Tool.python(
            """
            import sys, pydicom, numpy
            d = pydicom.dcmread(sys.argv[1])
            s = d.RegistrationSequence[1].MatrixRegistrationSequence[0].MatrixSequence[0]
            m = numpy.array([float(x) for x in s.FrameOfReferenceTransformationMatrix]).reshape(4, 4)
            print(*(m @ [11, -12, 13, 1])[:3])
            """,
            List.of(file.toString()),
            60);
    assertThat(matrix.exitCode()).as(matrix.output()).isZero();
    String[] numbers = matrix.output().strip().split(" ", -1);
    Vector3 theirs =
        new Vector3(
            Double.parseDouble(numbers[0]),
            Double.parseDouble(numbers[1]),
            Double.parseDouble(numbers[2]));
    Vector3 source = new Vector3(11, -12, 13);
    double apart = theirs.minus(TRANSFORM.inverse().apply(source)).length();
    ValidationRecord.write(
        "registration",
        "distance of a point by a Spatial Registration as pydicom reads its matrix",
        apart,
        "by the transform",
        "1e-6 mm",
        "mm");
    assertThat(apart).isCloseTo(0, within(1e-6));
  }
}
