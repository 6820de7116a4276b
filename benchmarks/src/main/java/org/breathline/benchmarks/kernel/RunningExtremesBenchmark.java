package org.breathline.benchmarks.kernel;

import org.breathline.kernel.RunningExtremes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One phase's share of a maximum intensity projection. */
@State(Scope.Thread)
public class RunningExtremesBenchmark {

  /** Which set of kernels. */
  @Param({"scalar", "chosen"})
  public String implementation = "scalar";

  private final short[] volume = Samples.hounsfield(1);
  private final short[] projection = Samples.hounsfield(2);
  private RunningExtremes kernel = Samples.set("scalar").runningExtremes();

  /** Takes the kernel. */
  @Setup
  public void choose() {
    kernel = Samples.set(implementation).runningExtremes();
  }

  /** The running maximum. */
  @Benchmark
  @OperationsPerInvocation(6 * Samples.PIXELS)
  public short[] greatest() {
    for (int at = 0; at < Samples.PIXELS; at += Samples.SLICE) {
      kernel.greatest(projection, at, volume, at, Samples.SLICE);
    }
    return projection;
  }
}
