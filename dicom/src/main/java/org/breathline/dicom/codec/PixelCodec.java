package org.breathline.dicom.codec;

import java.io.IOException;
import java.util.Set;
import org.breathline.dicom.data.TransferSyntax;

/** Decodes compressed frames. Implementations keep no state and may be used by many threads. */
public interface PixelCodec {

  /** The transfer syntaxes that it decodes. */
  Set<TransferSyntax> syntaxes();

  /**
   * Decodes a frame. Colours are not converted: samples are what was encoded.
   *
   * @param encoded the compressed frame, perhaps with a byte of padding
   * @param format rows, columns, samples and bits that the frame has to have
   * @return {@link PixelFormat#frameBytes()} bytes: pixels row by row, the samples of a pixel side
   *     by side, little endian
   * @throws CodecException if the frame is damaged, or has another format
   */
  byte[] decode(byte[] encoded, PixelFormat format) throws IOException;
}
