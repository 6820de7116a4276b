package org.breathline.billing.fees;

import java.util.List;
import java.util.Map;

/**
 * What a fee is computed from.
 *
 * @param releases of relative values
 * @param localities by year
 * @param factors conversion factors
 */
public record FeeData(
    List<Release> releases,
    Map<Integer, List<Locality>> localities,
    List<ConversionFactor> factors) {

  /** Nothing. */
  public static final FeeData NONE = new FeeData(List.of(), Map.of(), List.of());

  /** Copies the collections. */
  public FeeData {
    releases = List.copyOf(releases);
    localities = Map.copyOf(localities);
    factors = List.copyOf(factors);
  }
}
