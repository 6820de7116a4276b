package org.breathline.benchmarks.kernel;

import org.breathline.kernel.PairSummation;
import org.breathline.kernel.PairSums;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Sums of two volumes, as the border agreement of a sort needs them. */
@State(Scope.Thread)
public class PairSummationBenchmark {

  /** Which set of kernels. */
  @Param({"scalar", "chosen"})
  public String implementation = "scalar";

  private final short[] a = Samples.hounsfield(1);
  private final short[] b = Samples.hounsfield(2);
  private PairSummation kernel = Samples.set("scalar").pairSummation();

  /** Takes the kernel. */
  @Setup
  public void choose() {
    kernel = Samples.set(implementation).pairSummation();
  }

  /** Over all pairs. */
  @Benchmark
  @OperationsPerInvocation(4 * Samples.PIXELS)
  public PairSums all() {
    PairSums sums = new PairSums(0, 0, 0, 0, 0, 0);
    for (int at = 0; at < Samples.PIXELS; at += Samples.SLICE) {
      sums = sums.plus(kernel.sums(a, at, b, at, Samples.SLICE));
    }
    return sums;
  }

  /** Over the pairs between two thresholds. */
  @Benchmark
  @OperationsPerInvocation(4 * Samples.PIXELS)
  public PairSums within() {
    PairSums sums = new PairSums(0, 0, 0, 0, 0, 0);
    for (int at = 0; at < Samples.PIXELS; at += Samples.SLICE) {
      sums = sums.plus(kernel.sumsWithin(a, at, b, at, Samples.SLICE, -600, 1000));
    }
    return sums;
  }
}
