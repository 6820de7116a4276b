package org.breathline.exchange.waveform;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Amplitudes as signed whole numbers of 16 bits: the smallest step of 1, 2 or 5 times a power of
 * ten that lets the largest amplitude fit. The scale has no baseline: the standard gives it in the
 * channel's unit (PS3.3, C.10.9), widespread readers take it in samples, and 0 is the same to both.
 */
final class SampleScale {

  /** Stands for a sample without amplitude. */
  static final short PADDING = Short.MIN_VALUE;

  private static final int LARGEST = Short.MAX_VALUE;
  private static final int[] DIGITS = {1, 2, 5};

  /** No breathing signal is resolved better than this, in any unit. */
  private static final int SMALLEST_EXPONENT = -6;

  private static final int LARGEST_EXPONENT = 12;

  private final RegularTrace trace;
  private final double step;

  private SampleScale(RegularTrace trace, double step) {
    this.trace = trace;
    this.step = step;
  }

  /**
   * The scale for a trace.
   *
   * @throws IllegalArgumentException if an amplitude is beyond 3e16, or there is none
   */
  static SampleScale of(RegularTrace trace) {
    double largest = -1;
    for (int i = 0; i < trace.size(); i++) {
      if (!trace.isLost(i)) {
        largest = Math.max(largest, Math.abs(trace.amplitude(i)));
      }
    }
    if (largest < 0) {
      throw new IllegalArgumentException("every sample of the trace is lost");
    }
    for (int exponent = SMALLEST_EXPONENT; exponent <= LARGEST_EXPONENT; exponent++) {
      for (int digit : DIGITS) {
        double step = new BigDecimal(digit).scaleByPowerOfTen(exponent).doubleValue();
        if (Math.rint(largest / step) <= LARGEST) {
          return new SampleScale(trace, step);
        }
      }
    }
    throw new IllegalArgumentException("an amplitude is too large for a breathing signal");
  }

  /** The value of one whole number, in the trace's unit. */
  double step() {
    return step;
  }

  /** The samples, little endian. */
  byte[] encode() {
    byte[] bytes = new byte[2 * trace.size()];
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < trace.size(); i++) {
      words.putShort(trace.isLost(i) ? PADDING : (short) Math.rint(trace.amplitude(i) / step));
    }
    return bytes;
  }
}
