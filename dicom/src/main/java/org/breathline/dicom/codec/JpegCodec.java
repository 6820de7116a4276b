package org.breathline.dicom.codec;

import java.io.IOException;
import java.util.Set;
import org.breathline.dicom.data.TransferSyntax;

/**
 * JPEG (ISO/IEC 10918-1): with loss of 8 bits by the platform's reader, without loss by
 * TwelveMonkeys'. JPEG with loss of 12 bits is refused.
 */
final class JpegCodec implements PixelCodec {

  private static final String LOSSLESS_READER =
      "com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi";
  private static final String LOSSY_READER = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

  private static final int SOF_LOSSLESS = 0xC3;

  @Override
  public Set<TransferSyntax> syntaxes() {
    return Set.of(
        TransferSyntax.JPEG_BASELINE,
        TransferSyntax.JPEG_EXTENDED,
        TransferSyntax.JPEG_LOSSLESS,
        TransferSyntax.JPEG_LOSSLESS_FIRST_ORDER);
  }

  @Override
  public byte[] decode(byte[] encoded, PixelFormat format) throws IOException {
    boolean lossless = frameMarker(encoded) == SOF_LOSSLESS;
    return ImageIoDecoder.decode(lossless ? LOSSLESS_READER : LOSSY_READER, encoded, format);
  }

  /** The second byte of the start-of-frame marker, which names the process (B.1.1.3). */
  private static int frameMarker(byte[] jpeg) throws CodecException {
    int at = 2;
    while (at + 4 <= jpeg.length && jpeg[at] == -1) {
      int marker = jpeg[at + 1] & 0xFF;
      boolean table = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
      if (marker >= 0xC0 && marker <= 0xCF && !table) {
        return marker;
      }
      // A marker may be preceded by fill bytes FF.
      at += marker == 0xFF ? 1 : 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
    }
    throw new CodecException("the JPEG image has no start of frame");
  }
}
