package org.breathline.kernel;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * The kernels in use: chosen once, when the first is asked for, and the same until the program
 * ends. The vector ones need the module {@code jdk.incubator.vector} ({@code java --add-modules
 * jdk.incubator.vector}); without it the scalar ones do the same work, with the same bits, more
 * slowly, and the log says so. {@code -Dbreathline.kernels=scalar} asks for the scalar ones.
 */
public final class Kernels {

  /** Set to {@code scalar} it forbids vectors: for comparisons, and to rule them out as a cause. */
  private static final String PROPERTY = "breathline.kernels";

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  private static final KernelSet SCALAR = new ScalarKernels();

  private Kernels() {}

  /** The holder delays the choice, and its log line, until a kernel is wanted. */
  private static final class Chosen {
    static final KernelSet SET = choose();
  }

  /** The set in use. */
  public static KernelSet chosen() {
    return Chosen.SET;
  }

  /** The scalar set: the oracle that every other one agrees with bit for bit. */
  public static KernelSet scalar() {
    return SCALAR;
  }

  /** See {@link PairSummation}. */
  public static PairSummation pairSummation() {
    return Chosen.SET.pairSummation();
  }

  /** See {@link ThresholdCounting}. */
  public static ThresholdCounting thresholdCounting() {
    return Chosen.SET.thresholdCounting();
  }

  /** See {@link RunningExtremes}. */
  public static RunningExtremes runningExtremes() {
    return Chosen.SET.runningExtremes();
  }

  /** See {@link StoredPixels}. */
  public static StoredPixels storedPixels() {
    return Chosen.SET.storedPixels();
  }

  /** See {@link SymmetricFilter}. */
  public static SymmetricFilter symmetricFilter() {
    return Chosen.SET.symmetricFilter();
  }

  /** See {@link LocalCorrelationTerms}. */
  public static LocalCorrelationTerms localCorrelationTerms() {
    return Chosen.SET.localCorrelationTerms();
  }

  /** See {@link KnotRows}. */
  public static KnotRows knotRows() {
    return Chosen.SET.knotRows();
  }

  /** See {@link ConeSweep}. */
  public static ConeSweep coneSweep() {
    return Chosen.SET.coneSweep();
  }

  private static KernelSet choose() {
    Logger log = System.getLogger(Kernels.class.getPackageName());
    if ("scalar".equals(System.getProperty(PROPERTY))) {
      log.log(Level.DEBUG, "Scalar kernels: asked for by -D{0}=scalar.", PROPERTY);
      return SCALAR;
    }
    // Asked first, because a provider that names vector types cannot be made without the module.
    if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
      log.log(
          Level.INFO,
          "Scalar kernels: start Java with --add-modules {0} for the faster ones.",
          VECTOR_MODULE);
      return SCALAR;
    }
    try {
      var found = ServiceLoader.load(KernelSet.class, Kernels.class.getClassLoader()).findFirst();
      if (found.isPresent()) {
        log.log(Level.DEBUG, "Kernels: {0}.", found.get().name());
        return found.get();
      }
      log.log(Level.WARNING, "Scalar kernels: no other implementation is registered.");
    } catch (ServiceConfigurationError | LinkageError e) {
      log.log(Level.WARNING, "Scalar kernels: the vector ones cannot be used here.", e);
    }
    return SCALAR;
  }
}
