package org.breathline.core.planning.objective;

/**
 * Asks that no more than a share of the volume gets more than a dose: the mean over all voxels of
 * the squared excess of those that have more than that dose but not more than what the share gets
 * now (Wu and Mohan, Med. Phys. 27 (2000) 701). Those hotter still may stay as they are. Gy^2.
 *
 * @param doseGy the dose, Gy
 * @param volume the share of the volume that may get more, 0 to 1
 */
public record MaximumDvh(double doseGy, double volume) implements DoseFunction {

  /** Refuses a share that is none. */
  public MaximumDvh {
    DoseQuantile.checkShare(volume);
  }

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double hottest = DoseQuantile.hottest(dose, volume);
    double sum = 0;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      double over = dose[voxel] <= hottest ? Math.max(0, dose[voxel] - doseGy) : 0;
      sum += over * over;
      gradient[voxel] = 2 * over / dose.length;
    }
    return sum / dose.length;
  }
}
