package org.breathline.core.target;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.Inversion;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.SignedDistances;
import org.breathline.core.structure.SurfaceMesh;

/**
 * Carries a region of the reference phase to other phases: a point of a phase is inside if the
 * point of the reference phase that is found there is, for which the displacement field is turned
 * around at every voxel near the region. The signed distance is carried, so that the surface keeps
 * its place between voxels; nothing is resampled twice.
 */
public final class Propagation {

  /** Beyond this many voxels' diagonals around the surface its distance need not be exact. */
  private static final double REACH = 2.5;

  private final LevelSet distances;
  private final SurfaceMesh surface;
  private final Vector3 centre;

  /**
   * Prepares a region of the reference phase.
   *
   * @throws IllegalArgumentException if the region is empty
   */
  public Propagation(LevelSet region) {
    Vector3 spacing = region.grid().spacing();
    this.distances = SignedDistances.of(region, REACH * spacing.length());
    this.surface = SurfaceMesh.of(distances);
    if (surface.size() == 0) {
      throw new IllegalArgumentException("an empty region cannot be carried to another phase");
    }
    this.centre = surface.centroid();
  }

  /** The region in every phase. */
  public List<PhaseRegion> to(List<PhaseField> phases) {
    return phases.stream().map(this::to).toList();
  }

  /** The region in a phase. */
  public PhaseRegion to(PhaseField phase) {
    if (isStill(phase.field())) {
      return new PhaseRegion(phase.percent(), phase.weight(), distances, centre, 0);
    }
    GridBox box = reached(phase.field());
    var inversion = new Inversion(phase.field());
    Grid grid = distances.grid();
    float[] values = new float[Math.multiplyExact(box.nx() * box.ny(), box.nz())];
    double near = grid.spacing().length();
    double residual =
        IntStream.range(0, box.nz())
            .parallel()
            .mapToDouble(k -> slice(inversion, box, k, values, near))
            .max()
            .orElse(0);
    LevelSet region = new LevelSet(grid, box, values, distances.outside());
    SurfaceMesh moved = SurfaceMesh.of(region);
    Vector3 movedCentre = moved.size() == 0 ? phase.field().map(centre) : moved.centroid();
    return new PhaseRegion(phase.percent(), phase.weight(), region, movedCentre, residual);
  }

  private double slice(Inversion inversion, GridBox box, int k, float[] values, double near) {
    double greatest = 0;
    int at = k * box.nx() * box.ny();
    for (int j = 0; j < box.ny(); j++) {
      for (int i = 0; i < box.nx(); i++) {
        Vector3 point = distances.grid().point(box.i0() + i, box.j0() + j, box.k0() + k);
        Inversion.Back back = inversion.at(point);
        double value = distances.at(point.plus(back.displacement()));
        values[at++] = (float) value;
        if (Math.abs(value) <= near) {
          greatest = Math.max(greatest, back.residualMm());
        }
      }
    }
    return greatest;
  }

  /** The voxels that the surface may have gone to, and two more on all sides. */
  private GridBox reached(DisplacementField field) {
    Grid grid = distances.grid();
    int[] least = new int[3];
    int[] most = new int[3];
    Arrays.fill(least, Integer.MAX_VALUE);
    Arrays.fill(most, Integer.MIN_VALUE);
    for (int t = 0; t < surface.size(); t++) {
      Vector3 index = grid.index(field.map(surface.middle(t)));
      double[] axes = {index.x(), index.y(), index.z()};
      for (int axis = 0; axis < 3; axis++) {
        least[axis] = Math.min(least[axis], (int) Math.floor(axes[axis]));
        most[axis] = Math.max(most[axis], (int) Math.ceil(axes[axis]));
      }
    }
    return new GridBox(least[0], most[0] + 1, least[1], most[1] + 1, least[2], most[2] + 1)
        .grown(2);
  }

  private static boolean isStill(DisplacementField field) {
    return allZero(field.x()) && allZero(field.y()) && allZero(field.z());
  }

  private static boolean allZero(float[] components) {
    for (float component : components) {
      if (component != 0) {
        return false;
      }
    }
    return true;
  }
}
