package org.breathline.study.dose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.Contour;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.iod.CtImage;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.CtSliceFile;
import org.breathline.exchange.plan.PlanContext;
import org.breathline.exchange.plan.PlanWriter;
import org.breathline.exchange.structure.StructureSetContext;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.exchange.structure.StructureSetWriter;

/** A box of water as CT, structure set and plan, all written as DICOM. */
final class WaterPatient {

  static final double VOXEL_MM = 4;

  static final Grid CT =
      new Grid(
          64,
          54,
          48,
          new Vector3(-126, -106, -94),
          new Vector3(VOXEL_MM, VOXEL_MM, VOXEL_MM),
          Orientation.AXIAL);

  /** Half the water's sides along x, y and z, mm; its middle is the origin. */
  static final Vector3 HALF = new Vector3(108, 92, 84);

  private static final LocalDateTime CREATED = LocalDateTime.of(2026, 3, 4, 5, 6, 7);

  private final Path folder;
  private final List<CtSlice> slices = new ArrayList<>();

  /**
   * Writes the CT.
   *
   * @param frontMm how far the water reaches to the front
   * @param insert HU of a block in the middle
   */
  WaterPatient(Path folder, double frontMm, int insert) throws IOException {
    this.folder = folder;
    Files.createDirectories(ct());
    for (int k = 0; k < CT.nz(); k++) {
      Path file = ct().resolve("%03d.dcm".formatted(k));
      CtSliceFile.writeHu(file, header("P1", "frame", k), numbers(k, frontMm, insert));
      slices.add(CtSlice.of(file, CtImage.of(DicomReader.read(file))));
    }
    writeStructures(frontMm, Vector3.ZERO);
  }

  Path ct() {
    return folder.resolve("ct");
  }

  Path structures() {
    return folder.resolve("rs.dcm");
  }

  private static short[] numbers(int k, double frontMm, int insert) {
    short[] numbers = new short[CT.sliceSize()];
    Arrays.fill(numbers, (short) -1000);
    for (int j = 0; j < CT.ny(); j++) {
      for (int i = 0; i < CT.nx(); i++) {
        Vector3 at = CT.point(i, j, k);
        boolean water =
            Math.abs(at.x()) < HALF.x()
                && at.y() > -frontMm
                && at.y() < HALF.y()
                && Math.abs(at.z()) < HALF.z();
        if (water) {
          numbers[j * CT.nx() + i] = (short) (at.length() < 10 ? insert : 0);
        }
      }
    }
    return numbers;
  }

  private static Dataset header(String patient, String frame, int k) {
    Vector3 corner = CT.point(0, 0, k);
    return new Dataset()
        .setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE)
        .setString(Tag.SOP_INSTANCE_UID, Uid.fromName("water image " + k))
        .setString(Tag.SERIES_INSTANCE_UID, Uid.fromName("water series"))
        .setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("water study"))
        .setString(Tag.STUDY_DATE, "20260304")
        .setString(Tag.STUDY_TIME, "050607")
        .setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName(frame))
        .setString(Tag.PATIENT_NAME, "Water^Box")
        .setString(Tag.PATIENT_ID, patient)
        .setString(Tag.MODALITY, "CT")
        .setString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .setInteger(Tag.INSTANCE_NUMBER, k + 1)
        .setDecimal(Tag.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z())
        .setDecimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
        .setDecimal(Tag.PIXEL_SPACING, VOXEL_MM, VOXEL_MM)
        .setDecimal(Tag.SLICE_THICKNESS, VOXEL_MM)
        .setInteger(Tag.SAMPLES_PER_PIXEL, 1)
        .setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .setInteger(Tag.ROWS, CT.ny())
        .setInteger(Tag.COLUMNS, CT.nx());
  }

  /** Writes the outline of the water and a target of 40 mm, moved by so much. */
  void writeStructures(double frontMm, Vector3 shift) throws IOException {
    Structure body =
        box(
            1,
            "BODY",
            StructureType.EXTERNAL,
            new Vector3(-HALF.x(), -frontMm, -HALF.z()).plus(shift),
            HALF.plus(shift));
    Structure target =
        box(
            2,
            "PTV",
            StructureType.PTV,
            new Vector3(-20, -20, -20).plus(shift),
            new Vector3(20, 20, 20).plus(shift));
    StructureSetContext context =
        new StructureSetContext(
            "WATER",
            "Water box",
            slices,
            header("P1", "frame", 0),
            StructureSetContext.Algorithm.MANUAL,
            CREATED);
    StructureSetWriter.write(structures(), context, List.of(body, target));
  }

  private static Structure box(
      int number, String name, StructureType type, Vector3 low, Vector3 high) {
    List<Contour> contours = new ArrayList<>();
    for (double z = low.z() + VOXEL_MM / 2; z < high.z(); z += VOXEL_MM) {
      contours.add(
          Contour.ofCoordinates(
              low.x(), low.y(), z, high.x(), low.y(), z, high.x(), high.y(), z, low.x(), high.y(),
              z));
    }
    return Structure.of(number, name, type, contours);
  }

  /** The data set of a plan for the patient, for tests to change. */
  Dataset plan(TreatmentPlan plan, String patient, String frame) throws IOException {
    PlanContext context =
        new PlanContext(
            header(patient, frame, 0),
            Optional.of(StructureSetReader.read(structures()).sopInstanceUid()),
            "water plan",
            CREATED);
    return PlanWriter.compose(context, plan);
  }
}
