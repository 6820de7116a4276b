package org.breathline.exchange.segmentation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.RunLengthMask;

/**
 * The frames of a binary segmentation as bits: one frame for each slice that a segment has voxels
 * in, segment after segment. The first pixel is the lowest bit of the first byte, and frames follow
 * each other without padding (PS3.5, 8.1.1 and annex D).
 */
final class SegmentBits {

  /**
   * A frame.
   *
   * @param segment the number of the segment, from 1
   * @param slice of the grid
   */
  record Frame(int segment, int slice) {}

  private final List<Frame> frames = new ArrayList<>();
  private final BitSet bits = new BitSet();
  private final Grid grid;

  /**
   * Packs segments.
   *
   * @throws IllegalArgumentException if no segment has a voxel, the grids differ, or it is too much
   *     for one object
   */
  SegmentBits(List<Segment> segments) {
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a segmentation needs a segment");
    }
    this.grid = segments.getFirst().mask().grid();
    for (int s = 0; s < segments.size(); s++) {
      RunLengthMask mask = segments.get(s).mask();
      if (!mask.grid().equals(grid)) {
        throw new IllegalArgumentException("the segments are on different grids");
      }
      for (int k = 0; k < grid.nz(); k++) {
        if (mask.firstRun(k * grid.ny()) < mask.firstRun((k + 1) * grid.ny())) {
          add(mask, k);
          frames.add(new Frame(s + 1, k));
        }
      }
    }
    if (frames.isEmpty()) {
      throw new IllegalArgumentException("no segment has a voxel");
    }
  }

  private void add(RunLengthMask mask, int k) {
    int from = Math.multiplyExact(frames.size(), grid.sliceSize());
    Math.addExact(from, grid.sliceSize());
    for (int j = 0; j < grid.ny(); j++) {
      int row = k * grid.ny() + j;
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        bits.set(from + j * grid.nx() + mask.start(run), from + j * grid.nx() + mask.end(run));
      }
    }
  }

  Grid grid() {
    return grid;
  }

  List<Frame> frames() {
    return frames;
  }

  /** The pixel data, an even number of bytes. */
  byte[] bytes() {
    long pixels = (long) frames.size() * grid.sliceSize();
    byte[] all = new byte[Math.toIntExact((pixels + 15) / 16 * 2)];
    byte[] set = bits.toByteArray();
    System.arraycopy(set, 0, all, 0, set.length);
    return all;
  }
}
