package org.breathline.core.phantom;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.scan.SliceGeometry;

/**
 * A digital thorax and upper abdomen: what is where, in every state of breathing, and how it moves.
 * Immutable; may be used by many threads.
 */
public final class Phantom {

  private static final int STILL_SAMPLES = 3;

  /** Edges as sharp as this are those of a point, mm. */
  private static final double POINT_MM = 1e-3;

  private final Anatomy anatomy;
  private final PhantomMotion motion;
  private final Optional<Tumour> tumour;
  private final long seed;

  /**
   * A phantom.
   *
   * @param seed of its vessels and textures
   * @param parameters how far it moves
   * @param tumour its tumour, if it has one
   */
  public Phantom(long seed, MotionParameters parameters, Optional<Tumour> tumour) {
    this.seed = seed;
    this.anatomy = new Anatomy(seed, tumour);
    this.motion = new PhantomMotion(parameters, tumour);
    this.tumour = tumour;
  }

  /** The seed of its vessels and textures. */
  public long seed() {
    return seed;
  }

  /** Its motion. */
  public PhantomMotion motion() {
    return motion;
  }

  /** Its tumour. */
  public Optional<Tumour> tumour() {
    return tumour;
  }

  /**
   * The Hounsfield value at a point, without noise.
   *
   * @param point LPS mm
   * @param edgeMm the width over which edges are softened, mm, above 0
   */
  public double hu(Vector3 point, MotionState state, double edgeMm) {
    return renderer(state, motion.ballIn(state), point.z(), edgeMm).hu(point.x(), point.y());
  }

  /** What is at a point, LPS mm. */
  public Organ organ(Vector3 point, MotionState state) {
    return renderer(state, motion.ballIn(state), point.z(), POINT_MM).organ(point.x(), point.y());
  }

  /**
   * The volume in a state as an ideal scanner would see it: motionless, without noise, slices as
   * thick as the grid's spacing.
   *
   * @throws IllegalArgumentException if the grid is not axial
   */
  public ShortVolume volume(Grid grid, MotionState state) {
    return volume(grid, state, 0, 0);
  }

