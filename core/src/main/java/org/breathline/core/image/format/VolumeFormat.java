package org.breathline.core.image.format;

import java.nio.file.Path;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.format.VolumeHeader.Components;

/** One file format for volumes. Implementations hold no state. */
interface VolumeFormat {

  /** All formats; the last one is taken for what none of the others recognises. */
  List<VolumeFormat> ALL = List.of(new NrrdFormat(), new MetaImageFormat());

  /** The format in words. */
  String name();

  /** The ending of a file that holds header and samples, such as {@code .mha}. */
  String wholeEnding();

  /** The ending of a header whose samples are in another file, such as {@code .mhd}. */
  String headerEnding();

  /** Whether a file begins as one of this format does. */
  boolean recognises(HeaderText text);

  /**
   * Reads a header.
   *
   * @param file the file it is in
   * @throws VolumeFileException where a key is not what the format says
   */
  VolumeHeader read(Path file, HeaderText text) throws VolumeFileException;

  /**
   * The text of a header for little-endian samples that are not compressed.
   *
   * @param comment one line for a reader; empty for none
   * @param dataFile the name of the file with the samples; empty if they follow the header
   */
  String header(Grid grid, Components components, SampleType type, String comment, String dataFile);

  /**
   * The file beside a header that its text names.
   *
   * @throws VolumeFileException if it names a file elsewhere or several files
   */
  static Path beside(Path file, HeaderField field) throws VolumeFileException {
    String name = field.value();
    if (name.isEmpty()
        || name.contains("%")
        || name.contains("/")
        || name.contains("\\")
        || name.contains("..")
        || name.indexOf('\0') >= 0) {
      throw field.expected("expected the name of one file in the same folder");
    }
    return file.resolveSibling(name);
  }
}
