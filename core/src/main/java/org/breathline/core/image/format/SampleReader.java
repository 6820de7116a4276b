package org.breathline.core.image.format;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeHeader.Components;
import org.breathline.core.image.format.VolumeHeader.Compression;

/**
 * Reads the samples that a header describes. The volume is allocated only when the file is long
 * enough to hold it, also if it is compressed.
 */
final class SampleReader {

  private static final int CHUNK_BYTES = 1 << 20;

  /** No deflated byte yields more than this (a match of 258 bytes takes two bits at best). */
  private static final long GREATEST_EXPANSION = 1032;

  private final String file;
  private final VolumeHeader header;

  /**
   * Prepares to read.
   *
   * @param file the header's file, for messages
   */
  SampleReader(String file, VolumeHeader header) {
    this.file = file;
    this.header = header;
  }

  /** Reads one sample a voxel. */
  Volume read() throws IOException {
    if (header.components() != Components.SCALAR) {
      throw bad("expected one sample a voxel, found a vector field");
    }
    return unpacked(this::volume);
  }

  /** Reads vectors: their components to the left, to posterior and to superior. */
  List<FloatVolume> readVectors() throws IOException {
    if (header.components() != Components.VECTOR) {
      throw bad("expected a field of vectors, found one sample a voxel");
    }
    return unpacked(this::vectors);
  }

  /** Makes something of the samples' bytes. */
  private interface Reading<T> {
    T read(InputStream in) throws IOException;
  }

  private <T> T unpacked(Reading<T> reading) throws IOException {
    Path dataFile = header.dataFile();
    if (!Files.isRegularFile(dataFile)) {
      throw bad("expected its samples in " + HeaderText.name(dataFile) + ", which is not there");
    }
    try (FileChannel channel = FileChannel.open(dataFile)) {
      channel.position(checkedStart(channel.size()));
      InputStream packed = Channels.newInputStream(channel);
      try (InputStream in =
          switch (header.compression()) {
            case NONE -> packed;
            case ZLIB -> new InflaterInputStream(packed);
            case GZIP -> new GZIPInputStream(packed, 1 << 16);
          }) {
        return reading.read(in);
      }
    } catch (ZipException | EOFException e) {
      throw (VolumeFileException) bad("its compressed samples are damaged").initCause(e);
    }
  }

  private long checkedStart(long fileBytes) throws VolumeFileException {
    boolean packed = header.compression() != Compression.NONE;
    if (packed && header.skipBytes() == VolumeHeader.AT_END) {
      throw bad("the beginning of compressed samples cannot be told from their end");
    }
    long start =
        header.skipBytes() == VolumeHeader.AT_END
            ? Math.max(0, fileBytes - header.dataBytes())
            : header.skipBytes();
    long there = Math.max(0, fileBytes - start);
    if (packed ? header.dataBytes() / GREATEST_EXPANSION > there : header.dataBytes() > there) {
      throw bad(
          "expected %d bytes of samples%s, found %d"
              .formatted(header.dataBytes(), packed ? " (compressed)" : "", there));
    }
    return start;
  }

  private List<FloatVolume> vectors(InputStream in) throws IOException {
    Grid grid = header.grid();
    float[][] components = {new float[grid.size()], new float[grid.size()], new float[grid.size()]};
    float[] interleaved = new float[CHUNK_BYTES / header.type().bytes()];
    readChunks(
        in,
        (samples, at, count) -> {
          floats(samples, interleaved, 0, 3 * count);
          for (int v = 0; v < count; v++) {
            components[0][at + v] = interleaved[3 * v];
            components[1][at + v] = interleaved[3 * v + 1];
            components[2][at + v] = interleaved[3 * v + 2];
          }
        });
    return Stream.of(components)
        .map(values -> {
          if (header.slicesReversed()) {
            reverse(values, grid.sliceSize());
          }
          return new FloatVolume(grid, values);
        })
        .toList();
  }

  private Volume volume(InputStream in) throws IOException {
    Grid grid = header.grid();
    if (header.type().fitsShort()) {
      short[] values = new short[grid.size()];
      readChunks(in, (samples, at, count) -> shorts(samples, values, at, count));
      if (header.slicesReversed()) {
        reverse(values, grid.sliceSize());
      }
      return new ShortVolume(grid, values);
    }
    float[] values = new float[grid.size()];
    readChunks(in, (samples, at, count) -> floats(samples, values, at, count));
    if (header.slicesReversed()) {
      reverse(values, grid.sliceSize());
    }
    return new FloatVolume(grid, values);
  }

  /** Takes the samples of some voxels, from the voxel at an offset on. */
  private interface Sink {
    void take(ByteBuffer samples, int at, int count);
  }

  private void readChunks(InputStream in, Sink sink) throws IOException {
    int size = header.grid().size();
    byte[] chunk = new byte[CHUNK_BYTES];
    ByteBuffer samples = ByteBuffer.wrap(chunk).order(header.order());
    int voxelBytes = header.components().count() * header.type().bytes();
    int chunkVoxels = CHUNK_BYTES / voxelBytes;
    for (int at = 0; at < size; ) {
      int count = Math.min(chunkVoxels, size - at);
      int bytes = count * voxelBytes;
      if (in.readNBytes(chunk, 0, bytes) < bytes) {
        throw bad("expected %d bytes of samples, found fewer".formatted(header.dataBytes()));
      }
      sink.take(samples.clear(), at, count);
      at += count;
    }
  }

  private void shorts(ByteBuffer samples, short[] values, int at, int count) {
    if (header.type() == SampleType.INT16) {
      samples.asShortBuffer().get(values, at, count);
      return;
    }
    int mask = header.type() == SampleType.UINT8 ? 0xFF : -1;
    for (int i = 0; i < count; i++) {
      values[at + i] = (short) (samples.get(i) & mask);
    }
  }

  private void floats(ByteBuffer samples, float[] values, int at, int count) {
    if (header.type() == SampleType.FLOAT32) {
      samples.asFloatBuffer().get(values, at, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      values[at + i] =
          switch (header.type()) {
            case UINT16 -> samples.getChar(2 * i);
            case INT32 -> samples.getInt(4 * i);
            case UINT32 -> Integer.toUnsignedLong(samples.getInt(4 * i));
            case FLOAT64 -> (float) samples.getDouble(8 * i);
            case FLOAT32 -> samples.getFloat(4 * i);
            case INT8 -> samples.get(i);
            case UINT8 -> Byte.toUnsignedInt(samples.get(i));
            case INT16 -> samples.getShort(2 * i);
          };
    }
  }

  private static void reverse(short[] values, int slice) {
    short[] kept = new short[slice];
    for (int a = 0, b = values.length - slice; a < b; a += slice, b -= slice) {
      System.arraycopy(values, a, kept, 0, slice);
      System.arraycopy(values, b, values, a, slice);
      System.arraycopy(kept, 0, values, b, slice);
    }
  }

  private static void reverse(float[] values, int slice) {
    float[] kept = new float[slice];
    for (int a = 0, b = values.length - slice; a < b; a += slice, b -= slice) {
      System.arraycopy(values, a, kept, 0, slice);
      System.arraycopy(values, b, values, a, slice);
      System.arraycopy(kept, 0, values, b, slice);
    }
  }

  private VolumeFileException bad(String expected) {
    return new VolumeFileException(file, expected);
  }
}
