package org.breathline.core.sorting;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.scan.SliceImages;
import org.breathline.core.scan.TimedScan;

/**
 * The pixels of one bin of a sorted scan.
 *
 * @param volume Hounsfield units; slices in a gap hold {@link #GAP_HU} throughout
 * @param gaps the slices that are a gap
 */
public record SortedVolume(ShortVolume volume, BitSet gaps) {

  /** What a gap is filled with: a value that no scanner delivers, not the nearest phase. */
  public static final short GAP_HU = -2000;

  /**
   * Reads a bin.
   *
   * @throws IOException if a slice cannot be read
   */
  public static SortedVolume read(SortedScan sorted, int bin, SliceImages images)
      throws IOException {
    TimedScan scan = sorted.scan();
    double firstMm = scan.couchPositions().getFirst().positionMm(0);
    List<OptionalInt> taken = sorted.images(bin);
    Grid grid = scan.geometry().stack(firstMm, scan.sliceSpacingMm(), taken.size());
    short[] values = new short[grid.size()];
    short[] slice = new short[grid.sliceSize()];
    BitSet gaps = new BitSet();
    for (int k = 0; k < taken.size(); k++) {
      if (taken.get(k).isPresent()) {
        images.read(taken.get(k).getAsInt(), slice);
      } else {
        Arrays.fill(slice, GAP_HU);
        gaps.set(k);
      }
      System.arraycopy(slice, 0, values, k * slice.length, slice.length);
    }
    return new SortedVolume(new ShortVolume(grid, values), gaps);
  }
}
