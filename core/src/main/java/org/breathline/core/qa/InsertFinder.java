package org.breathline.core.qa;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.ConnectedComponents;
import org.breathline.core.structure.RunLengthMask;

/**
 * Looks for an insert: the connected voxels beyond the level half-way between insert and
 * background, of about the right volume.
 */
final class InsertFinder {

  /** A sphere of few voxels, torn or blurred, has a volume this far from its own. */
  private static final double LEAST_SHARE = 0.3;

  private static final double MOST_SHARE = 2.2;

  private final Insert insert;

  InsertFinder(Insert insert) {
    this.insert = insert;
  }

  /**
   * A connected thing.
   *
   * @param centre the mean of its voxels
   * @param volumeMm3 voxels times their size
   */
  record Candidate(Vector3 centre, double volumeMm3) {}

  /** Everything in the volume that may be the insert, the likeliest by its volume first. */
  List<Candidate> anywhere(ShortVolume volume) {
    Grid grid = volume.grid();
    List<Candidate> found =
        candidates(volume, new Region(0, grid.nx(), 0, grid.ny(), 0, grid.nz()));
    found.sort(
        Comparator.comparingDouble(
            c -> Math.abs(Math.log(c.volumeMm3() / insert.shape().volumeMm3()))));
    return found;
  }

  /** What may be the insert near a place, the nearest first. */
  List<Candidate> near(ShortVolume volume, Vector3 place, double withinMm) {
    List<Candidate> found =
        candidates(
            volume, Region.around(volume.grid(), place, withinMm + 1.5 * insert.shape().reachMm()));
    found.removeIf(c -> c.centre().minus(place).length() > withinMm);
    found.sort(Comparator.comparingDouble(c -> c.centre().minus(place).length()));
    return found;
  }

  private List<Candidate> candidates(ShortVolume volume, Region region) {
    RunLengthMask mask = mask(volume, region);
    Grid grid = volume.grid();
    ConnectedComponents parts = ConnectedComponents.inSpace(mask);
    int runs = mask.runs();
    double[] i = new double[runs];
    double[] j = new double[runs];
    double[] k = new double[runs];
    long[] sizes = parts.sizes();
    for (int row = 0; row < mask.rows(); row++) {
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        int part = parts.component(run);
        int length = mask.length(run);
        i[part] += length * 0.5 * (mask.start(run) + mask.end(run) - 1);
        j[part] += (double) length * (row % grid.ny());
        k[part] += (double) length * Math.floorDiv(row, grid.ny());
      }
    }
    double nominal = insert.shape().volumeMm3();
    List<Candidate> found = new ArrayList<>();
    for (int part = 0; part < runs; part++) {
      double volumeMm3 = sizes[part] * grid.voxelVolumeMm3();
      if (volumeMm3 >= LEAST_SHARE * nominal && volumeMm3 <= MOST_SHARE * nominal) {
        double size = sizes[part];
        found.add(
            new Candidate(grid.point(i[part] / size, j[part] / size, k[part] / size), volumeMm3));
      }
    }
    return found;
  }

  private RunLengthMask mask(ShortVolume volume, Region region) {
    Grid grid = volume.grid();
    RunLengthMask.Builder builder = new RunLengthMask.Builder(grid);
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        if (k >= region.k0() && k < region.k1() && j >= region.j0() && j < region.j1()) {
          addRow(volume, region, grid.offset(0, j, k), builder);
        }
        builder.endRow();
      }
    }
    return builder.build();
  }

  private void addRow(
      ShortVolume volume, Region region, int offset, RunLengthMask.Builder builder) {
    int start = -1;
    for (int i = region.i0(); i < region.i1(); i++) {
      boolean inside = insert.isInside(volume.values()[offset + i]);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        builder.add(start, i);
        start = -1;
      }
    }
    if (start >= 0) {
      builder.add(start, region.i1());
    }
  }
}
