package org.breathline.study.qa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.format.VxpWriter;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.exchange.ct.CtSliceFile;

/**
 * A cine scan of a motion platform as DICOM, and the trace of the block that rides on it: a plastic
 * body of 160 mm with a cavity like lung, in which a sphere of 30 mm moves by 15 mm along cos4 of 4
 * s, farthest to inferior at 0 %.
 */
final class PlatformScan {

  static final double PERIOD_S = 4;
  static final double SPHERE_MM = 30;
  static final double SPHERE_HU = 30;
  static final double MOTION_MM = 15;

  private static final int PIXELS = 112;
  private static final double PIXEL_MM = 1.6;
  private static final double SLICE_MM = 2.5;
  private static final int STOPS = 8;
  private static final int SLAB = 4;
  private static final int ACQUISITIONS = 25;
  private static final double ROTATION_S = 0.5;
  private static final double INTERVAL_S = 0.2;
  private static final double TRAVEL_S = 1.3;
  private static final double FIRST_BEAM_S = 5;
  private static final double TEN_O_CLOCK_S = 36_000;
  private static final int MOMENTS = 8;

  private final SyntheticBreathing motion =
      SyntheticBreathing.regular(new BreathShape(PERIOD_S, MOTION_MM, 2, 0.5), 70);

  private final String date;

  /** A scan of a day, as DICOM writes it. */
  PlatformScan(String date) {
    this.date = date;
  }

  /** Writes the unsorted slices. */
  void writeCine(Path folder) throws IOException {
    Files.createDirectories(folder);
    int instance = 0;
    for (int stop = 0; stop < STOPS; stop++) {
      for (int a = 0; a < ACQUISITIONS; a++) {
        double beginS = beamStartS(stop) + a * INTERVAL_S;
        for (int s = 0; s < SLAB; s++) {
          instance++;
          Dataset header = header("cine", instance, stop * SLAB + s);
          header
              .setString(Tag.SERIES_DESCRIPTION, "Cine")
              .setString(Tag.ACQUISITION_TIME, DicomTime.format(TEN_O_CLOCK_S + beginS))
              .setDecimal(Tag.REVOLUTION_TIME, ROTATION_S);
          write(folder, header, instance, pixels(place(stop * SLAB + s), beginS, instance));
        }
      }
    }
  }

  /** Writes a sorted 4DCT of ten phases; phase number p shows the content of {@code shown[p]}. */
  void writeSorted(Path folder, int... shown) throws IOException {
    Files.createDirectories(folder);
    int instance = 0;
    for (int phase = 0; phase < 10; phase++) {
      int content = shown.length == 0 ? phase : shown[phase];
      // The second inhalation peak of the motion lies at 1.6 s.
      double beginS = 1.6 + PERIOD_S + PERIOD_S * content / 10 - ROTATION_S / 2;
      for (int k = 0; k < STOPS * SLAB; k++) {
        instance++;
        Dataset header = header("phase " + phase, instance, k);
        header.setString(
            Tag.SERIES_DESCRIPTION, String.format(Locale.ROOT, "Gated, %.1f%%", 10.0 * phase));
        write(folder, header, instance, pixels(place(k), beginS, instance));
      }
    }
  }

  /** Writes the trace with its beam-on. */
  void writeTrace(Path file) throws IOException {
    List<TimeInterval> beams = new ArrayList<>();
    for (int stop = 0; stop < STOPS; stop++) {
      beams.add(
          new TimeInterval(
              beamStartS(stop), beamStartS(stop) + (ACQUISITIONS - 1) * INTERVAL_S + ROTATION_S));
    }
    VxpWriter.write(
        BreathDetector.detect(motion.record(Recorder.CAMERA, new BeamIntervals(beams))), file);
  }

  private static double beamStartS(int stop) {
    return FIRST_BEAM_S + stop * ((ACQUISITIONS - 1) * INTERVAL_S + ROTATION_S + TRAVEL_S);
  }

  private static double place(int slice) {
    return (slice - 0.5 * (STOPS * SLAB - 1)) * SLICE_MM;
  }

