package org.breathline.core.image.format;

import java.nio.ByteOrder;
import java.nio.file.Path;
import org.breathline.core.geometry.Grid;

/**
 * What a header says of a volume and where its samples are.
 *
 * @param grid where the samples lie in patient space
 * @param components what is kept at a voxel
 * @param slicesReversed whether the file holds the grid's slices last to first
 * @param type how a sample is kept
 * @param order how its bytes are ordered
 * @param compression how the samples are packed
 * @param dataFile where they are: the file itself or one beside it
 * @param skipBytes how many bytes of that file come before them; {@link #AT_END} if they are its
 *     last bytes
 */
record VolumeHeader(
    Grid grid,
    Components components,
    boolean slicesReversed,
    SampleType type,
    ByteOrder order,
    Compression compression,
    Path dataFile,
    long skipBytes) {

  /** The samples are the last bytes of their file. */
  static final long AT_END = -1;

  /** What is kept at a voxel. */
  enum Components {
    /** One sample. */
    SCALAR(1),
    /** Three samples one after the other: a vector in patient space, LPS. */
    VECTOR(3);

    private final int count;

    Components(int count) {
      this.count = count;
    }

    /** Samples a voxel. */
    int count() {
      return count;
    }
  }

  /** How samples are packed. */
  enum Compression {
    NONE,
    /** RFC 1950, as MetaImage has it. */
    ZLIB,
    /** RFC 1952, as NRRD has it. */
    GZIP
  }

  /** The bytes of all samples, unpacked. */
  long dataBytes() {
    return (long) grid.size() * components.count() * type.bytes();
  }
}
