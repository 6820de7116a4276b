package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.Inversion;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;

/**
 * The phantom's anatomy at the end of exhalation, moved as the landmarks of a patient moved: a
 * motion that the phantom's own makers did not think of. Inside the lungs the displacement is the
 * Gaussian mean of those of the landmarks near by, their box laid on that of the lungs; beside the
 * lungs and what lies below them its SI component fades within a few millimetres (the pleura
 * slides) and the others within centimetres; below the lungs all fade slowly. Made on a grid of 7
 * mm, between whose points the truth is trilinear.
 */
public final class LandmarkPhantom {

  private static final double FIELD_MM = 7;
  private static final double NEAR_MM = 14;
  private static final double FAR_MM = 70;
  private static final double FAR_WEIGHT = 1e-3;
  private static final double SLIDING_MM = 8;
  private static final double SIDE_MM = 40;
  private static final double BELOW_MM = 80;

  private final Phantom phantom;
  private final DisplacementField field;
  private final Inversion inversion;

  /**
   * Moves a phantom.
   *
   * @param seed of its anatomy
   * @param pairs of a patient
   */
  public LandmarkPhantom(long seed, List<DirLabPairs.Pair> pairs) {
    this.phantom = new Phantom(seed, MotionParameters.QUIET, Optional.empty());
    this.field = field(phantom, onTheLungs(pairs, landmarks()));
    this.inversion = new Inversion(field);
  }

  /** The lungs' landmarks at the end of exhalation, LPS mm. */
  public List<Vector3> landmarks() {
    return phantom.lungLandmarks(MotionState.REFERENCE);
  }

  /** The true displacement from the end of exhalation to that of inhalation. */
  public DisplacementField field() {
    return field;
  }

  /** What is where at the end of exhalation: organ labels. */
  public ShortVolume labels(Grid grid) {
    return phantom.labels(grid, MotionState.REFERENCE);
  }

  /** The image at the end of exhalation, noise included. */
  public ShortVolume exhaled(Grid grid, double noiseHu) {
    return phantom.volume(grid, MotionState.REFERENCE, noiseHu, 0);
  }

