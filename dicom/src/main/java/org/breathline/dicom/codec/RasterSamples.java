package org.breathline.dicom.codec;

import java.awt.image.Raster;

/** Samples of an image that a platform codec decoded, as the bytes of a native frame. */
final class RasterSamples {

  private RasterSamples() {}

  static byte[] toFrame(Raster raster, PixelFormat format) throws CodecException {
    checkSize(raster.getWidth(), raster.getHeight(), format);
    int samples = format.samplesPerPixel();
    if (raster.getNumBands() != samples) {
      throw new CodecException(
          "expected " + samples + " samples a pixel, found " + raster.getNumBands());
    }
    int bytes = format.bitsAllocated() / 8;
    if (bytes != 1 && bytes != 2) {
      throw new CodecException("expected 8 or 16 bits allocated in a JPEG frame");
    }
    byte[] frame = new byte[format.checkedFrameBytes()];
    int[] row = new int[format.columns() * samples];
    int at = 0;
    for (int y = 0; y < format.rows(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, format.columns(), 1, row);
      for (int value : row) {
        frame[at++] = (byte) value;
        if (bytes == 2) {
          frame[at++] = (byte) (value >> 8);
        }
      }
    }
    return frame;
  }

  static void checkSize(int columns, int rows, PixelFormat format) throws CodecException {
    if (columns != format.columns() || rows != format.rows()) {
      throw new CodecException(
          "expected %d x %d pixels, the frame has %d x %d"
              .formatted(format.columns(), format.rows(), columns, rows));
    }
  }
}
