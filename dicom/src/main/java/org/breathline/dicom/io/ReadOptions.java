package org.breathline.dicom.io;

/**
 * How much of a file is read.
 *
 * @param stopTag reading ends before the first outermost element with this tag or a later one
 * @param inMemoryBytes outermost values of bytes that are longer stay on disk; pixel data always do
 * @param mostInflatedBytes the largest size that a deflated data set may have
 */
public record ReadOptions(int stopTag, int inMemoryBytes, int mostInflatedBytes) {

  /** Everything, with pixel data and values above 1 MiB left on disk, 512 MiB inflated at most. */
  public static final ReadOptions ALL = new ReadOptions(0xFFFFFFFF, 1 << 20, 512 << 20);

  /** The same, ending before a tag. */
  public ReadOptions stoppingAt(int tag) {
    return new ReadOptions(tag, inMemoryBytes, mostInflatedBytes);
  }

  /** The same with another bound for what is kept in memory. */
  public ReadOptions keepingUpTo(int bytes) {
    return new ReadOptions(stopTag, bytes, mostInflatedBytes);
  }

  /** The same with another bound for deflated data sets. */
  public ReadOptions inflatingUpTo(int bytes) {
    return new ReadOptions(stopTag, inMemoryBytes, bytes);
  }
}
