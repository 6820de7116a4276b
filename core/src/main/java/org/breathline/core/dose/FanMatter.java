package org.breathline.core.dose;

import java.util.stream.IntStream;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * The matter in the cells of a fan: each cell's densities are means of samples along its ray, and
 * radiological depths sums along the columns.
 */
final class FanMatter {

  private static final double MM_PER_CM = 10;

  /** Samples of a cell along its ray. */
  private static final int SAMPLES = 4;

  private final FanGrid fan;

  /** Mass per area of a cell along its ray, per cm of a cell at the isocentre; x fastest. */
  private final float[] mass;

  /** Electrons per mass relative to water. */
  private final float[] electronsPerMass;

  /** Water in front of the middle of a cell, g/cm2. */
  private final float[] depth;

  FanMatter(FanGrid fan, DensityVolume densities) {
    this.fan = fan;
    mass = new float[fan.size()];
    electronsPerMass = new float[fan.size()];
    depth = new float[fan.size()];
    IntStream.range(0, fan.ny()).parallel().forEach(j -> trace(j, densities));
  }

  private void trace(int j, DensityVolume densities) {
    Grid grid = densities.grid();
    DensitySampler sampler = new DensitySampler(grid);
    Vector3 source = fan.frame().source();
    Vector3 sourceIndex = grid.index(source);
    double sad = fan.frame().sourceAxisMm();
    for (int i = 0; i < fan.nx(); i++) {
      Vector3 ray = fan.frame().onIsocentrePlane(fan.xMm(i), fan.yMm(j)).minus(source);
      double obliquity = ray.length() / sad;
      Vector3 step = grid.index(source.plus(ray)).minus(sourceIndex);
      double behind = 0;
      for (int k = 0; k < fan.nz(); k++) {
        double massSum = 0;
        double electronSum = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
          double part = fan.distanceMm(k - 0.5 + (sample + 0.5) / SAMPLES) / sad;
          if (sampler.place(
              sourceIndex.x() + part * step.x(),
              sourceIndex.y() + part * step.y(),
              sourceIndex.z() + part * step.z())) {
            massSum += sampler.of(densities.mass());
            electronSum += sampler.of(densities.electrons());
          }
        }
        double growth = obliquity * fan.distanceMm(k) / sad;
        int at = (k * fan.ny() + j) * fan.nx() + i;
        double half = electronSum / SAMPLES * growth * fan.cellMm() / MM_PER_CM / 2;
        mass[at] = (float) (massSum / SAMPLES * growth);
        electronsPerMass[at] = massSum > 0 ? (float) (electronSum / massSum) : 0;
        depth[at] = (float) (behind + half);
        behind += 2 * half;
      }
    }
  }

  /** The cells. */
  FanGrid fan() {
    return fan;
  }

  /** Mass per area of a cell along its ray, per cm of a cell at the isocentre; 0 is nothing. */
  float[] mass() {
    return mass;
  }

  /** Electrons per mass, relative to water. */
  float[] electronsPerMass() {
    return electronsPerMass;
  }

  /** Water in front of the middle of a cell, g/cm2. */
  float[] depth() {
    return depth;
  }
}
