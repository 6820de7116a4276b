package org.breathline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.format.VxpWriter;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.dicom.io.ReadOptions;

/**
 * The smallest scan that can be sorted, its breathing trace, and a 4DCT sorted by a scanner: two
 * round lungs in a round body that grow and shrink with the breathing. Tests spoil them.
 */
final class TinyScan {

  static final int PIXELS = 32;
  static final int COUCH_POSITIONS = 3;
  static final int SLICES_PER_POSITION = 4;
  static final int ACQUISITIONS = 10;
  static final int SLICE_POSITIONS = COUCH_POSITIONS * SLICES_PER_POSITION;
  static final int PHASES = 5;

  /** What must never be seen outside the files. */
  static final List<String> SECRETS = List.of("Breathless", "Benedicta", "PID-90210", "19511111");

  private static final String PATIENT_ID = "PID-90210";
  private static final double ROTATION_S = 0.5;
  private static final double TRAVEL_S = 1;
  private static final double FIRST_BEAM_S = 2.4;
  private static final double TRACE_S = 30;
  private static final double SPACING_MM = 12;
  private static final double SLICE_MM = 5;
  private static final double TEN_O_CLOCK_S = 36_000;

  private static final SyntheticBreathing BREATHING =
      SyntheticBreathing.regular(BreathShape.QUIET, TRACE_S);

  private TinyScan() {}

  /** Writes the unsorted scan; returns its files in the order of time. */
  static List<Path> writeScan(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int stop = 0; stop < COUCH_POSITIONS; stop++) {
      for (int a = 0; a < ACQUISITIONS; a++) {
        double startS = beamStartS(stop) + a * ROTATION_S;
        double level = BREATHING.levelMmAt(startS + ROTATION_S / 2) / 10;
        for (int s = 0; s < SLICES_PER_POSITION; s++) {
          int instance = files.size() + 1;
          Dataset slice = slice("cine", instance, stop * SLICES_PER_POSITION + s, level);
          slice
              .setString(Tag.SERIES_DESCRIPTION, "Cine")
              .setString(Tag.ACQUISITION_TIME, DicomTime.format(TEN_O_CLOCK_S + startS))
              .setDecimal(Tag.REVOLUTION_TIME, ROTATION_S);
          files.add(write(folder, slice, instance));
        }
      }
    }
    return files;
  }

  /** Writes a 4DCT that a scanner has sorted into {@value #PHASES} phases. */
  static List<Path> writeSorted(Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (int phase = 0; phase < PHASES; phase++) {
      double percent = 100.0 * phase / PHASES;
      double level = 0.5 + 0.5 * Math.cos(2 * Math.PI * phase / PHASES);
      for (int k = 0; k < SLICE_POSITIONS; k++) {
        int instance = files.size() + 1;
        Dataset slice = slice("phase " + phase, instance, k, level);
        slice.setString(
            Tag.SERIES_DESCRIPTION, String.format(Locale.ROOT, "Gated, %.1f%%", percent));
        files.add(write(folder, slice, instance));
      }
    }
    return files;
  }

  /** Writes the trace of the scan, with beam-on at every couch position. */
  static Path writeTrace(Path file) throws IOException {
    List<TimeInterval> beams = new ArrayList<>();
    for (int stop = 0; stop < COUCH_POSITIONS; stop++) {
      double startS = beamStartS(stop);
      beams.add(new TimeInterval(startS, startS + ACQUISITIONS * ROTATION_S));
    }
    return writeTrace(file, BREATHING, new BeamIntervals(beams));
  }

  /** Writes any breathing as a trace of the same patient. */
  static Path writeTrace(Path file, SyntheticBreathing breathing, BeamIntervals beam)
      throws IOException {
    VxpWriter.write(BreathDetector.detect(breathing.record(Recorder.PERFECT, beam)), file);
    Files.writeString(
        file, Files.readString(file).replace("Patient_ID=", "Patient_ID=" + PATIENT_ID));
    return file;
  }

  /** Changes the header of a slice. */
  static void change(Path file, Consumer<Dataset> how) throws IOException {
    Dataset slice = DicomReader.read(Files.readAllBytes(file), ReadOptions.ALL).dataset();
    how.accept(slice);
    DicomWriter.write(file, slice);
  }

  /** The paths below a folder, for a comparison of before and after. */
  static List<String> listing(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.map(p -> folder.relativize(p).toString()).sorted().toList();
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    for (String path : listing(folder).reversed()) {
      Files.delete(folder.resolve(path));
    }
  }

  private static double beamStartS(int stop) {
    return FIRST_BEAM_S + stop * (ACQUISITIONS * ROTATION_S + TRAVEL_S);
  }

  private static Path write(Path folder, Dataset slice, int instance) throws IOException {
    Path file = folder.resolve(String.format(Locale.ROOT, "slice-%03d.dcm", instance));
    DicomWriter.write(file, slice);
    return file;
  }

  private static Dataset slice(String series, int instance, int place, double level) {
    double cornerMm = -0.5 * (PIXELS - 1) * SPACING_MM;
    return new Dataset()
        .setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE)
        .setString(Tag.SOP_INSTANCE_UID, Uid.fromName(series + "#" + instance))
        .setString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("tiny study"))
        .setString(Tag.SERIES_INSTANCE_UID, Uid.fromName(series))
        .setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName("tiny frame"))
        .setString(Tag.MODALITY, "CT")
        .setString(Tag.PATIENT_NAME, "Breathless^Benedicta")
        .setString(Tag.PATIENT_ID, PATIENT_ID)
        .setString(Tag.PATIENT_BIRTH_DATE, "19511111")
        .setString(Tag.PATIENT_POSITION, "HFS")
        .setString(Tag.ACQUISITION_DATE, "20260102")
        .setInteger(Tag.INSTANCE_NUMBER, instance)
        .setDecimal(Tag.IMAGE_POSITION_PATIENT, cornerMm, cornerMm, place * SLICE_MM)
        .setDecimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
        .setDecimal(Tag.PIXEL_SPACING, SPACING_MM, SPACING_MM)
        .setDecimal(Tag.SLICE_THICKNESS, SLICE_MM)
        .setInteger(Tag.SAMPLES_PER_PIXEL, 1)
        .setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .setInteger(Tag.ROWS, PIXELS)
        .setInteger(Tag.COLUMNS, PIXELS)
        .setInteger(Tag.BITS_ALLOCATED, 16)
        .setInteger(Tag.BITS_STORED, 16)
        .setInteger(Tag.HIGH_BIT, 15)
        .setInteger(Tag.PIXEL_REPRESENTATION, 1)
        .setDecimal(Tag.RESCALE_INTERCEPT, 0)
        .setDecimal(Tag.RESCALE_SLOPE, 1)
        .put(new BulkElement(Tag.PIXEL_DATA, Vr.OW, new BulkData.InMemory(pixels(place, level))));
  }

  /** Little endian Hounsfield units. */
  private static byte[] pixels(int place, double level) {
    byte[] bytes = new byte[2 * PIXELS * PIXELS];
    double lung = 4 + 2 * level + 0.1 * place;
    int at = 0;
    for (int y = 0; y < PIXELS; y++) {
      for (int x = 0; x < PIXELS; x++) {
        double fromAxis = Math.hypot(x - 15.5, y - 15.5);
        double fromLung = Math.hypot(Math.abs(x - 15.5) - 6.5, y - 15.5);
        int hu = fromAxis > 14 ? -1000 : fromLung < lung ? -800 : 20 + place;
        bytes[at++] = (byte) hu;
        bytes[at++] = (byte) (hu >> 8);
      }
    }
    return bytes;
  }
}
