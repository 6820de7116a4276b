package org.breathline.core.qa;

import java.util.Arrays;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;

/**
 * Measures an insert in one phase. A voxel of value h holds (h - background) / (insert -
 * background) of the insert, so that sums over these parts give volume and centroid finer than the
 * voxels, whatever their shape. They run over the shape, swept along the motion during the image,
 * and a rim for partial volume and the scanner's point spread.
 */
final class InsertMeter {

  /** The rim beyond partial volume that a scanner's point spread needs, mm. */
  private static final double SPREAD_MM = 2;

  /** The thickness of the shell whose median is the background, mm. */
  private static final double SHELL_MM = 3;

  private static final int LEAST_CORE_VOXELS = 8;

  /** The centroid is found about itself; it does not move after two or three rounds. */
  private static final int ROUNDS = 5;

  /**
   * What is left of the centroid's error without noise, as a share of the voxel's extent: the tests
   * with inserts of known place stay within it.
   */
  private static final double SAMPLING_SHARE = 0.02;

  private final Insert insert;
  private final Vector3 axis;
  private final ShortVolume volume;
  private final Grid grid;
  private final double halfVoxelMm;
  private final ProgrammedMotion.InPhase motion;

  /** A meter for a phase in which the programmed motion is known. */
  InsertMeter(Insert insert, Vector3 axis, ShortVolume volume, ProgrammedMotion.InPhase motion) {
    this.insert = insert;
    this.axis = axis;
    this.volume = volume;
    this.grid = volume.grid();
    this.halfVoxelMm = grid.spacing().length() / 2;
    this.motion = motion;
  }

  /** The densities well inside an insert about a place; empty where there are too few voxels. */
  Optional<InsertInPhase.Core> core(Vector3 centre) {
    Tally tally = new Tally();
    double inside = -(halfVoxelMm + 1);
    visit(
        centre,
        0,
        (place, hu) -> {
          // Insert during the whole image: inside at both ends of the path.
          if (distance(place, centre, -1) < inside && distance(place, centre, 1) < inside) {
            tally.add(hu);
          }
        });
    return tally.count < LEAST_CORE_VOXELS
        ? Optional.empty()
        : Optional.of(new InsertInPhase.Core(tally.count, tally.mean(), tally.spread()));
  }

  /**
   * Measures.
   *
   * @param start about where it is
   * @param insertHu its level, from a phase whose core shows it
   */
  InsertInPhase measure(Vector3 start, double insertHu) {
    Vector3 centre = start;
    Sums sums = new Sums(centre);
    Shell shell = shell(centre);
    for (int round = 0; round < ROUNDS; round++) {
      shell = shell(centre);
      sums = sums(centre, shell.median(), insertHu);
      if (!(sums.volume > 0)) {
        break;
      }
      centre = sums.centroid();
    }
    double contrast = insertHu - shell.median();
    double perVoxel = Math.abs(shell.spread() / contrast) * grid.voxelVolumeMm3();
    double background = perVoxel * sums.voxels * 1.2533 / Math.sqrt(Math.max(1, shell.voxels()));
    double along = sums.plainVariance();
    double noise = perVoxel / sums.volume * Math.sqrt(sums.voxels * along);
    double sampling = SAMPLING_SHARE * extentMm(axis);
    return new InsertInPhase(
        centre,
        Math.hypot(noise, sampling),
        sums.volume,
        Math.hypot(perVoxel * Math.sqrt(sums.voxels), background),
        core(centre),
        shell.median(),
        elongation(sums),
        misplaced(centre, shell.median(), insertHu));
  }

  /** The spread beyond shape and voxel; noise may leave less than nothing. */
  private double elongation(Sums sums) {
    double extent = extentMm(axis);
    double variance =
        sums.weightedVariance() - insert.shape().varianceMm2(axis) - extent * extent / 12;
    return Math.sqrt(12 * Math.max(0, variance));
  }

  private double misplaced(Vector3 centre, double backgroundHu, double insertHu) {
    BlurredShape expected = new BlurredShape(insert.shape(), grid, axis, motion);
    double[] misplaced = {0};
    visit(
        centre,
        rimMm(),
        (place, hu) -> {
          double part = (hu - backgroundHu) / (insertHu - backgroundHu);
          if (Math.abs(part - expected.part(place.minus(centre))) > 0.5) {
            misplaced[0]++;
          }
        });
    return misplaced[0] * grid.voxelVolumeMm3() / insert.shape().volumeMm3();
  }

