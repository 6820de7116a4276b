package org.breathline.core.planning.objective;

/**
 * Asks that at least a share of the volume gets a dose: the mean over all voxels of the squared
 * lack of those that have less than that dose but not less than what the share gets now (Wu and
 * Mohan, Med. Phys. 27 (2000) 701). Those colder still may stay as they are. Gy^2.
 *
 * @param doseGy the dose, Gy
 * @param volume the share of the volume that must get it, 0 to 1
 */
public record MinimumDvh(double doseGy, double volume) implements DoseFunction {

  /** Refuses a share that is none. */
  public MinimumDvh {
    DoseQuantile.checkShare(volume);
  }

  @Override
  public double evaluate(double[] dose, double[] gradient) {
    double covered = DoseQuantile.hottest(dose, volume);
    double sum = 0;
    for (int voxel = 0; voxel < dose.length; voxel++) {
      double under = dose[voxel] >= covered ? Math.min(0, dose[voxel] - doseGy) : 0;
      sum += under * under;
      gradient[voxel] = 2 * under / dose.length;
    }
    return sum / dose.length;
  }
}
