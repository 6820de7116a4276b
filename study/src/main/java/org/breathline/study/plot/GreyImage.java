package org.breathline.study.plot;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A picture of 8-bit grey values, rows from top to bottom. Does not change. */
public final class GreyImage {

  private static final int PAETH = 4;

  private final int width;
  private final int height;
  private final byte[] pixels;
  private final byte[] compressed;

  /**
   * Copies the pixels.
   *
   * @param pixels width x height values, 0 black to 255 white, a row after the other
   * @throws IllegalArgumentException if their number is not width x height, or that is 0
   */
  public GreyImage(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || pixels.length != width * height) {
      throw new IllegalArgumentException(
          "%d pixels for an image of %d x %d".formatted(pixels.length, width, height));
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels.clone();
    this.compressed = compress();
  }

  /** Pixels across. */
  public int width() {
    return width;
  }

  /** Pixels from top to bottom. */
  public int height() {
    return height;
  }

  /** One pixel, 0 to 255. */
  public int pixel(int x, int y) {
    return pixels[y * width + x] & 0xFF;
  }

  /** The image as a PNG file (ISO/IEC 15948, colour type 0). */
  public byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(0x89504E470D0A1A0AL);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      try (DataOutputStream fields = new DataOutputStream(header)) {
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 0, 0, 0, 0});
      }
      chunk(out, "IHDR", header.toByteArray());
      chunk(out, "IDAT", compressed);
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * The rows, each predicted by PNG's Paeth filter, in one zlib stream: the IDAT of a PNG, and a
   * PDF stream with FlateDecode and predictor 15.
   */
  byte[] compressed() {
    return compressed.clone();
  }

  private byte[] compress() {
    byte[] filtered = new byte[(width + 1) * height];
    int at = 0;
    for (int y = 0; y < height; y++) {
      filtered[at++] = PAETH;
      int left = 0;
      int corner = 0;
      for (int x = 0; x < width; x++) {
        int here = pixel(x, y);
        int above = y > 0 ? pixel(x, y - 1) : 0;
        filtered[at++] = (byte) (here - paeth(left, above, corner));
        left = here;
        corner = above;
      }
    }
    try (Deflater deflater = new Deflater()) {
      deflater.setInput(filtered);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static int paeth(int left, int above, int corner) {
    int estimate = left + above - corner;
    int toLeft = Math.abs(estimate - left);
    int toAbove = Math.abs(estimate - above);
    int toCorner = Math.abs(estimate - corner);
    if (toLeft <= toAbove && toLeft <= toCorner) {
      return left;
    }
    return toAbove <= toCorner ? above : corner;
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) check.getValue());
  }
}
