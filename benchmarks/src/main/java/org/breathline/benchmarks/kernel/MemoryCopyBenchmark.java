package org.breathline.benchmarks.kernel;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The yardstick: copying a volume, slice by slice. An operation is a byte read or written. */
@State(Scope.Thread)
public class MemoryCopyBenchmark {

  private final short[] from = Samples.hounsfield(1);
  private final short[] to = new short[Samples.PIXELS];

  /** Copies the volume. */
  @Benchmark
  @OperationsPerInvocation(4 * Samples.PIXELS)
  public short[] copy() {
    for (int at = 0; at < Samples.PIXELS; at += Samples.SLICE) {
      System.arraycopy(from, at, to, at, Samples.SLICE);
    }
    return to;
  }
}
