package org.breathline.kernel;

/** Plain loops: the oracle. */
final class ScalarKernels implements KernelSet {

  private final PairSummation pairSummation = new ScalarPairSummation();
  private final ThresholdCounting thresholdCounting = new ScalarThresholdCounting();
  private final RunningExtremes runningExtremes = new ScalarRunningExtremes();
  private final StoredPixels storedPixels = new ScalarStoredPixels();
  private final SymmetricFilter symmetricFilter = new ScalarSymmetricFilter();
  private final LocalCorrelationTerms localCorrelationTerms = new ScalarLocalCorrelationTerms();
  private final KnotRows knotRows = new ScalarKnotRows();
  private final ConeSweep coneSweep = new ScalarConeSweep();

  @Override
  public String name() {
    return "scalar";
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
