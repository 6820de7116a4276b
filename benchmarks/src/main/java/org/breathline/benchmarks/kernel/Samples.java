package org.breathline.benchmarks.kernel;

import java.util.SplittableRandom;
import org.breathline.kernel.KernelSet;
import org.breathline.kernel.Kernels;

/** What the benchmarks work on: a volume that no cache holds, taken a slice at a time. */
final class Samples {

  /** Pixels along a side of a slice. */
  static final int SIDE = 512;

  /** Pixels in a slice. */
  static final int SLICE = SIDE * SIDE;

  /** Slices in the volume. */
  static final int SLICES = 128;

  /** Pixels in all: 64 MiB of shorts. */
  static final int PIXELS = SLICES * SLICE;

  private Samples() {}

  /** Hounsfield units from air to bone, seeded. */
  static short[] hounsfield(long seed) {
    var random = new SplittableRandom(seed);
    short[] samples = new short[PIXELS];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt(-1024, 1500);
    }
    return samples;
  }

  /** The set a benchmark's parameter names. */
  static KernelSet set(String implementation) {
    return switch (implementation) {
      case "scalar" -> Kernels.scalar();
      case "chosen" -> Kernels.chosen();
      default -> throw new IllegalArgumentException(implementation);
    };
  }
}
