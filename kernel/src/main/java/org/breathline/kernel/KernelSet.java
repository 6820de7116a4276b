package org.breathline.kernel;

/**
 * One implementation of every kernel that has more than one. Sets other than the scalar one are
 * found by {@link java.util.ServiceLoader}; {@link Kernels} chooses.
 */
public interface KernelSet {

  /** What it is, in words, such as {@code "scalar"} or {@code "vector, 512 bit"}. */
  String name();

  /** The sums behind mean, variance and correlation of two runs of samples. */
  PairSummation pairSummation();

  /** How many samples lie between two thresholds. */
  ThresholdCounting thresholdCounting();

  /** The running maximum and minimum of many runs of samples. */
  RunningExtremes runningExtremes();

  /** Stored 16-bit pixels to Hounsfield units and back. */
  StoredPixels storedPixels();

  /** Separable symmetric filters. */
  SymmetricFilter symmetricFilter();

  /** The local correlation coefficient and its derivative. */
  LocalCorrelationTerms localCorrelationTerms();

  /** Interpolation between knots and its adjoint. */
  KnotRows knotRows();

  /** Energy carried along cones. */
  ConeSweep coneSweep();
}
