package org.breathline.core.structure;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.breathline.core.geometry.Grid;

/**
 * A set of voxels of a grid, kept as runs along x: row r (r = k * ny + j) holds runs from {@code
 * start} to below {@code end}, in increasing order, with a gap between neighbours. It takes eight
 * bytes a run, which for organs is far less than a byte a voxel. Immutable.
 */
public final class RunLengthMask {

  private final Grid grid;

  /** Row r has the runs from {@code rowRuns[r]} to below {@code rowRuns[r + 1]}. */
  private final int[] rowRuns;

  private final int[] starts;
  private final int[] ends;

  private RunLengthMask(Grid grid, int[] rowRuns, int[] starts, int[] ends) {
    this.grid = grid;
    this.rowRuns = rowRuns;
    this.starts = starts;
    this.ends = ends;
  }

  /** Where the voxels are. */
  public Grid grid() {
    return grid;
  }

  /** The number of voxels in the set. */
  public long voxels() {
    long voxels = 0;
    for (int run = 0; run < runs(); run++) {
      voxels += length(run);
    }
    return voxels;
  }

  /** The volume of the set in millilitres. */
  public double volumeMl() {
    return voxels() * grid.voxelVolumeMm3() / 1000;
  }

  /** Whether voxel (i, j, k) of the grid is in the set. */
  public boolean contains(int i, int j, int k) {
    int row = k * grid.ny() + j;
    int found = Arrays.binarySearch(starts, rowRuns[row], rowRuns[row + 1], i);
    int run = found >= 0 ? found : -found - 2;
    return run >= rowRuns[row] && i < ends[run];
  }

  /** The number of rows: ny * nz. */
  public int rows() {
    return rowRuns.length - 1;
  }

  /** The number of runs in all rows. */
  public int runs() {
    return rowRuns[rows()];
  }

  /** The first run of a row; {@code firstRun(rows())} is the number of runs. */
  public int firstRun(int row) {
    return rowRuns[row];
  }

  /** Where a run begins. */
  public int start(int run) {
    return starts[run];
  }

  /** Where a run has ended: one beyond its last voxel. */
  public int end(int run) {
    return ends[run];
  }

  /** The voxels of a run. */
  public int length(int run) {
    return ends[run] - starts[run];
  }

  /** Those runs that a predicate on their number accepts. */
  public RunLengthMask keeping(IntPredicate accepted) {
    Builder kept = new Builder(grid);
    for (int row = 0; row < rows(); row++) {
      for (int run = rowRuns[row]; run < rowRuns[row + 1]; run++) {
        if (accepted.test(run)) {
          kept.add(starts[run], ends[run]);
        }
      }
      kept.endRow();
    }
    return kept.build();
  }

  /** All voxels of the grid that are not in this set. */
  public RunLengthMask complement() {
    Builder rest = new Builder(grid);
    for (int row = 0; row < rows(); row++) {
      int from = 0;
      for (int run = rowRuns[row]; run < rowRuns[row + 1]; run++) {
        rest.add(from, starts[run]);
        from = ends[run];
      }
      rest.add(from, grid.nx());
      rest.endRow();
    }
    return rest.build();
  }

  /** Puts a mask together, row after row. */
  public static final class Builder {

    private final Grid grid;
    private final int[] rowRuns;
    private int[] starts = new int[1024];
    private int[] ends = new int[1024];
    private int row;
    private int runs;

    public Builder(Grid grid) {
      this.grid = grid;
      this.rowRuns = new int[grid.ny() * grid.nz() + 1];
    }

    /** Adds a run to the current row, beyond its last one; an empty run is nothing. */
    public void add(int start, int end) {
      if (start >= end) {
        return;
      }
      if (runs == starts.length) {
        int larger = Math.addExact(runs, runs / 2);
        starts = Arrays.copyOf(starts, larger);
        ends = Arrays.copyOf(ends, larger);
      }
      starts[runs] = start;
      ends[runs] = end;
      runs++;
    }

    /** Goes on to the next row. */
    public void endRow() {
      row++;
      rowRuns[row] = runs;
    }

    /** The mask, once every row has ended. */
    public RunLengthMask build() {
      if (row != rowRuns.length - 1) {
        throw new IllegalStateException("%d of %d rows".formatted(row, rowRuns.length - 1));
      }
      return new RunLengthMask(grid, rowRuns, starts, ends);
    }
  }
}
