package org.breathline.dicom.codec;

/**
 * The parameters of an LSE marker segment (T.87, C.2.4.1.1); 0 stands for the default.
 *
 * @param maxVal the largest sample
 * @param t1 the first threshold
 * @param t2 the second
 * @param t3 the third
 * @param reset the count at which a context's sums are halved
 */
record JpegLsPreset(int maxVal, int t1, int t2, int t3, int reset) {

  static final JpegLsPreset DEFAULT = new JpegLsPreset(0, 0, 0, 0, 0);
}
