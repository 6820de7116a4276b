package org.breathline.dicom.codec;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Element;
import org.breathline.dicom.data.EncapsulatedElement;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.io.DicomFile;

/** The frames of an image, native or compressed, each read and decoded when asked for. */
public final class PixelFrames {

  private final Dataset dataset;
  private final PixelFormat format;
  private final int count;
  private final Element pixels;
  private final Optional<PixelCodec> codec;
  private final List<List<BulkData>> encoded;

  private PixelFrames(Dataset dataset, TransferSyntax syntax) throws DicomException {
    this.dataset = dataset;
    this.format = PixelFormat.of(dataset);
    this.count = Math.max(1, dataset.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
    this.pixels =
        dataset
            .find(Tag.PIXEL_DATA)
            .orElseThrow(() -> dataset.problem(Tag.PIXEL_DATA, "the element is missing"));
    this.codec = PixelCodecs.find(syntax);
    this.encoded =
        pixels instanceof EncapsulatedElement fragments
            ? FragmentFrames.of(dataset, fragments, count)
            : List.of();
  }

  /**
   * The frames of a file that was read.
   *
   * @throws DicomException if there are no pixel data or their description is wrong
   */
  public static PixelFrames of(DicomFile file) throws DicomException {
    return new PixelFrames(file.dataset(), file.transferSyntax());
  }

  /** How pixels are stored. */
  public PixelFormat format() {
    return format;
  }

  /** How many frames there are. */
  public int count() {
    return count;
  }

  /**
   * Reads and, if need be, decodes a frame. Colours are not converted.
   *
   * @param frame its number, from 0
   * @return {@link PixelFormat#frameBytes()} bytes, little endian, pixels row by row, the samples
   *     of a pixel side by side
   */
  public byte[] read(int frame) throws IOException {
    if (frame < 0 || frame >= count) {
      throw new IndexOutOfBoundsException("frame " + frame + " of " + count);
    }
    return switch (pixels) {
      case EncapsulatedElement fragments -> decode(frame);
      case BulkElement bulk -> nativeFrame(bulk.data(), frame);
      default -> throw dataset.problem(Tag.PIXEL_DATA, "expected bytes or words");
    };
  }

  private byte[] nativeFrame(BulkData data, int frame) throws IOException {
    long bytes = format.frameBytes();
    if (format.bitsAllocated() == 1 && format.pixels() % 8 != 0 && count > 1) {
      throw dataset.problem(Tag.PIXEL_DATA, "frames of single bits that do not end on bytes");
    }
    if ((frame + 1) * bytes > data.length()) {
      throw dataset.problem(
          Tag.PIXEL_DATA,
          "expected %d bytes for %d frames, found %d"
              .formatted(count * bytes, count, data.length()));
    }
    byte[] bytesOfFrame = new byte[format.checkedFrameBytes()];
    data.read(frame * bytes, bytesOfFrame, 0, bytesOfFrame.length);
    boolean planes =
        format.samplesPerPixel() > 1 && dataset.integer(Tag.PLANAR_CONFIGURATION).orElse(0) == 1;
    return planes ? interleave(bytesOfFrame) : bytesOfFrame;
  }

  private byte[] interleave(byte[] planes) {
    int samples = format.samplesPerPixel();
    int bytes = format.bitsAllocated() / 8;
    int pixels = (int) format.pixels();
    byte[] interleaved = new byte[planes.length];
    for (int i = 0, to = 0; i < pixels; i++) {
      for (int sample = 0; sample < samples; sample++, to += bytes) {
        System.arraycopy(planes, (sample * pixels + i) * bytes, interleaved, to, bytes);
      }
    }
    return interleaved;
  }

  private byte[] decode(int frame) throws IOException {
    PixelCodec decoder =
        codec.orElseThrow(
            () -> dataset.problem(Tag.PIXEL_DATA, "this compression is not supported"));
    try {
      return decoder.decode(join(encoded.get(frame)), format);
    } catch (CodecException e) {
      DicomException located = dataset.problem(Tag.PIXEL_DATA, e.problem());
      located.initCause(e);
      throw located;
    }
  }

  private static byte[] join(List<BulkData> fragments) throws IOException {
    if (fragments.size() == 1) {
      return fragments.getFirst().readAll();
    }
    long size = fragments.stream().mapToLong(BulkData::length).sum();
    if (size > Integer.MAX_VALUE - 16) {
      throw new CodecException("a compressed frame of " + size + " bytes does not fit one array");
    }
    byte[] all = new byte[(int) size];
    int at = 0;
    for (BulkData fragment : fragments) {
      fragment.read(0, all, at, (int) fragment.length());
      at += (int) fragment.length();
    }
    return all;
  }
}