  /**
   * The volume in a state as a scanner without motion blur would see it.
   *
   * @param noiseHu standard deviation of the noise, HU
   * @param acquisition makes the noise of one volume differ from that of another
   * @throws IllegalArgumentException if the grid is not axial
   */
  public ShortVolume volume(Grid grid, MotionState state, double noiseHu, int acquisition) {
    var noise = new Noise(seed, noiseHu);
    long firstImage = ((long) acquisition + 1) << 32;
    var volume = new ShortVolume(grid);
    double[] offsets = thicknessOffsets(STILL_SAMPLES, grid.spacing().z());
    MotionState[] states =
        IntStream.range(0, offsets.length).mapToObj(s -> state).toArray(MotionState[]::new);
    SliceGeometry geometry = geometry(grid);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          float[] slice = new float[grid.sliceSize()];
          render(geometry, grid.point(0, 0, k), states, offsets, slice);
          noise.add(firstImage + k, grid.nx(), grid.ny(), slice);
          round(slice, volume.values(), k * grid.sliceSize());
        });
    return volume;
  }

  /** What is at the centre of every voxel: the {@linkplain Organ#label label} of its organ. */
  public ShortVolume labels(Grid grid, MotionState state) {
    requireAxial(grid);
    var volume = new ShortVolume(grid);
    Optional<RigidBall.InState> ball = motion.ballIn(state);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          SliceRenderer renderer = renderer(state, ball, grid.point(0, 0, k).z(), POINT_MM);
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              Vector3 point = grid.point(i, j, k);
              volume.values()[grid.offset(i, j, k)] = renderer.organ(point.x(), point.y()).label();
            }
          }
        });
    return volume;
  }

  /** The voxels whose centre lies in an organ, by memory offset. */
  public BitSet mask(Grid grid, MotionState state, Organ organ) {
    short[] labels = labels(grid, state).values();
    var mask = new BitSet(labels.length);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == organ.label()) {
        mask.set(i);
      }
    }
    return mask;
  }

  /**
   * The true displacement from one state to another: the tissue at a voxel's centre x in the first
   * state is at x + u(x) in the second.
   */
  public DisplacementField displacements(Grid grid, MotionState from, MotionState to) {
    var field = new DisplacementField(grid);
    IntStream.range(0, grid.nz())
        .parallel()
        .forEach(k -> {
          for (int j = 0; j < grid.ny(); j++) {
            for (int i = 0; i < grid.nx(); i++) {
              Vector3 u = motion.displacement(grid.point(i, j, k), from, to);
              int offset = grid.offset(i, j, k);
              field.x()[offset] = (float) u.x();
              field.y()[offset] = (float) u.y();
              field.z()[offset] = (float) u.z();
            }
          }
        });
    return field;
  }

  /**
   * Where the branchings of the lungs' vessels are in a state, always in the same order, LPS mm.
   */
  public List<Vector3> lungLandmarks(MotionState state) {
    return anatomy.lungBranchings().stream().map(b -> motion.fromReference(b, state)).toList();
  }

  /**
   * Where the branchings of the liver's vessels are in a state, always in the same order, LPS mm.
   */
  public List<Vector3> liverLandmarks(MotionState state) {
    return anatomy.liverBranchings().stream().map(b -> motion.fromReference(b, state)).toList();
  }

  /** Where the tumour's centre is in a state, LPS mm. */
  public Optional<Vector3> tumourCentre(MotionState state) {
    return tumour.map(t -> motion.fromReference(t.referenceCentre(), state));
  }

  /**
   * Renders a slice averaged over moments and heights.
   *
   * @param origin the centre of its first pixel
   * @param states the moments
   * @param offsets the height of each moment's sample from the slice's middle, mm
   * @param hu receives the values
   */
  void render(
      SliceGeometry geometry, Vector3 origin, MotionState[] states, double[] offsets, float[] hu) {
    int columns = geometry.columns();
    Vector3 right = geometry.orientation().row().times(geometry.columnSpacingMm());
    Vector3 down = geometry.orientation().column().times(geometry.rowSpacingMm());
    double edge = Math.sqrt(geometry.columnSpacingMm() * geometry.rowSpacingMm());
    float share = 1f / states.length;
    for (int s = 0; s < states.length; s++) {
      SliceRenderer renderer =
          renderer(states[s], motion.ballIn(states[s]), origin.z() + offsets[s], edge);
      for (int j = 0; j < geometry.rows(); j++) {
        for (int i = 0; i < columns; i++) {
          double x = origin.x() + i * right.x() + j * down.x();
          double y = origin.y() + i * right.y() + j * down.y();
          float value = (float) renderer.hu(x, y);
          hu[j * columns + i] = s == 0 ? share * value : hu[j * columns + i] + share * value;
        }
      }
    }
  }

  /** Rounds to what a scanner stores: whole numbers from -1024 to 3071. */
  static void round(float[] hu, short[] into, int start) {
    for (int i = 0; i < hu.length; i++) {
      into[start + i] = (short) Math.clamp(Math.round(hu[i]), -1024, 3071);
    }
  }

  /** Heights of the samples of a slice in an order that does not run along with time, mm. */
  static double[] thicknessOffsets(int samples, double thicknessMm) {
    double[] offsets = new double[samples];
    for (int s = 0; s < samples; s++) {
      int place = (s * Math.max(1, samples - 1) + 1) % samples;
      offsets[s] = thicknessMm * ((place + 0.5) / samples - 0.5);
    }
    return offsets;
  }

  private SliceRenderer renderer(
      MotionState state, Optional<RigidBall.InState> ball, double z, double edgeMm) {
    return new SliceRenderer(anatomy, motion, state, ball, z, edgeMm);
  }

  private static SliceGeometry geometry(Grid grid) {
    requireAxial(grid);
    return new SliceGeometry(
        grid.nx(),
        grid.ny(),
        grid.spacing().x(),
        grid.spacing().y(),
        grid.origin(),
        grid.orientation());
  }

  private static void requireAxial(Grid grid) {
    if (!grid.orientation().isAxial()) {
      throw new IllegalArgumentException("the phantom is rendered in axial slices only");
    }
  }
}
