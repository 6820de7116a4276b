package org.breathline.benchmarks.dose;

import java.util.Arrays;
import java.util.Locale;
import org.breathline.core.dose.CollapsedCone;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.dose.machine.MachineFiles;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.BeamFrame;

/**
 * One beam of 10 x 10 cm on 1.73 million voxels of water (120 a side, 2.5 mm) with 144 directions,
 * and the rate of fused multiply-adds of one core in the same run. Prints wall and processor time,
 * the least of some runs; the first argument is their number. For one core run it with {@code
 * taskset -c 0}.
 */
public final class DoseTiming {

  private static final int VOXELS_A_SIDE = 120;
  private static final double SPACING_MM = 2.5;
  private static final int FIELD_MM = 100;

  private DoseTiming() {}

  /** Runs it. */
  public static void main(String[] args) {
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 10;
    double first = -SPACING_MM * (VOXELS_A_SIDE - 1) / 2;
    Grid grid =
        new Grid(
            VOXELS_A_SIDE,
            VOXELS_A_SIDE,
            VOXELS_A_SIDE,
            new Vector3(first, first, SPACING_MM / 2),
            new Vector3(SPACING_MM, SPACING_MM, SPACING_MM),
            Orientation.AXIAL);
    BeamFrame frame =
        new BeamFrame(
            new Vector3(0, 0, 100),
            1000,
            new Vector3(1, 0, 0),
            new Vector3(0, 1, 0),
            new Vector3(0, 0, -1));
    float[] open = new float[FIELD_MM * FIELD_MM];
    Arrays.fill(open, 1);
    double corner = (1 - FIELD_MM) / 2.0;
    FluenceMap field = new FluenceMap(corner, corner, 1, FIELD_MM, FIELD_MM, open);
    DensityVolume water = DensityVolume.water(grid);
    CollapsedCone engine = CollapsedCone.of(MachineFiles.named(MachineFiles.POINT).beam());
    double wall = Double.MAX_VALUE;
    double processor = Double.MAX_VALUE;
    double rate = 0;
    for (int run = 0; run < runs; run++) {
      rate = Math.max(rate, FusedMultiplyAdds.gigaflops());
      long wallFrom = System.nanoTime();
      long processorFrom = processorNanos();
      engine.dose(water, frame, field, Progress.SILENT);
      processor = Math.min(processor, (processorNanos() - processorFrom) * 1e-9);
      wall = Math.min(wall, (System.nanoTime() - wallFrom) * 1e-9);
    }
    System.out.printf(
        Locale.ROOT,
        "10 x 10 cm, %d voxels, 144 directions: %.3f s wall, %.3f s of processors;"
            + " %.1f GFLOP/s of fused multiply-adds on one core%n",
        grid.size(),
        wall,
        processor,
        rate);
  }

  private static long processorNanos() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
  }
}
