package org.breathline.benchmarks.kernel;

import org.breathline.kernel.WeightedSum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One phase's share of an average. */
@State(Scope.Thread)
public class WeightedSumBenchmark {

  private final short[] volume = Samples.hounsfield(1);
  private final float[] sums = new float[Samples.PIXELS];

  /** The running weighted sum. */
  @Benchmark
  @OperationsPerInvocation(10 * Samples.PIXELS)
  public float[] add() {
    for (int at = 0; at < Samples.PIXELS; at += Samples.SLICE) {
      WeightedSum.add(sums, at, volume, at, Samples.SLICE, 1e-3f);
    }
    return sums;
  }
}
