package org.breathline.core.image.format;

import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;

/** Volumes of random samples on grids that lie anyhow in space. */
final class TestVolumes {

  private TestVolumes() {}

  static Grid axial(SplittableRandom random) {
    return grid(random, Orientation.AXIAL);
  }

  static Grid oblique(SplittableRandom random) {
    double a = random.nextDouble(-3, 3);
    double b = random.nextDouble(-1.5, 1.5);
    Vector3 row = new Vector3(Math.cos(a) * Math.cos(b), Math.sin(a) * Math.cos(b), Math.sin(b));
    Vector3 column = new Vector3(-Math.sin(a), Math.cos(a), 0);
    return grid(random, Orientation.of(row, column));
  }

  private static Grid grid(SplittableRandom random, Orientation orientation) {
    return new Grid(
        random.nextInt(1, 20),
        random.nextInt(1, 20),
        random.nextInt(1, 9),
        new Vector3(
            random.nextDouble(-500, 500),
            random.nextDouble(-500, 500),
            random.nextDouble(-1500, 1500)),
        new Vector3(
            random.nextDouble(0.3, 5), random.nextDouble(0.3, 5), random.nextDouble(0.3, 5)),
        orientation);
  }

  static ShortVolume shorts(SplittableRandom random, Grid grid) {
    short[] values = new short[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) random.nextInt(-1024, 3072);
    }
    return new ShortVolume(grid, values);
  }

  static FloatVolume floats(SplittableRandom random, Grid grid) {
    float[] values = new float[grid.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1024, 3072);
    }
    return new FloatVolume(grid, values);
  }
}
