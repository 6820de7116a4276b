package org.breathline.dicom.codec;

/**
 * The coding parameters of a JPEG-LS scan (T.87, C.2.4.1.1) and what follows from them (A.2.1).
 *
 * @param maxVal the largest sample
 * @param near the largest difference of a decoded sample from the real one; 0 is lossless
 * @param t1 the first threshold of the gradients
 * @param t2 the second
 * @param t3 the third
 * @param reset the count at which a context's sums are halved
 */
record JpegLsParameters(int maxVal, int near, int t1, int t2, int t3, int reset) {

  private static final int BASIC_T1 = 3;
  private static final int BASIC_T2 = 7;
  private static final int BASIC_T3 = 21;
  private static final int BASIC_RESET = 64;

  /** The default parameters (T.87, C.2.4.1.1.1). */
  static JpegLsParameters defaults(int maxVal, int near) {
    int t1;
    int t2;
    int t3;
    if (maxVal >= 128) {
      int factor = (Math.min(maxVal, 4095) + 128) / 256;
      t1 = clamp(factor * (BASIC_T1 - 2) + 2 + 3 * near, near + 1, maxVal);
      t2 = clamp(factor * (BASIC_T2 - 3) + 3 + 5 * near, t1, maxVal);
      t3 = clamp(factor * (BASIC_T3 - 4) + 4 + 7 * near, t2, maxVal);
    } else {
      int factor = 256 / (maxVal + 1);
      t1 = clamp(Math.max(2, BASIC_T1 / factor + 3 * near), near + 1, maxVal);
      t2 = clamp(Math.max(3, BASIC_T2 / factor + 5 * near), t1, maxVal);
      t3 = clamp(Math.max(4, BASIC_T3 / factor + 7 * near), t2, maxVal);
    }
    return new JpegLsParameters(maxVal, near, t1, t2, t3, BASIC_RESET);
  }

  private static int clamp(int value, int least, int maxVal) {
    return value > maxVal || value < least ? least : value;
  }

  /** The parameters that a header gives; 0 means the default. */
  static JpegLsParameters of(int precision, int near, JpegLsPreset preset) {
    int maxVal = preset.maxVal() == 0 ? (1 << precision) - 1 : preset.maxVal();
    JpegLsParameters defaults = defaults(maxVal, near);
    return new JpegLsParameters(
        maxVal,
        near,
        preset.t1() == 0 ? defaults.t1 : preset.t1(),
        preset.t2() == 0 ? defaults.t2 : preset.t2(),
        preset.t3() == 0 ? defaults.t3 : preset.t3(),
        preset.reset() == 0 ? defaults.reset : preset.reset());
  }

  /** The distance between values that differ in the code: 1 if lossless. */
  int step() {
    return 2 * near + 1;
  }

  /** RANGE: how many prediction errors there are. */
  int range() {
    return near == 0 ? maxVal + 1 : (maxVal + 2 * near) / step() + 1;
  }

  /** qbpp: the bits of a prediction error. */
  int errorBits() {
    return ceilLog2(range());
  }

  /** LIMIT: the longest code of an error. */
  int limit() {
    int bits = Math.max(2, ceilLog2(maxVal + 1));
    return 2 * (bits + Math.max(8, bits));
  }

  private static int ceilLog2(int value) {
    return 32 - Integer.numberOfLeadingZeros(value - 1);
  }
}
