package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;

/**
 * A star-shaped surface through the edges that rays meet, and the rays that did not meet theirs.
 *
 * @param surface the surface
 * @param unseen the directions whose ray ran on, by number in {@link Icosphere}
 * @param thresholdHu the density at an edge
 */
record SurfaceFit(StarSurface surface, BitSet unseen, double thresholdHu) {

  private static final double REACH_MM = LungTumour.MOST_RADIUS_MM;
  private static final int CENTRINGS = 3;
  private static final int ROUNDS = 30;
  private static final int SWEEPS = 12;

  /** A ray has run on if its edge is so much farther than the surface around would have it. */
  private static final double MOST_RATIO = 1.13;

  private static final double MOST_EXCESS_MM = 0.5;
  private static final double LEAST_RATIO = 0.5;

  /** The cosine of the angle within which directions are near by: 40 degrees. */
  private static final double NEIGHBOURHOOD = 0.766;

  /** How much neighbours count beside a ray's own edge. */
  private static final double SMOOTHNESS = 0.12;

  /** Copies the set. */
  SurfaceFit {
    unseen = (BitSet) unseen.clone();
  }

  /**
   * Fits a surface.
   *
   * @param start a point inside
   * @throws SeedException if no sphere fits what the rays meet
   */
  static SurfaceFit of(ShortVolume volume, Vector3 start, double thresholdHu) throws SeedException {
    SphereFit sphere = new SphereFit(start, 0, 0);
    for (int centring = 0; centring < CENTRINGS; centring++) {
      sphere = around(volume, sphere.centre(), start, thresholdHu);
    }
    return of(RadialEdges.of(volume, sphere.centre(), thresholdHu, REACH_MM), sphere, thresholdHu);
  }

  /** The sphere that most of what is met from a point lies on. */
  private static SphereFit around(
      ShortVolume volume, Vector3 from, Vector3 start, double thresholdHu) throws SeedException {
    RadialEdges edges = RadialEdges.of(volume, from, thresholdHu, REACH_MM);
    List<Vector3> met = new ArrayList<>();
    for (int n = 0; n < Icosphere.INSTANCE.size(); n++) {
      if (edges.first(n) <= REACH_MM) {
        met.add(from.plus(Icosphere.INSTANCE.direction(n).times(edges.first(n))));
      }
    }
    return SphereFit.of(met, start, mostRadiusMm(edges))
        .orElseThrow(() ->
            new SeedException(
                String.format(
                    Locale.ROOT,
                    "no border is met within %.0f mm of the seed: not a tumour in lung",
                    REACH_MM)));
  }

  /** From inside a ball few rays are much shorter than its radius, wherever they start. */
  private static double mostRadiusMm(RadialEdges edges) {
    double[] sorted =
        IntStream.range(0, Icosphere.INSTANCE.size()).mapToDouble(edges::first).sorted().toArray();
    return Math.min(REACH_MM, 2 * sorted[sorted.length / 4] + 1);
  }

  private static SurfaceFit of(RadialEdges edges, SphereFit sphere, double thresholdHu) {
    int size = Icosphere.INSTANCE.size();
    double[] radii = new double[size];
    Arrays.fill(radii, sphere.radiusMm());
    BitSet unseen = new BitSet(size);
    for (int round = 0; round < ROUNDS; round++) {
      BitSet before = (BitSet) unseen.clone();
      double[] met = new double[size];
      unseen.clear();
      for (int n = 0; n < size; n++) {
        double expected = expected(radii, n);
        met[n] = edges.nearest(n, expected);
        boolean plausible =
            met[n] <= MOST_RATIO * expected + MOST_EXCESS_MM && met[n] >= LEAST_RATIO * expected;
        unseen.set(n, !plausible);
      }
      relax(radii, met, withRim(unseen, met, radii));
      if (round > 0 && unseen.equals(before)) {
        break;
      }
    }
    return new SurfaceFit(new StarSurface(sphere.centre(), radii), unseen, thresholdHu);
  }

  /** A ray beside one that ran on has mostly run on a little itself, if it is the longer. */
  private static BitSet withRim(BitSet unseen, double[] met, double[] radii) {
    BitSet wide = (BitSet) unseen.clone();
    for (int n = unseen.nextSetBit(0); n >= 0; n = unseen.nextSetBit(n + 1)) {
      for (int other : Icosphere.INSTANCE.neighbours(n)) {
        if (met[other] > expected(radii, other)) {
          wide.set(other);
        }
      }
    }
    return wide;
  }

  /** The median radius of the directions around: what a vessel alone cannot move. */
  private static double expected(double[] radii, int direction) {
    Vector3 middle = Icosphere.INSTANCE.direction(direction);
    double[] around = new double[radii.length];
    int count = 0;
    for (int n = 0; n < radii.length; n++) {
      if (middle.dot(Icosphere.INSTANCE.direction(n)) > NEIGHBOURHOOD) {
        around[count++] = radii[n];
      }
    }
    Arrays.sort(around, 0, count);
    return around[count / 2];
  }

  /** Draws the surface to the edges that were met, and smoothly over where there are none. */
  private static void relax(double[] radii, double[] met, BitSet unseen) {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int n = 0; n < radii.length; n++) {
        double around = 0;
        List<Integer> neighbours = Icosphere.INSTANCE.neighbours(n);
        for (int other : neighbours) {
          around += radii[other] / neighbours.size();
        }
        radii[n] = unseen.get(n) ? around : (met[n] + SMOOTHNESS * around) / (1 + SMOOTHNESS);
      }
    }
  }
}
