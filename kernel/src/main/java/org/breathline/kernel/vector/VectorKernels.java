package org.breathline.kernel.vector;

import jdk.incubator.vector.ShortVector;
import org.breathline.kernel.ConeSweep;
import org.breathline.kernel.KernelSet;
import org.breathline.kernel.KnotRows;
import org.breathline.kernel.LocalCorrelationTerms;
import org.breathline.kernel.PairSummation;
import org.breathline.kernel.RunningExtremes;
import org.breathline.kernel.StoredPixels;
import org.breathline.kernel.SymmetricFilter;
import org.breathline.kernel.ThresholdCounting;

/** The kernels on the widest vectors of the machine. */
public final class VectorKernels implements KernelSet {

  private final String name;
  private final PairSummation pairSummation;
  private final ThresholdCounting thresholdCounting;
  private final RunningExtremes runningExtremes;
  private final StoredPixels storedPixels;
  private final SymmetricFilter symmetricFilter;
  private final LocalCorrelationTerms localCorrelationTerms;
  private final KnotRows knotRows;
  private final ConeSweep coneSweep;

  /**
   * For the service loader.
   *
   * @throws UnsupportedOperationException if the machine's vectors are under 128 bits
   */
  public VectorKernels() {
    int bits = ShortVector.SPECIES_PREFERRED.vectorBitSize();
    if (bits < 128) {
      throw new UnsupportedOperationException("vectors of %d bits; 128 are needed".formatted(bits));
    }
    name = "vector, %d bit".formatted(bits);
    pairSummation = new VectorPairSummation();
    thresholdCounting = new VectorThresholdCounting();
    runningExtremes = new VectorRunningExtremes();
    storedPixels = new VectorStoredPixels();
    symmetricFilter = new VectorSymmetricFilter();
    localCorrelationTerms = new VectorLocalCorrelationTerms();
    knotRows = new VectorKnotRows();
    coneSweep = new VectorConeSweep();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PairSummation pairSummation() {
    return pairSummation;
  }

  @Override
  public ThresholdCounting thresholdCounting() {
    return thresholdCounting;
  }

  @Override
  public RunningExtremes runningExtremes() {
    return runningExtremes;
  }

  @Override
  public StoredPixels storedPixels() {
    return storedPixels;
  }

  @Override
  public SymmetricFilter symmetricFilter() {
    return symmetricFilter;
  }

  @Override
  public LocalCorrelationTerms localCorrelationTerms() {
    return localCorrelationTerms;
  }

  @Override
  public KnotRows knotRows() {
    return knotRows;
  }

  @Override
  public ConeSweep coneSweep() {
    return coneSweep;
  }
}