  /** The image at the end of inhalation, noise included. */
  public ShortVolume inhaled(Grid grid, double noiseHu) {
    Vector3 h = grid.spacing();
    Grid fine =
        new Grid(
            3 * grid.nx() / 2,
            3 * grid.ny() / 2,
            2 * grid.nz(),
            grid.origin().minus(new Vector3(h.x() / 6, h.y() / 6, h.z() / 4)),
            new Vector3(h.x() / 1.5, h.y() / 1.5, h.z() / 2),
            grid.orientation());
    var anatomy = new TrilinearSampling(phantom.volume(fine, MotionState.REFERENCE), (short) -1000);
    var volume = new ShortVolume(grid);
    var noise = new Noise(phantom.seed(), noiseHu);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          float[] slice = new float[grid.sliceSize()];
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              Vector3 middle = grid.point(i, j, k);
              Vector3 source = middle.plus(inversion.at(middle).displacement());
              slice[j * grid.nx() + i] =
                  (anatomy.at(source.plus(new Vector3(0, 0, h.z() / 4)))
                          + anatomy.at(source.minus(new Vector3(0, 0, h.z() / 4))))
                      / 2;
            }
          }
          noise.add((2L << 32) + k, grid.nx(), grid.ny(), slice);
          Phantom.round(slice, volume.values(), k * grid.sliceSize());
        });
    return volume;
  }

  /** Lays the box of a patient's landmarks on the box of the phantom's; displacements are kept. */
  private static List<DirLabPairs.Pair> onTheLungs(
      List<DirLabPairs.Pair> pairs, List<Vector3> landmarks) {
    Vector3 from = corner(pairs.stream().map(DirLabPairs.Pair::exhaled).toList(), true);
    Vector3 size =
        corner(pairs.stream().map(DirLabPairs.Pair::exhaled).toList(), false).minus(from);
    Vector3 to = corner(landmarks, true);
    Vector3 room = corner(landmarks, false).minus(to);
    List<DirLabPairs.Pair> laid = new ArrayList<>();
    for (DirLabPairs.Pair pair : pairs) {
      Vector3 share = pair.exhaled().minus(from);
      laid.add(
          new DirLabPairs.Pair(
              new Vector3(
                  to.x() + share.x() / size.x() * room.x(),
                  to.y() + share.y() / size.y() * room.y(),
                  to.z() + share.z() / size.z() * room.z()),
              pair.displacement()));
    }
    return laid;
  }

  private static Vector3 corner(List<Vector3> points, boolean least) {
    int sign = least ? 1 : -1;
    return new Vector3(
        sign * points.stream().mapToDouble(p -> sign * p.x()).min().orElseThrow(),
        sign * points.stream().mapToDouble(p -> sign * p.y()).min().orElseThrow(),
        sign * points.stream().mapToDouble(p -> sign * p.z()).min().orElseThrow());
  }

  private static DisplacementField field(Phantom phantom, List<DirLabPairs.Pair> pairs) {
    Grid grid =
        new Grid(46, 43, 46, new Vector3(-160, -150, -160), cube(FIELD_MM), Orientation.AXIAL);
    double[] depthsMm = depthsMm(grid, phantom.labels(grid, MotionState.REFERENCE).values());
    var field = new DisplacementField(grid);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          for (int v = k * grid.sliceSize(); v < (k + 1) * grid.sliceSize(); v++) {
            double aside = asideMm(grid, depthsMm, v);
            double along = Math.exp(-(depthsMm[v] > 0 ? depthsMm[v] : 0) / BELOW_MM);
            double sliding = Math.exp(-aside * aside / (2 * SLIDING_MM * SLIDING_MM));
            double side = Math.exp(-aside / SIDE_MM);
            Vector3 u = near(pairs, point(grid, v)).times(along);
            field.x()[v] = (float) (side * u.x());
            field.y()[v] = (float) (side * u.y());
            field.z()[v] = (float) (sliding * u.z());
          }
        });
    return field;
  }

  /** How far below the lungs a point lies: 0 in them, NaN beside and above them. */
  private static double[] depthsMm(Grid grid, short[] labels) {
    double[] depths = new double[labels.length];
    for (int v = labels.length - 1; v >= 0; v--) {
      int above = v + grid.sliceSize();
      boolean lung = labels[v] == Organ.LEFT_LUNG.label() || labels[v] == Organ.RIGHT_LUNG.label();
      depths[v] = lung ? 0 : above < labels.length ? depths[above] + FIELD_MM : Double.NaN;
    }
    return depths;
  }

  /** How far a point lies beside the lungs and what is below them, within its slice. */
  private static double asideMm(Grid grid, double[] depthsMm, int v) {
    if (!Double.isNaN(depthsMm[v])) {
      return 0;
    }
    int first = v - v % grid.sliceSize();
    Vector3 point = point(grid, v);
    double least = Double.POSITIVE_INFINITY;
    for (int other = first; other < first + grid.sliceSize(); other++) {
      if (!Double.isNaN(depthsMm[other])) {
        least = Math.min(least, point(grid, other).minus(point).length());
      }
    }
    return least;
  }

  private static Vector3 near(List<DirLabPairs.Pair> pairs, Vector3 point) {
    double weights = 0;
    Vector3 sum = Vector3.ZERO;
    for (DirLabPairs.Pair pair : pairs) {
      Vector3 apart = pair.exhaled().minus(point);
      double squared = apart.dot(apart);
      double weight =
          Math.exp(-squared / (2 * NEAR_MM * NEAR_MM))
              + FAR_WEIGHT * Math.exp(-squared / (2 * FAR_MM * FAR_MM));
      weights += weight;
      sum = sum.plus(pair.displacement().times(weight));
    }
    return sum.times(1 / weights);
  }

  private static Vector3 point(Grid grid, int v) {
    int k = v / grid.sliceSize();
    int j = v / grid.nx() % grid.ny();
    return grid.point(v % grid.nx(), j, k);
  }

  private static Vector3 cube(double mm) {
    return new Vector3(mm, mm, mm);
  }
}
