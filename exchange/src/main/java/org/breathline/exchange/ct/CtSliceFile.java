package org.breathline.exchange.ct;

import java.io.IOException;
import java.nio.file.Path;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.kernel.Kernels;

/** Writes a CT image: a composed header, and pixels as they were or Hounsfield units. */
public final class CtSliceFile {

  private CtSliceFile() {}

  /** Writes a header with native pixel data that fit it. */
  public static void write(Path file, Dataset header, BulkData pixels) throws IOException {
    DicomWriter.write(file, DicomWriter.prefix(header, Vr.OW, pixels.length()), pixels);
  }

  /**
   * Writes Hounsfield units as signed 16-bit pixels with slope 1 and intercept 0, so that the
   * stored value is the Hounsfield unit.
   *
   * @param header changed so that it fits
   * @param hu columns x rows values
   */
  public static void writeHu(Path file, Dataset header, short[] hu) throws IOException {
    header.setInteger(Tag.BITS_ALLOCATED, 16);
    header.setInteger(Tag.BITS_STORED, 16);
    header.setInteger(Tag.HIGH_BIT, 15);
    header.setInteger(Tag.PIXEL_REPRESENTATION, 1);
    header.setInteger(Tag.RESCALE_INTERCEPT, 0);
    header.setInteger(Tag.RESCALE_SLOPE, 1);
    header.remove(Tag.PIXEL_PADDING_VALUE);
    byte[] bytes = new byte[2 * hu.length];
    Kernels.storedPixels().fromHounsfield(hu, 0, true, 0, bytes, 0, hu.length);
    write(file, header, new BulkData.InMemory(bytes));
  }
}
