package org.breathline.dicom.codec;

import java.util.Set;
import org.breathline.dicom.data.TransferSyntax;

/** JPEG-LS, lossless and near-lossless (ISO/IEC 14495-1, ITU-T T.87). */
final class JpegLsCodec implements PixelCodec {

  @Override
  public Set<TransferSyntax> syntaxes() {
    return Set.of(TransferSyntax.JPEG_LS_LOSSLESS, TransferSyntax.JPEG_LS_NEAR_LOSSLESS);
  }

  @Override
  public byte[] decode(byte[] encoded, PixelFormat format) throws CodecException {
    return new JpegLsDecoder(encoded, format).decode();
  }
}
