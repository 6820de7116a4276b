package org.breathline.benchmarks.kernel;

import org.breathline.kernel.BlockMeans;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Slices made four times smaller. */
@State(Scope.Thread)
public class BlockMeansBenchmark {

  private static final int FACTOR = 4;
  private static final int MEANS = Samples.SLICE / (FACTOR * FACTOR);

  private final short[] volume = Samples.hounsfield(1);
  private final short[] means = new short[Samples.SLICES * MEANS];

  /** Means of 4 x 4 pixels. */
  @Benchmark
  @OperationsPerInvocation(2 * Samples.PIXELS)
  public short[] reduce() {
    for (int slice = 0; slice < Samples.SLICES; slice++) {
      BlockMeans.reduce(
          volume, slice * Samples.SLICE, Samples.SIDE, Samples.SIDE, FACTOR, means, slice * MEANS);
    }
    return means;
  }
}
