package org.breathline.exchange.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.core.geometry.Grid;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.dicom.iod.CtImage;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.PhaseStack;
import org.breathline.exchange.structure.StructureSetContext.Algorithm;

/** A small CT series on disk. */
public final class SampleSeries {

  private static final LocalDateTime CREATED = LocalDateTime.of(2026, 3, 4, 5, 6, 7);
  private static final int COLUMNS = 81;
  private static final int ROWS = 63;
  private static final int SLICES = 12;

  private SampleSeries() {}

  /** Writes a CT series of air. */
  public static List<CtSlice> write(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<CtSlice> slices = new ArrayList<>();
    for (int k = 0; k < SLICES; k++) {
      Dataset image = header(k);
      image.setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[2 * COLUMNS * ROWS]);
      Path file = folder.resolve("slice-%02d.dcm".formatted(k));
      DicomWriter.write(file, image);
      slices.add(CtSlice.of(file, CtImage.of(DicomReader.read(file))));
    }
    return slices;
  }

  private static Dataset header(int k) {
    Dataset image = new Dataset();
    image.setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE);
    image.setString(Tag.SOP_INSTANCE_UID, Uid.fromName("sample slice " + k));
    image.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName("sample series"));
    image.setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("sample study"));
    image.setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName("sample frame"));
    image.setString(Tag.PATIENT_NAME, "Sample");
    image.setString(Tag.PATIENT_ID, "S1");
    image.setString(Tag.MODALITY, "CT");
    image.setString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL");
    image.setInteger(Tag.INSTANCE_NUMBER, k + 1);
    image.setDecimal(Tag.IMAGE_POSITION_PATIENT, -50, -40, -20 + 3.0 * k);
    image.setDecimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0);
    image.setDecimal(Tag.PIXEL_SPACING, 1.2, 1.2);
    image.setDecimal(Tag.SLICE_THICKNESS, 3);
    image.setInteger(Tag.SAMPLES_PER_PIXEL, 1);
    image.setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
    image.setInteger(Tag.ROWS, ROWS);
    image.setInteger(Tag.COLUMNS, COLUMNS);
    image.setInteger(Tag.BITS_ALLOCATED, 16);
    image.setInteger(Tag.BITS_STORED, 16);
    image.setInteger(Tag.HIGH_BIT, 15);
    image.setInteger(Tag.PIXEL_REPRESENTATION, 1);
    image.setDecimal(Tag.RESCALE_INTERCEPT, -1000);
    image.setDecimal(Tag.RESCALE_SLOPE, 1);
    return image;
  }

  /** The voxels of a series. */
  public static Grid grid(List<CtSlice> slices) throws IOException {
    return PhaseStack.of(slices, "the sample").grid();
  }

  /** For objects on a series. */
  public static StructureSetContext context(List<CtSlice> slices) throws IOException {
    return new StructureSetContext(
        "SAMPLE",
        "Structures of a test",
        slices,
        DicomReader.readHeader(slices.getFirst().file()).dataset(),
        Algorithm.AUTOMATIC,
        CREATED);
  }

  /** All CT files of a folder. */
  public static List<CtSlice> slices(Path folder) throws IOException {
    List<CtSlice> slices = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        slices.add(CtSlice.of(file, CtImage.of(DicomReader.read(file))));
      }
    }
    return slices;
  }
}
