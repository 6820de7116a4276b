package org.breathline.core.image.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.Volume;

/** Reads and writes volumes as MetaImage and NRRD files. */
public final class VolumeFiles {

  /** What every reader of MetaImage takes of a comment. */
  public static final int LONGEST_COMMENT = 200;

  private VolumeFiles() {}

  /** The endings of the files that can be read and written: .nrrd, .nhdr, .mha and .mhd. */
  public static List<String> endings() {
    return VolumeFormat.ALL.stream()
        .flatMap(format -> Stream.of(format.wholeEnding(), format.headerEnding()))
        .toList();
  }

  /** Whether a file's name ends as those of volumes do. */
  public static boolean hasKnownEnding(Path file) {
    return format(file).isPresent();
  }

  /**
   * Reads a volume, whichever format it has; the content decides, not the name. Signed and unsigned
   * bytes and signed 16-bit samples come as a {@link ShortVolume}, all others as a {@link
   * FloatVolume}. Left-handed axes are made right-handed by taking the slices last to first.
   *
   * @param file a file with header and samples, or a header whose samples lie beside it
   * @throws VolumeFileException if it is not such a file; no more is allocated than the file's size
   *     warrants
   * @throws IOException if it cannot be read
   */
  public static Volume read(Path file) throws IOException {
    return reader(file).read();
  }

  /**
   * Reads a field of vectors in patient space (LPS), whichever format it has.
   *
   * @param file as for {@link #read}, with three samples a voxel
   * @return the vectors' components to the left, to posterior and to superior, on one grid
   * @throws VolumeFileException if it is not such a file; no more is allocated than the file's size
   *     warrants
   * @throws IOException if it cannot be read
   */
  public static List<FloatVolume> readVectors(Path file) throws IOException {
    return reader(file).readVectors();
  }

  private static SampleReader reader(Path file) throws IOException {
    HeaderText text = HeaderText.of(file);
    for (VolumeFormat format : VolumeFormat.ALL) {
      if (format.recognises(text)) {
        return new SampleReader(text.file(), format.read(file, text));
      }
    }
    throw new VolumeFileException(
        text.file(), "expected a MetaImage or NRRD file, which begins with its header's text");
  }

  /**
   * Writes a volume: 16-bit samples for a {@link ShortVolume}, single precision for a {@link
   * FloatVolume}. The file appears whole or not at all.
   *
   * @param file its ending decides the format; with .mhd and .nhdr the samples go into a file of
   *     the same name that ends in .raw. Files that are there are replaced.
   * @throws IllegalArgumentException if the ending is not one of {@link #endings}
   * @throws IOException if it cannot be written
   */
  public static void write(Volume volume, Path file) throws IOException {
    SampleType type =
        switch (volume) {
          case ShortVolume shorts -> SampleType.INT16;
          case FloatVolume floats -> SampleType.FLOAT32;
        };
    int slice = volume.grid().sliceSize();
    try (VolumeWriter writer = VolumeWriter.create(file, volume.grid(), type)) {
      for (int from = 0; from < volume.grid().size(); from += slice) {
        switch (volume) {
          case ShortVolume shorts -> writer.slice(shorts.values(), from);
          case FloatVolume floats -> writer.slice(floats.values(), from);
        }
      }
      writer.finish();
    }
  }

  /**
   * Writes a field of vectors in patient space (LPS) in single precision, the three components of a
   * voxel one after the other. The file appears whole or not at all.
   *
   * @param left the components to the left
   * @param posterior the components to posterior, on the same grid
   * @param superior the components to superior, on the same grid
   * @param comment one line in the header for a reader, at most {@value #LONGEST_COMMENT}
   *     characters; empty for none
   * @param file as for {@link #write}
   * @throws IllegalArgumentException if the grids differ, the comment is no such line or the ending
   *     is not one of {@link #endings}
   * @throws IOException if it cannot be written
   */
  public static void writeVectors(
      FloatVolume left, FloatVolume posterior, FloatVolume superior, String comment, Path file)
      throws IOException {
    if (comment.length() > LONGEST_COMMENT || comment.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a comment is one line of at most 200 characters");
    }
    Grid grid = left.grid();
    if (!posterior.grid().equals(grid) || !superior.grid().equals(grid)) {
      throw new IllegalArgumentException("the components of a vector field lie on one grid");
    }
    int slice = grid.sliceSize();
    try (VolumeWriter writer = VolumeWriter.ofVectors(file, grid, comment)) {
      float[] interleaved = new float[3 * slice];
      for (int from = 0; from < grid.size(); from += slice) {
        for (int v = 0; v < slice; v++) {
          interleaved[3 * v] = left.at(from + v);
          interleaved[3 * v + 1] = posterior.at(from + v);
          interleaved[3 * v + 2] = superior.at(from + v);
        }
        writer.slice(interleaved, 0);
      }
      writer.finish();
    }
  }

  /** The format of a file with this name. */
  static Optional<VolumeFormat> format(Path file) {
    String name = HeaderText.name(file).toLowerCase(Locale.ROOT);
    return VolumeFormat.ALL.stream()
        .filter(f -> name.endsWith(f.wholeEnding()) || name.endsWith(f.headerEnding()))
        .findFirst();
  }
}
