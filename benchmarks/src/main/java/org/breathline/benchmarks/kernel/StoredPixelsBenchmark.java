package org.breathline.benchmarks.kernel;

import org.breathline.kernel.StoredPixels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading and writing the pixels of CT images. */
@State(Scope.Thread)
public class StoredPixelsBenchmark {

  /** Which set of kernels. */
  @Param({"scalar", "chosen"})
  public String implementation = "scalar";

  private final short[] hu = Samples.hounsfield(1);
  private final byte[] stored = new byte[2 * Samples.PIXELS];
  private StoredPixels kernel = Samples.set("scalar").storedPixels();

  /** Takes the kernel. */
  @Setup
  public void choose() {
    kernel = Samples.set(implementation).storedPixels();
  }

  /** Unsigned stored pixels to Hounsfield units. */
  @Benchmark
  @OperationsPerInvocation(4 * Samples.PIXELS)
  public short[] toHounsfield() {
    for (int at = 0; at < Samples.PIXELS; at += Samples.SLICE) {
      kernel.toHounsfield(stored, 2 * at, false, -1024, hu, at, Samples.SLICE);
    }
    return hu;
  }

  /** Hounsfield units to signed stored pixels. */
  @Benchmark
  @OperationsPerInvocation(4 * Samples.PIXELS)
  public byte[] fromHounsfield() {
    for (int at = 0; at < Samples.PIXELS; at += Samples.SLICE) {
      kernel.fromHounsfield(hu, at, true, -1024, stored, 2 * at, Samples.SLICE);
    }
    return stored;
  }
}
