package org.breathline.core.image.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.format.VolumeHeader.Components;

/**
 * Writes a volume slice by slice, so that it never has to be in memory. The file appears with
 * {@link #finish}; without it, {@link #close} leaves nothing behind.
 *
 * {@snippet :
 * try (VolumeWriter writer = VolumeWriter.create(file, grid, SampleType.INT16)) {
 *   for (int k = 0; k < grid.nz(); k++) {
 *     writer.slice(hu(k), 0);
 *   }
 *   writer.finish();
 * }
 * }
 */
public final class VolumeWriter implements Closeable {

  private final Grid grid;
  private final SampleType type;

  /** Samples in a slice. */
  private final int sliceSamples;

  /** Where the header (with the samples, if there is no other file) is written, and belongs. */
  private final Path stagedFile;

  private final Path file;

  /** Where the samples are written, and belong; the same as above if in one file. */
  private final Path stagedData;

  private final Path dataFile;

  private final FileChannel samples;
  private final ByteBuffer buffer;
  private int slices;
  private boolean finished;

  private VolumeWriter(
      Path file, Path dataFile, Grid grid, Components components, SampleType type, String header)
      throws IOException {
    String suffix = ".part-" + UUID.randomUUID();
    this.grid = grid;
    this.type = type;
    this.sliceSamples = components.count() * grid.sliceSize();
    this.file = file;
    this.dataFile = dataFile;
    this.stagedFile = file.resolveSibling("." + HeaderText.name(file) + suffix);
    this.stagedData = dataFile.resolveSibling("." + HeaderText.name(dataFile) + suffix);
    this.buffer = ByteBuffer.allocateDirect(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
    Files.writeString(
        stagedFile, header, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE_NEW);
    FileChannel opened = null;
    try {
      opened = FileChannel.open(stagedData, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } finally {
      if (opened == null) {
        Files.deleteIfExists(stagedFile);
      }
    }
    this.samples = opened;
  }

  /**
   * Begins a file.
   *
   * @param file its ending decides the format: .mha, .mhd, .nrrd or .nhdr; with .mhd and .nhdr the
   *     samples go into a file of the same name that ends in .raw
   * @param grid where the samples will lie
   * @param type {@link SampleType#INT16} or {@link SampleType#FLOAT32}
   * @throws IllegalArgumentException if the ending or the type is another
   * @throws IOException if a file cannot be created in that folder
   */
  public static VolumeWriter create(Path file, Grid grid, SampleType type) throws IOException {
    if (type != SampleType.INT16 && type != SampleType.FLOAT32) {
      throw new IllegalArgumentException("volumes are written as INT16 or FLOAT32, not " + type);
    }
    return create(file, grid, Components.SCALAR, type, "");
  }

  /**
   * Begins a file of vectors in patient space, in single precision. A slice holds three floats a
   * voxel: its components to the left, to posterior and to superior.
   *
   * @param file as for {@link #create}
   * @param grid where the vectors will lie
   * @param comment one line for a reader; empty for none
   */
  static VolumeWriter ofVectors(Path file, Grid grid, String comment) throws IOException {
    if (3L * grid.sliceSize() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a slice of vectors does not fit one array");
    }
    return create(file, grid, Components.VECTOR, SampleType.FLOAT32, comment);
  }

  private static VolumeWriter create(
      Path file, Grid grid, Components components, SampleType type, String comment)
      throws IOException {
    String name = HeaderText.name(file);
    VolumeFormat format =
        VolumeFiles.format(file)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    name + ": expected one of " + String.join(", ", VolumeFiles.endings())));
    if (name.toLowerCase(Locale.ROOT).endsWith(format.wholeEnding())) {
      return new VolumeWriter(
          file, file, grid, components, type, format.header(grid, components, type, comment, ""));
    }
    String dataName = name.substring(0, name.length() - format.headerEnding().length()) + ".raw";
    return new VolumeWriter(
        file,
        file.resolveSibling(dataName),
        grid,
        components,
        type,
        format.header(grid, components, type, comment, dataName));
  }

  /**
   * Writes the next slice of whole numbers.
   *
   * @param values holds the slice from {@code from} on, rows one after the other
   * @throws IllegalStateException if all slices were written, or the file is one of floats
   */
  public void slice(short[] values, int from) throws IOException {
    begin(SampleType.INT16);
    Objects.checkFromIndexSize(from, sliceSamples, values.length);
    int capacity = buffer.capacity() / type.bytes();
    for (int done = 0; done < sliceSamples; ) {
      int count = Math.min(capacity, sliceSamples - done);
      buffer.clear().asShortBuffer().put(values, from + done, count);
      write(count);
      done += count;
    }
    slices++;
  }

  /**
   * Writes the next slice of floats.
   *
   * @param values holds the slice from {@code from} on, rows one after the other
   * @throws IllegalStateException if all slices were written, or the file is one of whole numbers
   */
  public void slice(float[] values, int from) throws IOException {
    begin(SampleType.FLOAT32);
    Objects.checkFromIndexSize(from, sliceSamples, values.length);
    int capacity = buffer.capacity() / type.bytes();
    for (int done = 0; done < sliceSamples; ) {
      int count = Math.min(capacity, sliceSamples - done);
      buffer.clear().asFloatBuffer().put(values, from + done, count);
      write(count);
      done += count;
    }
    slices++;
  }

  private void begin(SampleType given) {
    if (given != type) {
      throw new IllegalStateException("a slice of %s for a file of %s".formatted(given, type));
    }
    if (slices == grid.nz()) {
      throw new IllegalStateException("all %d slices were written".formatted(slices));
    }
  }

  private void write(int count) throws IOException {
    buffer.limit(count * type.bytes());
    while (buffer.hasRemaining()) {
      samples.write(buffer);
    }
  }

  /**
   * Moves the finished file into place, its samples first.
   *
   * @throws IllegalStateException if slices are missing
   */
  public void finish() throws IOException {
    if (slices != grid.nz()) {
      throw new IllegalStateException("%d of %d slices".formatted(slices, grid.nz()));
    }
    samples.close();
    if (!stagedData.equals(stagedFile)) {
      Files.move(stagedData, dataFile, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(stagedFile, file, StandardCopyOption.ATOMIC_MOVE);
    finished = true;
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      samples.close();
      Files.deleteIfExists(stagedData);
      Files.deleteIfExists(stagedFile);
    }
  }
}