  private short[] pixels(double z, double beginS, int seed) {
    double[] centres = new double[MOMENTS];
    for (int m = 0; m < MOMENTS; m++) {
      double level = motion.levelMmAt(beginS + (m + 0.5) / MOMENTS * ROTATION_S) / MOTION_MM;
      centres[m] = 1.3 - MOTION_MM * (level - 0.5);
    }
    SplittableRandom random = new SplittableRandom(seed);
    short[] hu = new short[PIXELS * PIXELS];
    for (int j = 0; j < PIXELS; j++) {
      for (int i = 0; i < PIXELS; i++) {
        double x = (i - 0.5 * (PIXELS - 1)) * PIXEL_MM;
        double y = (j - 0.5 * (PIXELS - 1)) * PIXEL_MM;
        double fromAxis = Math.hypot(x, y);
        double value = -1000;
        value += 1120 * Math.clamp((80 - fromAxis) / PIXEL_MM + 0.5, 0.0, 1.0);
        value -= 970 * Math.clamp((38 - fromAxis) / PIXEL_MM + 0.5, 0.0, 1.0);
        value += (SPHERE_HU + 850) * sphere(x - 4.2, y + 2.9, z, centres);
        hu[j * PIXELS + i] = (short) Math.round(value + 12 * random.nextGaussian());
      }
    }
    return hu;
  }

  /** The part of a voxel that is sphere, averaged over the rotation. */
  private static double sphere(double x, double y, double z, double[] centres) {
    double sum = 0;
    for (double centre : centres) {
      double distance = Math.sqrt(x * x + y * y + (z - centre) * (z - centre)) - SPHERE_MM / 2;
      sum += distance < -2 ? 1 : distance > 2 ? 0 : fine(x, y, z - centre);
    }
    return sum / centres.length;
  }

  private static double fine(double x, double y, double z) {
    int inside = 0;
    for (int k = 0; k < 4; k++) {
      for (int j = 0; j < 3; j++) {
        for (int i = 0; i < 3; i++) {
          double px = x + ((i + 0.5) / 3 - 0.5) * PIXEL_MM;
          double py = y + ((j + 0.5) / 3 - 0.5) * PIXEL_MM;
          double pz = z + ((k + 0.5) / 4 - 0.5) * SLICE_MM;
          inside += px * px + py * py + pz * pz < SPHERE_MM * SPHERE_MM / 4 ? 1 : 0;
        }
      }
    }
    return inside / 36.0;
  }

  private static void write(Path folder, Dataset header, int instance, short[] hu)
      throws IOException {
    CtSliceFile.writeHu(
        folder.resolve(String.format(Locale.ROOT, "slice-%05d.dcm", instance)), header, hu);
  }

  private Dataset header(String series, int instance, int slice) {
    double corner = -0.5 * (PIXELS - 1) * PIXEL_MM;
    String run = "platform " + date + " " + series;
    return new Dataset()
        .setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE)
        .setString(Tag.SOP_INSTANCE_UID, Uid.fromName(run + "#" + instance))
        .setString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("platform study " + date))
        .setString(Tag.SERIES_INSTANCE_UID, Uid.fromName(run))
        .setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName("platform frame " + date))
        .setString(Tag.MODALITY, "CT")
        .setString(Tag.PATIENT_NAME, "Breathless^Benedicta")
        .setString(Tag.PATIENT_ID, "PID-90210")
        .setString(Tag.PATIENT_POSITION, "HFS")
        .setString(Tag.ACQUISITION_DATE, date)
        .setInteger(Tag.INSTANCE_NUMBER, instance)
        .setDecimal(Tag.IMAGE_POSITION_PATIENT, corner, corner, place(slice))
        .setDecimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
        .setDecimal(Tag.PIXEL_SPACING, PIXEL_MM, PIXEL_MM)
        .setDecimal(Tag.SLICE_THICKNESS, SLICE_MM)
        .setInteger(Tag.SAMPLES_PER_PIXEL, 1)
        .setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .setInteger(Tag.ROWS, PIXELS)
        .setInteger(Tag.COLUMNS, PIXELS);
  }
}
