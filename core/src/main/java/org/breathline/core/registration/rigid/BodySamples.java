package org.breathline.core.registration.rigid;

import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Volume;
import org.breathline.core.structure.RunLengthMask;

/** The voxels of the fixed image that are compared: those around and in the body. */
final class BodySamples {

  /** Of the body this share must lie in the moving image for a place to count. */
  private static final double LEAST_OVERLAP = 0.3;

  /** About 150 HU in the window. */
  private static final float BONE = 0.56f;

  /** Of fewer samples than this no six numbers are found. */
  private static final int LEAST_BONE = 1000;

  private final Grid grid;
  private final float[] values;
  private final int[] voxels;

  private BodySamples(Grid grid, float[] values, int[] voxels) {
    this.grid = grid;
    this.values = values;
    this.voxels = voxels;
  }

  /** Those of an image, averaged to a spacing; skin counts from both sides. */
  static BodySamples of(Volume fixed, RunLengthMask body, double spacingMm) {
    SmoothedImage image = SmoothedImage.of(fixed, spacingMm);
    Grid grid = image.grid();
    boolean[] inside = new boolean[grid.size()];
    for (int at = 0; at < inside.length; at++) {
      inside[at] = contains(body, grid.point(at));
    }
    int[] voxels = IntStream.range(0, inside.length).filter(at -> near(inside, at, grid)).toArray();
    return new BodySamples(grid, image.values(), voxels);
  }

  private static boolean contains(RunLengthMask mask, Vector3 point) {
    Grid g = mask.grid();
    Vector3 index = g.index(point);
    long i = Math.round(index.x());
    long j = Math.round(index.y());
    long k = Math.round(index.z());
    return i >= 0
        && j >= 0
        && k >= 0
        && i < g.nx()
        && j < g.ny()
        && k < g.nz()
        && mask.contains((int) i, (int) j, (int) k);
  }

  private static boolean near(boolean[] inside, int at, Grid grid) {
    int i = at % grid.nx();
    int j = at / grid.nx() % grid.ny();
    return inside[at]
        || (i > 0 && inside[at - 1])
        || (i + 1 < grid.nx() && inside[at + 1])
        || (j > 0 && inside[at - grid.nx()])
        || (j + 1 < grid.ny() && inside[at + grid.nx()]);
  }

  /** Those in and next to bone; all of them where there is hardly any. */
  BodySamples nearBone() {
    boolean[] bone = new boolean[grid.size()];
    for (int at : voxels) {
      bone[at] = values[at] > BONE;
    }
    int[] near = IntStream.of(voxels).filter(at -> near(bone, at, grid)).toArray();
    return near.length < LEAST_BONE ? this : new BodySamples(grid, values, near);
  }

  int count() {
    return voxels.length;
  }

  Vector3 point(int sample) {
    return grid.point(voxels[sample]);
  }

  double value(int sample) {
    return values[voxels[sample]];
  }

  /** The mean place of all samples, mm. */
  Vector3 centre() {
    Vector3 sum = Vector3.ZERO;
    for (int n = 0; n < voxels.length; n++) {
      sum = sum.plus(point(n));
    }
    return sum.times(1.0 / Math.max(1, voxels.length));
  }

  /** How far two transforms take a sample apart at most, mm. */
  double greatestDistance(RigidTransform a, RigidTransform b) {
    double greatest = 0;
    for (int n = 0; n < voxels.length; n++) {
      Vector3 point = point(n);
      greatest = Math.max(greatest, a.apply(point).minus(b.apply(point)).length());
    }
    return greatest;
  }

  /**
   * How well a transform fits.
   *
   * @param correlation of the two images where they overlap
   * @param overlap the share of the samples that do
   */
  record Agreement(double correlation, double overlap) {

    /** What candidates are ordered by: too little overlap is no fit at all. */
    double score() {
      return overlap < LEAST_OVERLAP ? -2 + overlap : correlation;
    }
  }

  /** Compares with the moving image at a transform. */
  Agreement agreement(SmoothedImage moving, RigidTransform transform) {
    double[] sampled = new double[4];
    double sf = 0;
    double sm = 0;
    double ff = 0;
    double mm = 0;
    double fm = 0;
    int n = 0;
    for (int sample = 0; sample < voxels.length; sample++) {
      if (moving.sample(transform.apply(point(sample)), sampled)) {
        double f = value(sample);
        double m = sampled[0];
        sf += f;
        sm += m;
        ff += f * f;
        mm += m * m;
        fm += f * m;
        n++;
      }
    }
    double varF = ff - sf * sf / Math.max(1, n);
    double varM = mm - sm * sm / Math.max(1, n);
    double norm = Math.sqrt(Math.max(0, varF * varM));
    double overlap = (double) n / Math.max(1, voxels.length);
    return new Agreement(norm > 0 ? (fm - sf * sm / n) / norm : 0, overlap);
  }
}
