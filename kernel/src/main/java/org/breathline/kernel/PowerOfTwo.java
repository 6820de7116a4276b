package org.breathline.kernel;

/**
 * Powers of two in single precision, of operations that vectors have too: the nearest whole number
 * goes into the exponent's bits, the rest (-0.5 to 0.5) into a polynomial. Off by 3e-7 at most.
 */
public final class PowerOfTwo {

  /** The logarithm of e to the base 2. */
  public static final float LOG2_E = 1.442695f;

  /** Adding it rounds to whole numbers, which then stand in the last bits. */
  public static final float ROUNDER = 12582912f;

  /** Less gives no normal number. */
  public static final float LEAST = -126f;

  /** Bits of a mantissa. */
  public static final int MANTISSA_BITS = 23;

  /** The series of 2^x, (ln 2)^n / n!, from x^6 down to x. */
  public static final float C6 = 0.0001540353f;

  /** See {@link #C6}. */
  public static final float C5 = 0.0013333558f;

  /** See {@link #C6}. */
  public static final float C4 = 0.009618129f;

  /** See {@link #C6}. */
  public static final float C3 = 0.05550411f;

  /** See {@link #C6}. */
  public static final float C2 = 0.2402265f;

  /** See {@link #C6}. */
  public static final float C1 = 0.6931472f;

  private PowerOfTwo() {}

  /** Two to the power of x, for x up to 0; at or below {@link #LEAST} two to that. */
  static float of(float x) {
    float y = Math.max(x, LEAST);
    float rounded = y + ROUNDER;
    float rest = y - (rounded - ROUNDER);
    float p = Math.fma(rest, C6, C5);
    p = Math.fma(rest, p, C4);
    p = Math.fma(rest, p, C3);
    p = Math.fma(rest, p, C2);
    p = Math.fma(rest, p, C1);
    p = Math.fma(rest, p, 1f);
    int bits = Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(rounded) << MANTISSA_BITS);
    return Float.intBitsToFloat(bits);
  }
}
