package org.breathline.core.planning.sequencing;

import java.util.ArrayList;
import java.util.List;

/**
 * Fluence by leaves that cross the field from the first bank's side to the second's: where fluence
 * rises the leading leaf goes as fast as it may, where it falls the trailing one does, which takes
 * the least time (Spirou and Chui, Med. Phys. 21 (1994) 1031). Going one way only costs no more
 * monitor units than going both (Kamath et al., Phys. Med. Biol. 48 (2003) 307).
 *
 * @param moments positions are told at so many moments, at least 2
 * @param limits what the collimator asks for
 * @param weightPerS fluence that an open beam gives in a second, in the unit of the weights
 */
public record SlidingWindow(int moments, LeafLimits limits, double weightPerS) {

  /**
   * The sweep of a beam.
   *
   * @param weights of the raster's beamlets, at least 0
   * @throws IllegalArgumentException if the collimator's leaves may not pass the opposite ones
   *     beside them: rows that are not synchronised do
   */
  public LeafSweep sweep(LeafRaster raster, double[] weights) {
    if (!limits.interdigitation()) {
      throw new IllegalArgumentException(
          "a sliding window needs a collimator whose leaves may interdigitate");
    }
    double weightPerMm = weightPerS / limits.speedMmPerS();
    List<Row> rows = new ArrayList<>();
    double whole = 0;
    for (int pair = 0; pair < raster.pairs(); pair++) {
      Row row = new Row(raster, raster.profile(pair, weights), weightPerMm);
      rows.add(row);
      whole = Math.max(whole, row.end());
    }
    List<LeafShape> shapes = new ArrayList<>();
    for (int moment = 0; moment < moments; moment++) {
      shapes.add(shape(raster, rows, whole * moment / (moments - 1)));
    }
    return new LeafSweep(whole, shapes);
  }

  private static LeafShape shape(LeafRaster raster, List<Row> rows, double at) {
    double[] first = new double[rows.size()];
    double[] second = new double[rows.size()];
    for (int pair = 0; pair < first.length; pair++) {
      first[pair] = rows.get(pair).trailing(at);
      second[pair] = Math.max(first[pair], rows.get(pair).leading(at));
    }
    return new LeafShape(raster, first, second);
  }

  /** When, in fluence of the open beam, the two leaves of a pair pass each place. */
  private static final class Row {

    private final double[] placesMm;
    private final double[] leading;
    private final double[] trailing;

    Row(LeafRaster raster, double[] profile, double weightPerMm) {
      int from = 0;
      int to = profile.length;
      while (from < to && profile[from] <= 0) {
        from++;
      }
      while (from < to && profile[to - 1] <= 0) {
        to--;
      }
      // The ends of the fluence and the middles of its columns.
      int nodes = from < to ? to - from + 2 : 1;
      placesMm = new double[nodes];
      leading = new double[nodes];
      trailing = new double[nodes];
      placesMm[0] = raster.borderMm(from < to ? from : 0);
      double before = from < to ? profile[from] : 0;
      trailing[0] = before;
      for (int node = 1; node < nodes; node++) {
        boolean last = node == nodes - 1;
        int column = from + node - 1;
        placesMm[node] =
            last
                ? raster.borderMm(to)
                : (raster.borderMm(column) + raster.borderMm(column + 1)) / 2;
        double wanted = last ? before : profile[column];
        double way = weightPerMm * (placesMm[node] - placesMm[node - 1]);
        if (wanted >= before) {
          leading[node] = leading[node - 1] + way;
          trailing[node] = leading[node] + wanted;
        } else {
          trailing[node] = trailing[node - 1] + way;
          leading[node] = trailing[node] - wanted;
        }
        before = wanted;
      }
    }

    double end() {
      return trailing[trailing.length - 1];
    }

    double leading(double at) {
      return place(leading, at);
    }

    double trailing(double at) {
      return place(trailing, at);
    }

    private double place(double[] times, double at) {
      int node = 0;
      while (node + 1 < times.length && times[node + 1] <= at) {
        node++;
      }
      if (node + 1 == times.length || at <= times[node]) {
        return placesMm[node];
      }
      double share = (at - times[node]) / (times[node + 1] - times[node]);
      return placesMm[node] + share * (placesMm[node + 1] - placesMm[node]);
    }
  }
}
