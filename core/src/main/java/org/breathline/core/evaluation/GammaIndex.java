package org.breathline.core.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.TrilinearSampling;

/**
 * The gamma index in three dimensions (Low et al. 1998): for each point of the reference dose the
 * least distance to the evaluated dose, in space and dose together, each in units of its criterion.
 * The evaluated dose is interpolated trilinearly on a lattice of a tenth of the distance to
 * agreement around each point, from near to far, until no point farther away could be nearer.
 */
public final class GammaIndex {

  private static final int STEPS = 10;

  private final FloatVolume reference;
  private final Grid evaluatedGrid;
  private final TrilinearSampling evaluated;
  private final GammaCriteria criteria;

  /** Offsets in voxels of the evaluated grid, three each, from near to far. */
  private final double[] offsets;

  /** Their lengths in distances to agreement, squared. */
  private final double[] lengths2;

  private GammaIndex(FloatVolume reference, FloatVolume evaluated, GammaCriteria criteria) {
    this.reference = reference;
    this.evaluatedGrid = evaluated.grid();
    this.evaluated = new TrilinearSampling(evaluated, Float.NaN);
    this.criteria = criteria;
    int reach = (int) Math.floor(criteria.highest() * STEPS);
    List<Vector3> lattice = new ArrayList<>();
    for (int z = -reach; z <= reach; z++) {
      for (int y = -reach; y <= reach; y++) {
        for (int x = -reach; x <= reach; x++) {
          if (x * x + y * y + z * z <= reach * reach) {
            lattice.add(new Vector3(x, y, z));
          }
        }
      }
    }
    lattice.sort(Comparator.comparingDouble(v -> v.dot(v)));
    this.offsets = new double[3 * lattice.size()];
    this.lengths2 = new double[lattice.size()];
    double step = criteria.distanceMm() / STEPS;
    Vector3 spacing = evaluatedGrid.spacing();
    for (int i = 0; i < lengths2.length; i++) {
      Vector3 offset = lattice.get(i);
      offsets[3 * i] = offset.x() * step / spacing.x();
      offsets[3 * i + 1] = offset.y() * step / spacing.y();
      offsets[3 * i + 2] = offset.z() * step / spacing.z();
      lengths2[i] = offset.dot(offset) / (STEPS * STEPS);
    }
  }

  /**
   * Compares two doses, which may be on different grids. The result does not depend on the number
   * of threads.
   *
   * @param reference the dose that the points are of, Gy
   * @param evaluated the dose that is searched, Gy
   */
  public static GammaMap compare(
      FloatVolume reference, FloatVolume evaluated, GammaCriteria criteria) {
    return new GammaIndex(reference, evaluated, criteria).map();
  }

  private GammaMap map() {
    float highestDose = 0;
    for (float value : reference.values()) {
      highestDose = Math.max(highestDose, value);
    }
    double normalisation = criteria.normalisationGy().orElse(highestDose);
    double threshold = normalisation * criteria.thresholdPercent() / 100;
    Grid grid = reference.grid();
    var gamma = new FloatVolume(grid);
    Arrays.fill(gamma.values(), Float.NaN);
    if (highestDose > 0) {
      IntStream.range(0, grid.ny() * grid.nz())
          .parallel()
          .forEach(row -> fillRow(row * grid.nx(), threshold, normalisation, gamma.values()));
    }
    return GammaMap.of(gamma);
  }

  private void fillRow(int from, double threshold, double normalisation, float[] gamma) {
    Grid grid = reference.grid();
    for (int at = from; at < from + grid.nx(); at++) {
      double dose = reference.values()[at];
      if (dose >= threshold) {
        double allowed = criteria.dosePercent() / 100 * (criteria.local() ? dose : normalisation);
        gamma[at] = (float) at(evaluatedGrid.index(grid.point(at)), dose, allowed);
      }
    }
  }

  private double at(Vector3 index, double dose, double allowedGy) {
    double least2 = criteria.highest() * criteria.highest();
    for (int i = 0; i < lengths2.length && lengths2[i] < least2; i++) {
      double found =
          evaluated.atIndex(
              index.x() + offsets[3 * i],
              index.y() + offsets[3 * i + 1],
              index.z() + offsets[3 * i + 2]);
      double apart = (found - dose) / allowedGy;
      double gamma2 = lengths2[i] + apart * apart;
      // Where the evaluated dose ends it is not a number, and so is this comparison's left side.
      if (gamma2 < least2) {
        least2 = gamma2;
      }
    }
    return Math.sqrt(least2);
  }
}
