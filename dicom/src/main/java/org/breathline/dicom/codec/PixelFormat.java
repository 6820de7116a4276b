package org.breathline.dicom.codec;

import java.util.OptionalInt;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;

/**
 * How pixels are stored (PS3.3, C.7.6.3).
 *
 * @param rows pixels in a column
 * @param columns pixels in a row
 * @param samplesPerPixel 1 for grey, 3 for colour
 * @param bitsAllocated the bits of a cell: 1, 8, 16, 32 or 64
 * @param bitsStored the bits that are used
 * @param highBit the place of the most significant one
 * @param signed whether values are two's complement
 */
public record PixelFormat(
    int rows,
    int columns,
    int samplesPerPixel,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    boolean signed) {

  private static final long MOST_FRAME_BYTES = 256 << 20;

  /** The format that a data set says. */
  public static PixelFormat of(Dataset dataset) throws DicomException {
    int bitsAllocated = dataset.requireInteger(Tag.BITS_ALLOCATED);
    OptionalInt stored = dataset.integer(Tag.BITS_STORED);
    int bitsStored = stored.orElse(bitsAllocated);
    PixelFormat format =
        new PixelFormat(
            dataset.requireInteger(Tag.ROWS),
            dataset.requireInteger(Tag.COLUMNS),
            dataset.integer(Tag.SAMPLES_PER_PIXEL).orElse(1),
            bitsAllocated,
            bitsStored,
            dataset.integer(Tag.HIGH_BIT).orElse(bitsStored - 1),
            dataset.integer(Tag.PIXEL_REPRESENTATION).orElse(0) == 1);
    if (format.rows < 1 || format.columns < 1) {
      throw dataset.problem(Tag.ROWS, "expected at least one row and one column");
    }
    if ((bitsAllocated != 1 && bitsAllocated % 8 != 0) || bitsAllocated < 1 || bitsAllocated > 64) {
      throw dataset.problem(Tag.BITS_ALLOCATED, "expected 1, 8, 16, 32 or 64 bits");
    }
    if (bitsStored < 1 || bitsStored > bitsAllocated) {
      throw dataset.problem(Tag.BITS_STORED, "expected 1 to " + bitsAllocated + " bits");
    }
    if (format.highBit >= bitsAllocated || format.highBit < bitsStored - 1) {
      throw dataset.problem(Tag.HIGH_BIT, "expected a bit that leaves room for BitsStored");
    }
    return format;
  }

  /** Pixels of a frame. */
  public long pixels() {
    return (long) rows * columns;
  }

  /** Bytes of a native frame. */
  public long frameBytes() {
    return (pixels() * samplesPerPixel * bitsAllocated + 7) / 8;
  }

  /**
   * Bytes of a native frame, if they are few enough to be decoded in memory.
   *
   * @throws CodecException if they are more than 256 MiB
   */
  int checkedFrameBytes() throws CodecException {
    if (frameBytes() > MOST_FRAME_BYTES) {
      throw new CodecException(
          "a frame of " + frameBytes() + " bytes is larger than " + MOST_FRAME_BYTES);
    }
    return (int) frameBytes();
  }
}
