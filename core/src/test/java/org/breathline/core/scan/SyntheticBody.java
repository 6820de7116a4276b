package org.breathline.core.scan;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * A body of ellipses that breathes: lungs above a diaphragm that goes down with the amplitude, with
 * spheres as vessels, and a belly that rises. All figures are chosen for tests, not for anatomy.
 */
public final class SyntheticBody implements SliceImages {

  private static final int VESSELS = 150;

  private final TimedScan scan;
  private final TimedSlice[] slices;
  private final DoubleUnaryOperator amplitudeMm;
  private final double noiseHu;
  private final double[][] vessels = new double[VESSELS][4];

  /**
   * A body.
   *
   * @param amplitudeMm descent of the diaphragm at a time on the scanner's clock
   */
  public SyntheticBody(TimedScan scan, DoubleUnaryOperator amplitudeMm, double noiseHu, long seed) {
    this.scan = scan;
    this.amplitudeMm = amplitudeMm;
    this.noiseHu = noiseHu;
    this.slices =
        scan.couchPositions().stream()
            .flatMap(c -> c.acquisitions().stream())
            .flatMap(a -> a.slices().stream())
            .toArray(TimedSlice[]::new);
    SplittableRandom random = new SplittableRandom(seed);
    for (double[] vessel : vessels) {
      vessel[0] = random.nextDouble(-85, 85);
      vessel[1] = random.nextDouble(-60, 60);
      vessel[2] = random.nextDouble(-40, 160);
      vessel[3] = random.nextDouble(3, 8);
    }
  }

  /** By how much a point at a height moves down for an amplitude, mm. */
  public static double descentMm(double z, double amplitudeMm) {
    return amplitudeMm * Math.clamp((140 - z) / 120, 0.0, 1.0);
  }

  @Override
  public void read(int image, short[] hu) {
    TimedSlice slice = slices[image];
    double half = scan.rotationS() / 2;
    double amplitude =
        (amplitudeMm.applyAsDouble(slice.midTimeS() - half / 2)
                + amplitudeMm.applyAsDouble(slice.midTimeS() + half / 2))
            / 2;
    SliceGeometry g = scan.geometry();
    SplittableRandom random = new SplittableRandom(1_000_003L * image);
    double z = slice.positionMm() + descentMm(slice.positionMm(), amplitude);
    for (int row = 0; row < g.rows(); row++) {
      double y = g.inPlaneOrigin().y() + row * g.rowSpacingMm();
      for (int column = 0; column < g.columns(); column++) {
        double x = g.inPlaneOrigin().x() + column * g.columnSpacingMm();
        hu[row * g.columns() + column] =
            (short) Math.round(hu(x, y, z, amplitude) + noiseHu * random.nextGaussian());
      }
    }
  }

  private double hu(double x, double y, double z, double amplitude) {
    double front = y < 0 ? 85 + 0.3 * amplitude : 85;
    if (x / 115 * (x / 115) + y / front * (y / front) > 1) {
      return -1000;
    }
    double lungX = (Math.abs(x) - 48) / 38;
    double lungY = y / 60;
    double r2 = lungX * lungX + lungY * lungY;
    double aboveDiaphragm = z - 20 + 40 * r2;
    if (r2 > 1 || aboveDiaphragm < 0) {
      return 40;
    }
    for (double[] v : vessels) {
      double dx = x - v[0];
      double dy = y - v[1];
      double dz = z - v[2];
      if (dx * dx + dy * dy + dz * dz < v[3] * v[3]) {
        return 30;
      }
    }
    return -800 + 4 * amplitude * -1;
  }
}
