package org.breathline.core.sorting;

import java.util.List;

/**
 * How a scan is to be sorted.
 *
 * <p>The gap policy: an acquisition within half a bin of the centre is taken; one further away is
 * taken and marked {@link Selection.Fit#OUTSIDE_BIN} up to {@code reach} half-bins; beyond that the
 * place stays a gap. The default reach of 2 (a whole bin width) is what keeps a volume readable
 * without showing anatomy more than one phase away: with ten bins, 10 % of a breath.
 *
 * @param method what decides
 * @param bins one a sorted volume
 * @param reach in half-bins, at least 1; 1 leaves everything outside its bin a gap
 */
public record SortingRequest(SortingMethod method, List<SortingBin> bins, double reach) {

  /** A whole bin width. */
  public static final double DEFAULT_REACH = 2;

  /** Copies the list and checks the reach; throws {@link IllegalArgumentException}. */
  public SortingRequest {
    bins = List.copyOf(bins);
    if (bins.isEmpty()) {
      throw new IllegalArgumentException("nothing to sort into");
    }
    if (!(reach >= 1)) {
      throw new IllegalArgumentException("the reach is at least 1 half-bin, not " + reach);
    }
  }

  /** Bins all round the breath ({@link SortingBin#around}) with the default gap policy. */
  public static SortingRequest around(SortingMethod method, int bins) {
    return new SortingRequest(method, SortingBin.around(bins), DEFAULT_REACH);
  }
}
