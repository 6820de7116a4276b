package org.breathline.dicom.iod;

/**
 * How stored values become Hounsfield units (PS3.3, C.11.1): {@code stored * slope + intercept}.
 *
 * @param slope (0028,1053)
 * @param intercept (0028,1052)
 */
public record Rescale(double slope, double intercept) {

  /** Whether every stored value becomes a whole number, so that nothing is lost in integers. */
  public boolean isWhole() {
    return slope == Math.rint(slope) && intercept == Math.rint(intercept);
  }

  /** The value that a stored one stands for. */
  public double apply(int stored) {
    return stored * slope + intercept;
  }
}
