package org.breathline.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A damaged JPEG 2000 frame is decoded to as many bytes as it should have, or refused with a {@link
 * CodecException}, and never for reaching the limit of time.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class Jpeg2000DamageTest {

  private static final int ROWS = 61;
  private static final int COLUMNS = 83;

  /** Where the fields of the main header are that SOC and SIZ begin (A.5.1). */
  private static final int X_SIZE = 8;

  private static final int TILE_WIDTH = 24;

  private static final class Frame {

    private final byte[] codestream;
    private final PixelFormat format;

    Frame(byte[] codestream, PixelFormat format) {
      this.codestream = codestream;
      this.format = format;
    }

    byte[] codestream() {
      return codestream.clone();
    }

    PixelFormat format() {
      return format;
    }
  }

  private final PixelCodec codec = new Jpeg2000Codec();

  private static Frame frame(int type, int tile) throws IOException {
    BufferedImage image = new BufferedImage(COLUMNS, ROWS, type);
    WritableRaster raster = image.getRaster();
    int bits = type == BufferedImage.TYPE_USHORT_GRAY ? 16 : 8;
    SplittableRandom random = new SplittableRandom(type + tile);
    for (int y = 0; y < ROWS; y++) {
      for (int x = 0; x < COLUMNS; x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          int noise = x < COLUMNS / 4 ? 0 : random.nextInt(1 << (bits - 5));
          raster.setSample(x, y, band, ((x + y * (band + 1)) << (bits - 8)) + noise);
        }
      }
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg2000").next();
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (tile > 0) {
      parameters.setTilingMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setTiling(tile, tile, 0, 0);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    int samples = raster.getNumBands();
    // The writer makes a JP2 file, whose last box is the codestream.
    byte[] file = bytes.toByteArray();
    byte[] codestream = Arrays.copyOfRange(file, find(file, 0xFF4F), file.length);
    return new Frame(
        codestream, new PixelFormat(ROWS, COLUMNS, samples, bits, bits, bits - 1, false));
  }

  private static List<Frame> frames() throws IOException {
    List<Frame> frames = new ArrayList<>();
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY, BufferedImage.TYPE_3BYTE_BGR
        }) {
      frames.add(frame(type, 0));
      frames.add(frame(type, 32));
    }
    return frames;
  }

  @Test
  void damagedFramesAreDecodedOrRefused() throws IOException {
    List<Frame> frames = frames();
    Property.holds(400, 1, random -> decodeDamaged(frames, random));
  }

  @Test
  @Tag("full")
  @Timeout(value = 1800, unit = TimeUnit.SECONDS)
  void manyDamagedFramesAreDecodedOrRefused() throws IOException {
    List<Frame> frames = frames();
    Property.holds(50_000, 10_000, random -> decodeDamaged(frames, random));
  }

  private void decodeDamaged(List<Frame> frames, SplittableRandom random) {
    Frame frame = frames.get(random.nextInt(frames.size()));
    byte[] bytes = frame.codestream();
    int reach = random.nextInt(3) == 0 ? 200 : bytes.length;
    for (int i = random.nextInt(6); i >= 0; i--) {
      int at = random.nextInt(reach);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) 0xFF);
        default -> Arrays.fill(bytes, at, Math.min(at + 4, bytes.length), (byte) 0);
      }
    }
    try {
      assertThat(codec.decode(bytes, frame.format())).hasSize((int) frame.format().frameBytes());
    } catch (CodecException e) {
      assertThat(e.problem()).doesNotContain("given up");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void lastTilePartMayLeaveItsLengthAndTheEndOut() throws IOException {
    Frame frame = frame(BufferedImage.TYPE_USHORT_GRAY, 0);
    byte[] expected = codec.decode(frame.codestream(), frame.format());
    byte[] open = frame.codestream();
    ByteBuffer.wrap(open).putInt(startOfTile(open) + 6, 0);
    assertThat(codec.decode(open, frame.format())).isEqualTo(expected);
    assertThat(codec.decode(Arrays.copyOf(open, open.length + 1), frame.format()))
        .isEqualTo(expected);
    byte[] endless = Arrays.copyOf(frame.codestream(), frame.codestream().length - 2);
    assertThat(codec.decode(endless, frame.format())).isEqualTo(expected);
  }

  @Test
  void codestreamInJp2FileIsFound() throws IOException {
    Frame frame = frame(BufferedImage.TYPE_BYTE_GRAY, 0);
    byte[] bare = frame.codestream();
    ByteBuffer file = ByteBuffer.allocate(12 + 8 + bare.length);
    file.putInt(12).putInt(0x6A502020).putInt(0x0D0A870A);
    file.putInt(8 + bare.length).putInt(0x6A703263).put(bare);
    assertThat(codec.decode(file.array(), frame.format()))
        .isEqualTo(codec.decode(bare, frame.format()));
  }

  @Test
  void headersOutOfProportionAreRefusedInWords() throws IOException {
    Frame frame = frame(BufferedImage.TYPE_USHORT_GRAY, 0);
    byte[] sound = frame.codestream();
    int style = find(sound, 0xFF52);
    refuses(frame, X_SIZE, 4, 70_000, "expected 83 x 61 pixels, the codestream has 70000 x 61");
    refuses(frame, TILE_WIDTH, 4, 0, "first tile");
    refuses(frame, style + 6, 2, 0, "0 layers");
    refuses(frame, style + 9, 1, 32, "32 decomposition levels");
    refuses(frame, style + 10, 1, 9, "code-blocks are larger");
    refuses(frame, startOfTile(sound) + 4, 2, 7, "no tile-part of one of 1 tiles");
    refuses(frame, startOfTile(sound) + 6, 4, sound.length, "a tile-part of " + sound.length);
    refuses(frame, find(sound, 0xFF5C) + 1, 1, 0x60, "packed packet headers");
  }

  private void refuses(Frame frame, int at, int count, int value, String words) {
    byte[] bytes = frame.codestream();
    for (int i = 0; i < count; i++) {
      bytes[at + i] = (byte) (value >> (8 * (count - 1 - i)));
    }
    assertThatThrownBy(() -> codec.decode(bytes, frame.format()))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining(words);
  }

  @Test
  void oneTileForEachPixelIsRefused() {
    int side = 200;
    ByteBuffer header = ByteBuffer.allocate(100);
    header.putShort((short) 0xFF4F).putShort((short) 0xFF51).putShort((short) 41);
    header.putShort((short) 0).putInt(side).putInt(side).putLong(0).putInt(1).putInt(1).putLong(0);
    header.putShort((short) 1).put((byte) 7).putShort((short) 0x0101);
    PixelFormat format = new PixelFormat(side, side, 1, 8, 8, 7, false);
    assertThatThrownBy(() -> codec.decode(header.array(), format))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("40000 tiles");
  }

  @Test
  void packetHeaderWithoutStuffedBitEnds() throws IOException {
    Frame frame = frame(BufferedImage.TYPE_USHORT_GRAY, 0);
    byte[] bytes = frame.codestream();
    int packet = startOfTile(bytes) + 14;
    Arrays.fill(bytes, packet, packet + 8, (byte) 0xFF);
    assertThatThrownBy(() -> codec.decode(bytes, frame.format()))
        .isInstanceOf(CodecException.class)
        .hasMessageNotContaining("given up")
        .hasRootCauseMessage("a packet header has no stuffed bit");
  }

  private static int startOfTile(byte[] codestream) {
    return find(codestream, 0xFF90);
  }

  private static int find(byte[] codestream, int marker) {
    ByteBuffer bytes = ByteBuffer.wrap(codestream);
    int at = 0;
    while (Short.toUnsignedInt(bytes.getShort(at)) != marker) {
      at++;
    }
    return at;
  }
}