  private Sums sums(Vector3 centre, double backgroundHu, double insertHu) {
    Sums sums = new Sums(centre);
    double rim = rimMm();
    visit(
        centre,
        rim,
        (place, hu) -> {
          if (swept(place, centre) <= rim) {
            double part = (hu - backgroundHu) / (insertHu - backgroundHu);
            sums.add(place.minus(centre), part * grid.voxelVolumeMm3());
          }
        });
    return sums;
  }

  private record Shell(int voxels, double median, double spread) {}

  private Shell shell(Vector3 centre) {
    double rim = rimMm();
    double outer = rim + Math.max(SHELL_MM, 2 * halfVoxelMm);
    double[][] values = {new double[1024]};
    int[] count = {0};
    visit(
        centre,
        outer,
        (place, hu) -> {
          double distance = swept(place, centre);
          if (distance > rim && distance <= outer) {
            if (count[0] == values[0].length) {
              values[0] = Arrays.copyOf(values[0], 2 * count[0]);
            }
            values[0][count[0]++] = hu;
          }
        });
    if (count[0] == 0) {
      return new Shell(0, insert.backgroundHu(), 0);
    }
    double[] sorted = Arrays.copyOf(values[0], count[0]);
    Arrays.sort(sorted);
    double median = quantile(sorted, 0.5);
    // Half the distance between the quantiles of one standard deviation: walls nearby do not count.
    double spread = (quantile(sorted, 0.8413) - quantile(sorted, 0.1587)) / 2;
    return new Shell(count[0], median, spread);
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int before = (int) at;
    int after = Math.min(before + 1, sorted.length - 1);
    return sorted[before] + (at - before) * (sorted[after] - sorted[before]);
  }

  /** The distance from the shape swept along the path of the image. */
  private double swept(Vector3 place, Vector3 centre) {
    Vector3 from = place.minus(centre);
    double half = motion.pathMm() / 2;
    double along = Math.clamp(from.dot(axis), -half, half);
    return insert.shape().distanceMm(from.minus(axis.times(along)));
  }

  /** The distance from the shape at one end of the path. */
  private double distance(Vector3 place, Vector3 centre, int end) {
    Vector3 at = centre.plus(axis.times(end * motion.pathMm() / 2));
    return insert.shape().distanceMm(place.minus(at));
  }

  private double rimMm() {
    return halfVoxelMm + SPREAD_MM;
  }

  /** How far a voxel reaches along a direction, mm. */
  private double extentMm(Vector3 direction) {
    double x = direction.dot(grid.orientation().row()) * grid.spacing().x();
    double y = direction.dot(grid.orientation().column()) * grid.spacing().y();
    double z = direction.dot(grid.orientation().normal()) * grid.spacing().z();
    return Math.sqrt(x * x + y * y + z * z);
  }

  private interface Look {
    void at(Vector3 place, double hu);
  }

  /** Looks at every voxel that may lie within a distance of the swept shape. */
  private void visit(Vector3 centre, double beyondMm, Look look) {
    Region region =
        Region.around(grid, centre, insert.shape().reachMm() + motion.pathMm() / 2 + beyondMm);
    for (int k = region.k0(); k < region.k1(); k++) {
      for (int j = region.j0(); j < region.j1(); j++) {
        int offset = grid.offset(0, j, k);
        for (int i = region.i0(); i < region.i1(); i++) {
          look.at(grid.point(i, j, k), volume.values()[offset + i]);
        }
      }
    }
  }

  /** Values counted. */
  private static final class Tally {
    private int count;
    private double sum;
    private double squares;

    void add(double value) {
      count++;
      sum += value;
      squares += value * value;
    }

    double mean() {
      return sum / count;
    }

    double spread() {
      return Math.sqrt(Math.max(0, (squares - sum * sum / count) / (count - 1)));
    }
  }

  /** Moments of the parts, about the place that they are gathered around. */
  private final class Sums {
    private final Vector3 about;
    private int voxels;
    private double volume;
    private Vector3 first = Vector3.ZERO;
    private double second;
    private double plainSecond;

    Sums(Vector3 about) {
      this.about = about;
    }

    void add(Vector3 from, double weight) {
      double along = from.dot(axis);
      voxels++;
      volume += weight;
      first = first.plus(from.times(weight));
      second += weight * along * along;
      plainSecond += along * along;
    }

    Vector3 centroid() {
      return about.plus(first.times(1 / volume));
    }

    double weightedVariance() {
      double mean = first.dot(axis) / volume;
      return second / volume - mean * mean;
    }

    /** The variance of all voxels' places, whatever they hold: what noise is multiplied by. */
    double plainVariance() {
      double mean = first.dot(axis) / volume;
      return plainSecond / voxels + mean * mean;
    }
  }
}
