package org.breathline.core.structure;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;

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

  /** A mask of no voxel. */
  public static RunLengthMask empty(Grid grid) {
    return new RunLengthMask(grid, new int[grid.ny() * grid.nz() + 1], new int[0], new int[0]);
  }

  /** The voxels whose memory offset a predicate accepts. */
  public static RunLengthMask of(Grid grid, IntPredicate accepted) {
    Builder mask = new Builder(grid);
    for (int from = 0; from < grid.size(); from += grid.nx()) {
      int i = 0;
      while (i < grid.nx()) {
        while (i < grid.nx() && !accepted.test(from + i)) {
          i++;
        }
        int start = i;
        while (i < grid.nx() && accepted.test(from + i)) {
          i++;
        }
        mask.add(start, i);
      }
      mask.endRow();
    }
    return mask.build();
  }

  /** Whether no voxel is in the set. */
  public boolean isEmpty() {
    return runs() == 0;
  }

  /**
   * The voxels in this or the other set.
   *
   * @throws IllegalArgumentException if the masks are of different grids
   */
  public RunLengthMask union(RunLengthMask other) {
    return RunMerge.merge(this, other, (a, b) -> a || b);
  }

  /**
   * The voxels in both sets.
   *
   * @throws IllegalArgumentException if the masks are of different grids
   */
  public RunLengthMask intersection(RunLengthMask other) {
    return RunMerge.merge(this, other, (a, b) -> a && b);
  }

  /**
   * The voxels in this set and not in the other.
   *
   * @throws IllegalArgumentException if the masks are of different grids
   */
  public RunLengthMask minus(RunLengthMask other) {
    return RunMerge.merge(this, other, (a, b) -> a && !b);
  }

  /**
   * The voxels in one of both sets and not in the other.
   *
   * @throws IllegalArgumentException if the masks are of different grids
   */
  public RunLengthMask symmetricDifference(RunLengthMask other) {
    return RunMerge.merge(this, other, (a, b) -> a != b);
  }

  /** The smallest box that holds all voxels of the set; nothing if there is none. */
  public Optional<GridBox> bounds() {
    int i0 = Integer.MAX_VALUE;
    int i1 = 0;
    int j0 = Integer.MAX_VALUE;
    int j1 = 0;
    int k0 = Integer.MAX_VALUE;
    int k1 = 0;
    for (int row = 0; row < rows(); row++) {
      int first = rowRuns[row];
      int last = rowRuns[row + 1] - 1;
      if (first <= last) {
        i0 = Math.min(i0, starts[first]);
        i1 = Math.max(i1, ends[last]);
        j0 = Math.min(j0, row % grid.ny());
        j1 = Math.max(j1, row % grid.ny() + 1);
        k0 = Math.min(k0, row / grid.ny());
        k1 = Math.max(k1, row / grid.ny() + 1);
      }
    }
    return isEmpty() ? Optional.empty() : Optional.of(new GridBox(i0, i1, j0, j1, k0, k1));
  }

  /** The mean position of the voxels of the set, LPS mm; nothing if there is none. */
  public Optional<Vector3> centroid() {
    double i = 0;
    double j = 0;
    double k = 0;
    for (int row = 0; row < rows(); row++) {
      for (int run = rowRuns[row]; run < rowRuns[row + 1]; run++) {
        double length = length(run);
        int slice = row / grid.ny();
        i += length * 0.5 * (starts[run] + ends[run] - 1);
        j += length * (row % grid.ny());
        k += length * slice;
      }
    }
    double voxels = voxels();
    return isEmpty()
        ? Optional.empty()
        : Optional.of(grid.point(i / voxels, j / voxels, k / voxels));
  }

  /** Equal in grid and voxels. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RunLengthMask that
        && grid.equals(that.grid)
        && Arrays.equals(rowRuns, that.rowRuns)
        && Arrays.equals(starts, 0, runs(), that.starts, 0, that.runs())
        && Arrays.equals(ends, 0, runs(), that.ends, 0, that.runs());
  }

  @Override
  public int hashCode() {
    return 31 * grid.hashCode() + Arrays.hashCode(rowRuns);
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

    /**
     * Adds a run to the current row, beyond its last one; an empty run is nothing, and one that
     * begins where the last has ended makes that one longer.
     */
    public void add(int start, int end) {
      if (start >= end) {
        return;
      }
      if (runs > rowRuns[row] && ends[runs - 1] == start) {
        ends[runs - 1] = end;
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
