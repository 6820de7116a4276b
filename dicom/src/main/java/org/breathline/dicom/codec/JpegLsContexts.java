package org.breathline.dicom.codec;

import java.util.Arrays;

/** The adaptive state of a JPEG-LS scan (T.87, A.2.1, A.6 and A.7.2) and its error codes. */
final class JpegLsContexts {

  private static final int REGULAR = 365;
  private static final int LEAST_CORRECTION = -128;
  private static final int MOST_CORRECTION = 127;

  private final JpegLsParameters parameters;
  private final int errorBits;
  private final int limit;
  private final int step;

  /** Sums of error magnitudes, the last two for run interruption. */
  private final int[] a = new int[REGULAR + 2];

  /** Sums of errors. */
  private final int[] b = new int[REGULAR];

  /** Corrections of the prediction. */
  private final int[] c = new int[REGULAR];

  /** How often a context was met. */
  private final int[] n = new int[REGULAR + 2];

  /** How often the error of a run interruption was negative. */
  private final int[] negative = new int[2];

  JpegLsContexts(JpegLsParameters parameters) {
    this.parameters = parameters;
    this.errorBits = parameters.errorBits();
    this.limit = parameters.limit();
    this.step = parameters.step();
    Arrays.fill(a, Math.max(2, (parameters.range() + 32) / 64));
    Arrays.fill(n, 1);
  }

  /** The correction of a regular context's prediction. */
  int correction(int context) {
    return c[context];
  }

  /** Decodes the error of a regular sample, in steps, and learns from it. */
  int regularError(int context, JpegLsBits bits) throws CodecException {
    int k = golombParameter(n[context], a[context]);
    int mapped = bits.golomb(k, limit, errorBits);
    int error;
    if (parameters.near() == 0 && k == 0 && 2 * b[context] <= -n[context]) {
      error = (mapped & 1) == 1 ? mapped >> 1 : -(mapped >> 1) - 1;
    } else {
      error = (mapped & 1) == 0 ? mapped >> 1 : -(mapped >> 1) - 1;
    }
    learn(context, error);
    return error;
  }

  private static int golombParameter(int n, int a) {
    int k = 0;
    while (((long) n << k) < a) {
      k++;
    }
    return k;
  }

  private void learn(int context, int error) {
    b[context] += error * step;
    a[context] += Math.abs(error);
    if (n[context] == parameters.reset()) {
      a[context] >>= 1;
      b[context] = b[context] >= 0 ? b[context] >> 1 : -((1 - b[context]) >> 1);
      n[context] >>= 1;
    }
    n[context]++;
    if (b[context] <= -n[context]) {
      b[context] = Math.max(b[context] + n[context], -n[context] + 1);
      c[context] = Math.max(c[context] - 1, LEAST_CORRECTION);
    } else if (b[context] > 0) {
      b[context] = Math.min(b[context] - n[context], 0);
      c[context] = Math.min(c[context] + 1, MOST_CORRECTION);
    }
  }

  /**
   * Decodes the error of the sample that ends a run, in steps, and learns from it.
   *
   * @param kind 1 if the samples to the left and above are alike, else 0
   * @param runBits the bits of the run's length code
   */
  int interruptionError(int kind, int runBits, JpegLsBits bits) throws CodecException {
    int context = REGULAR + kind;
    int k = golombParameter(n[context], kind == 0 ? a[context] : a[context] + (n[context] >> 1));
    int mapped = bits.golomb(k, limit - runBits - 1, errorBits);
    int shifted = mapped + kind;
    int odd = shifted & 1;
    int magnitude = (shifted + odd) >> 1;
    boolean oddIsNegative = k != 0 || 2 * negative[kind] >= n[context];
    int error = oddIsNegative == (odd == 1) ? -magnitude : magnitude;
    if (error < 0) {
      negative[kind]++;
    }
    a[context] += (mapped + 1 - kind) >> 1;
    if (n[context] == parameters.reset()) {
      a[context] >>= 1;
      n[context] >>= 1;
      negative[kind] >>= 1;
    }
    n[context]++;
    return error;
  }
}
