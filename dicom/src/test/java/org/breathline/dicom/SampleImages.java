package org.breathline.dicom;

import java.util.List;
import java.util.SplittableRandom;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;

/** Complete images of seeded pixels: smooth, with noise, and with flat parts. */
public final class SampleImages {

  private SampleImages() {}

  /** A CT slice with all that the standard asks of one, signed pixels of 16 bits. */
  public static Dataset ct(int rows, int columns, long seed) {
    Dataset image = grey(rows, columns, 16, 16, true, seed);
    image
        .setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE)
        .setString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .setString(Tag.MODALITY, "CT")
        .setString(Tag.BODY_PART_EXAMINED, "CHEST")
        .setString(Tag.STUDY_DATE, "20260102")
        .setString(Tag.STUDY_TIME, "101112")
        .setString(Tag.ACCESSION_NUMBER)
        .setString(Tag.REFERRING_PHYSICIAN_NAME)
        .setString(Tag.MANUFACTURER, "Breathline")
        .setString(Tag.PATIENT_NAME, "Phantom^Test")
        .setString(Tag.PATIENT_ID, "PHANTOM")
        .setString(Tag.PATIENT_BIRTH_DATE)
        .setString(Tag.PATIENT_SEX)
        .setString(Tag.PATIENT_POSITION, "HFS")
        .setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("study"))
        .setString(Tag.SERIES_INSTANCE_UID, Uid.fromName("series"))
        .setString(Tag.STUDY_ID, "1")
        .setInteger(Tag.SERIES_NUMBER, 1)
        .setInteger(Tag.ACQUISITION_NUMBER, 1)
        .setInteger(Tag.INSTANCE_NUMBER, 1)
        .setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName("frame"))
        .setString(Tag.POSITION_REFERENCE_INDICATOR)
        .setDecimal(Tag.SLICE_THICKNESS, 2.5)
        .setDecimal(Tag.KVP, 120)
        .setDecimal(Tag.PIXEL_SPACING, 0.9765625, 0.9765625)
        .setDecimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
        .setDecimal(Tag.IMAGE_POSITION_PATIENT, -249.51171875, -249.51171875, 12.5)
        .setDecimal(Tag.RESCALE_INTERCEPT, 0)
        .setDecimal(Tag.RESCALE_SLOPE, 1)
        .setString(Tag.RESCALE_TYPE, "HU");
    return image;
  }

  /** A grey image of a secondary capture. */
  public static Dataset grey(
      int rows, int columns, int allocated, int stored, boolean signed, long seed) {
    byte[] pixels = new byte[rows * columns * allocated / 8];
    int range = 1 << stored;
    SplittableRandom random = new SplittableRandom(seed);
    int at = 0;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        boolean flat = x < columns / 4 || y > 3 * rows / 4;
        int noise = flat ? 0 : random.nextInt(Math.max(2, range / 64));
        int value = (flat ? range / 3 : (x * 5 + y * 11) * range / 4096 + noise) % range;
        int cell = signed ? (value - range / 2) & ((1 << allocated) - 1) : value;
        pixels[at++] = (byte) cell;
        if (allocated == 16) {
          pixels[at++] = (byte) (cell >> 8);
        }
      }
    }
    return image(rows, columns, allocated, stored, pixels)
        .setInteger(Tag.SAMPLES_PER_PIXEL, 1)
        .setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
        .setInteger(Tag.PIXEL_REPRESENTATION, signed ? 1 : 0);
  }

  /** A colour image of a secondary capture. */
  public static Dataset colour(int rows, int columns, long seed) {
    byte[] pixels = new byte[rows * columns * 3];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < pixels.length; i++) {
      int pixel = i / 3;
      boolean flat = pixel % columns < columns / 3;
      pixels[i] = (byte) (flat ? 40 * (i % 3) : pixel / columns * (1 + i % 3) + random.nextInt(6));
    }
    return image(rows, columns, 8, 8, pixels)
        .setInteger(Tag.SAMPLES_PER_PIXEL, 3)
        .setInteger(Tag.PLANAR_CONFIGURATION, 0)
        .setString(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
        .setInteger(Tag.PIXEL_REPRESENTATION, 0);
  }

  private static Dataset image(int rows, int columns, int allocated, int stored, byte[] pixels) {
    Dataset code =
        new Dataset()
            .setString(Tag.CODE_VALUE, "39607008")
            .setString(Tag.CODING_SCHEME_DESIGNATOR, "SCT")
            .setString(Tag.CODE_MEANING, "Lung");
    return new Dataset()
        .setString(Tag.SOP_CLASS_UID, SopClass.SECONDARY_CAPTURE_IMAGE)
        .setString(Tag.SOP_INSTANCE_UID, Uid.fromName("image"))
        .setItems(Tag.ANATOMIC_REGION_SEQUENCE, List.of(code))
        .setInteger(Tag.ROWS, rows)
        .setInteger(Tag.COLUMNS, columns)
        .setInteger(Tag.BITS_ALLOCATED, allocated)
        .setInteger(Tag.BITS_STORED, stored)
        .setInteger(Tag.HIGH_BIT, stored - 1)
        .put(
            new BulkElement(
                Tag.PIXEL_DATA, allocated == 16 ? Vr.OW : Vr.OB, new BulkData.InMemory(pixels)));
  }
}
