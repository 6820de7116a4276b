package org.breathline.dicom.codec;

import java.io.IOException;
import java.util.Set;
import org.breathline.dicom.data.TransferSyntax;

/**
 * JPEG 2000 (ISO/IEC 15444-1), by the reader of JAI Image I/O. That reader sets no bound to its
 * time: a codestream that is damaged in the wrong place can occupy it for minutes.
 */
final class Jpeg2000Codec implements PixelCodec {

  private static final String READER = "com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi";

  @Override
  public Set<TransferSyntax> syntaxes() {
    return Set.of(TransferSyntax.JPEG_2000_LOSSLESS, TransferSyntax.JPEG_2000);
  }

  @Override
  public byte[] decode(byte[] encoded, PixelFormat format) throws IOException {
    return ImageIoDecoder.decode(READER, encoded, format);
  }
}
