package org.breathline.billing.fees;

import java.util.ArrayList;
import java.util.HashMap;
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

  /** This and more; what is there for the same date or year goes. */
  public FeeData and(FeeData more) {
    List<Release> allReleases = new ArrayList<>(more.releases);
    for (Release release : releases) {
      if (more.releases.stream().noneMatch(r -> r.effective().equals(release.effective()))) {
        allReleases.add(release);
      }
    }
    Map<Integer, List<Locality>> allLocalities = new HashMap<>(localities);
    allLocalities.putAll(more.localities);
    List<ConversionFactor> allFactors = new ArrayList<>(more.factors);
    allFactors.addAll(factors);
    return new FeeData(allReleases, allLocalities, allFactors);
  }
}
