package org.breathline.core.structure;

/** Boolean operations on masks, run by run: time and memory go with the runs, not the voxels. */
final class RunMerge {

  /** What an operation makes of being in one mask and in the other. */
  @FunctionalInterface
  interface Rule {

    /** Whether a voxel is in the result; one that is in neither mask never is. */
    boolean test(boolean inFirst, boolean inSecond);
  }

  private RunMerge() {}

  static RunLengthMask merge(RunLengthMask a, RunLengthMask b, Rule rule) {
    if (!a.grid().equals(b.grid())) {
      throw new IllegalArgumentException("the masks are of different grids");
    }
    var merged = new RunLengthMask.Builder(a.grid());
    for (int row = 0; row < a.rows(); row++) {
      mergeRow(a, b, row, rule, merged);
      merged.endRow();
    }
    return merged.build();
  }

  /** Walks along a row from one border of a run, of either mask, to the next. */
  private static void mergeRow(
      RunLengthMask a, RunLengthMask b, int row, Rule rule, RunLengthMask.Builder merged) {
    int runA = a.firstRun(row);
    int runB = b.firstRun(row);
    int endA = a.firstRun(row + 1);
    int endB = b.firstRun(row + 1);
    int at = 0;
    while (runA < endA || runB < endB) {
      int startOfA = runA < endA ? a.start(runA) : Integer.MAX_VALUE;
      int startOfB = runB < endB ? b.start(runB) : Integer.MAX_VALUE;
      boolean inA = at >= startOfA;
      boolean inB = at >= startOfB;
      int borderA = inA ? a.end(runA) : startOfA;
      int borderB = inB ? b.end(runB) : startOfB;
      int next = Math.min(borderA, borderB);
      if (rule.test(inA, inB)) {
        merged.add(at, next);
      }
      if (inA && next == borderA) {
        runA++;
      }
      if (inB && next == borderB) {
        runB++;
      }
      at = next;
    }
  }
}
