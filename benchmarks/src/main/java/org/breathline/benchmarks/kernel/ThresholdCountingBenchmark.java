package org.breathline.benchmarks.kernel;

import org.breathline.kernel.ThresholdCounting;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The air content of a volume. */
@State(Scope.Thread)
public class ThresholdCountingBenchmark {

  /** Which set of kernels. */
  @Param({"scalar", "chosen"})
  public String implementation = "scalar";

  private final short[] volume = Samples.hounsfield(1);
  private ThresholdCounting kernel = Samples.set("scalar").thresholdCounting();

  /** Takes the kernel. */
  @Setup
  public void choose() {
    kernel = Samples.set(implementation).thresholdCounting();
  }

  /** Samples below a threshold. */
  @Benchmark
  @OperationsPerInvocation(2 * Samples.PIXELS)
  public int below() {
    int below = 0;
    for (int at = 0; at < Samples.PIXELS; at += Samples.SLICE) {
      below += kernel.below(volume, at, Samples.SLICE, -300);
    }
    return below;
  }
}
