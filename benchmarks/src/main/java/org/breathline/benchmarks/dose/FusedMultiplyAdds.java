package org.breathline.benchmarks.dose;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** The rate of fused multiply-adds that one core reaches on vectors, as the compiler makes them. */
final class FusedMultiplyAdds {

  private static final int LENGTH = 1024;
  private static final int ROUNDS = 400_000;
  private static final int CHAIN = 16;

  private FusedMultiplyAdds() {}

  /** Two operations each, 1e9 a second. */
  static double gigaflops() {
    float[] values = new float[LENGTH];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long from = threads.getCurrentThreadCpuTime();
    for (int round = 0; round < ROUNDS; round++) {
      chain(values, 0.999f, 0.001f);
    }
    double seconds = (threads.getCurrentThreadCpuTime() - from) * 1e-9;
    if (values[LENGTH / 2] < 0) {
      throw new IllegalStateException("a sum of positive numbers is not under 0");
    }
    return 2.0 * CHAIN * LENGTH * ROUNDS / seconds * 1e-9;
  }

  private static void chain(float[] values, float factor, float summand) {
    for (int i = 0; i < values.length; i++) {
      float v = values[i];
      v = Math.fma(Math.fma(v, factor, summand), factor, summand);
      v = Math.fma(Math.fma(v, factor, summand), factor, summand);
      v = Math.fma(Math.fma(v, factor, summand), factor, summand);
      v = Math.fma(Math.fma(v, factor, summand), factor, summand);
      v = Math.fma(Math.fma(v, factor, summand), factor, summand);
      v = Math.fma(Math.fma(v, factor, summand), factor, summand);
      v = Math.fma(Math.fma(v, factor, summand), factor, summand);
      v = Math.fma(Math.fma(v, factor, summand), factor, summand);
      values[i] = v;
    }
  }
}
