package org.breathline.dicom.codec;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.breathline.dicom.data.TransferSyntax;

/**
 * JPEG 2000 (ISO/IEC 15444-1), by the reader of JAI Image I/O. That reader sets no bounds of its
 * own, so they are set around it: the headers are checked before it sees them, the stream that it
 * reads ends a decoding that goes beyond it, and its thread may use 5 s of processor time and
 * another 2 s for each million samples of the frame, several times what a sound frame takes.
 */
final class Jpeg2000Codec implements PixelCodec {

  private static final String READER = "com.github.jaiimageio.jpeg2000.impl.J2KImageReaderSpi";

  private static final Duration LEAST_TIME = Duration.ofSeconds(5);
  private static final long NANOSECONDS_PER_SAMPLE = 2000;

  private static final WatchedDecoding WATCH = new WatchedDecoding("JPEG 2000", 4);

  @Override
  public Set<TransferSyntax> syntaxes() {
    return Set.of(TransferSyntax.JPEG_2000_LOSSLESS, TransferSyntax.JPEG_2000);
  }

  @Override
  public byte[] decode(byte[] encoded, PixelFormat format) throws IOException {
    format.checkedFrameBytes();
    BoundedImageStream codestream = Jpeg2000Codestream.open(encoded, format);
    long samples = format.pixels() * format.samplesPerPixel();
    return WATCH.run(
        () -> ImageIoDecoder.decode(READER, codestream, format),
        LEAST_TIME.plusNanos(samples * NANOSECONDS_PER_SAMPLE));
  }
}
