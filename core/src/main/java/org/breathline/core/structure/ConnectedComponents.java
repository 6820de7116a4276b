package org.breathline.core.structure;

/**
 * The connected parts of a mask: voxels that share a face are connected (6 neighbours), across
 * slices or, if so asked, within slices only (4 neighbours). Found by joining runs that overlap in
 * neighbouring rows (union-find with path halving), so that time and memory go with the runs and
 * not with the depth of any recursion.
 */
public final class ConnectedComponents {

  private final RunLengthMask mask;

  /** A run's parent; a root, which stands for its component, is its own parent. */
  private final int[] parents;

  private ConnectedComponents(RunLengthMask mask) {
    this.mask = mask;
    this.parents = new int[mask.runs()];
    for (int run = 0; run < parents.length; run++) {
      parents[run] = run;
    }
  }

  /** Connected through slices too. */
  public static ConnectedComponents inSpace(RunLengthMask mask) {
    var components = new ConnectedComponents(mask);
    components.joinRows();
    components.joinSlices();
    return components;
  }

  /** Connected within each slice. */
  public static ConnectedComponents inSlices(RunLengthMask mask) {
    var components = new ConnectedComponents(mask);
    components.joinRows();
    return components;
  }

  private void joinRows() {
    int ny = mask.grid().ny();
    for (int row = 1; row < mask.rows(); row++) {
      if (row % ny != 0) {
        join(row - 1, row);
      }
    }
  }

  private void joinSlices() {
    int ny = mask.grid().ny();
    for (int row = ny; row < mask.rows(); row++) {
      join(row - ny, row);
    }
  }

  private void join(int rowA, int rowB) {
    int a = mask.firstRun(rowA);
    int b = mask.firstRun(rowB);
    int endA = mask.firstRun(rowA + 1);
    int endB = mask.firstRun(rowB + 1);
    while (a < endA && b < endB) {
      if (mask.start(a) < mask.end(b) && mask.start(b) < mask.end(a)) {
        int rootA = component(a);
        int rootB = component(b);
        // The lower number becomes the root: the same components whatever the order of joining.
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
      }
      if (mask.end(a) < mask.end(b)) {
        a++;
      } else {
        b++;
      }
    }
  }

  /** The number of the component a run belongs to: the lowest run in it. */
  public int component(int run) {
    int at = run;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** The voxels of every component, at its number; zero at numbers that are none. */
  public long[] sizes() {
    long[] sizes = new long[parents.length];
    for (int run = 0; run < parents.length; run++) {
      sizes[component(run)] += mask.length(run);
    }
    return sizes;
  }
}
