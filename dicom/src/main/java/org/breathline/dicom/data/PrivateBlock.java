package org.breathline.dicom.data;

import java.util.Optional;

/**
 * The 256 private elements that a creator has reserved in a data set (PS3.5, section 7.8.1).
 *
 * @param group the odd group number
 * @param block the block number, 0x10 to 0xFF
 */
public record PrivateBlock(int group, int block) {

  /** The block that a creator has reserved in an odd group, if it has. */
  public static Optional<PrivateBlock> find(Dataset dataset, int group, String creator) {
    for (int block = 0x10; block <= 0xFF; block++) {
      if (dataset.string(Tag.of(group, block)).filter(creator::equals).isPresent()) {
        return Optional.of(new PrivateBlock(group, block));
      }
    }
    return Optional.empty();
  }

  /**
   * The creator's block, reserved now if it was not.
   *
   * @throws IllegalStateException if the group is full
   */
  public static PrivateBlock reserve(Dataset dataset, int group, String creator) {
    if (group % 2 == 0) {
      throw new IllegalArgumentException("private groups are odd");
    }
    return find(dataset, group, creator).orElseGet(() -> reserveNew(dataset, group, creator));
  }

  private static PrivateBlock reserveNew(Dataset dataset, int group, String creator) {
    for (int block = 0x10; block <= 0xFF; block++) {
      if (dataset.find(Tag.of(group, block)).isEmpty()) {
        dataset.setString(Tag.of(group, block), creator);
        return new PrivateBlock(group, block);
      }
    }
    throw new IllegalStateException("every private block of the group is taken");
  }

  /** The tag of an element of the block, 0 to 0xFF. */
  public int tag(int element) {
    return Tag.of(group, (block << 8) | (element & 0xFF));
  }
}
