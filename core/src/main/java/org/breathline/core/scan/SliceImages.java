package org.breathline.core.scan;

import java.io.IOException;

/**
 * The pixels of a scan's slices, read when asked for. Implementations may be used by many threads.
 */
public interface SliceImages {

  /**
   * Reads the Hounsfield units of one slice, rows one after the other.
   *
   * @param image the number in {@link TimedSlice#image()}
   * @param hu receives columns x rows values
   * @throws IOException if the slice cannot be read
   */
  void read(int image, short[] hu) throws IOException;
}
