package org.breathline.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.dose.InfluenceColumn;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.progress.Progress;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.Segment;

/**
 * A beam in water by formula, for tests of planning alone: exponential attenuation with depth,
 * inverse square, edges of two Gaussians (penumbra and scatter), leaves that leak.
 */
final class WaterDose implements DoseModel {

  private static final double GY_PER_MU = 0.0125;
  private static final double PER_MM = 0.0047;
  private static final double NARROW_MM = 3.0;
  private static final double WIDE_MM = 16;
  private static final double WIDE_SHARE = 0.16;
  private static final double LEAK = 0.015;
  private static final double STEP_MM = 3;

  private final Grid grid;
  private final RunLengthMask water;

  WaterDose(RunLengthMask water) {
    this.grid = water.grid();
    this.water = water;
  }

  @Override
  public Grid grid() {
    return grid;
  }

  @Override
  public InfluenceMatrix influence(List<PlanBeam> beams, int[] voxels, Progress progress) {
    List<InfluenceColumn> columns = new ArrayList<>();
    for (PlanBeam beam : beams) {
      Rays rays = new Rays(beam.frame(), voxels);
      BeamletGrid beamlets = beam.raster().beamlets();
      double half = beamlets.spacingMm() / 2;
      columns.addAll(
          IntStream.range(0, beamlets.beamlets())
              .parallel()
              .mapToObj(b -> {
                double x = beamlets.xMm(b);
                double y = beamlets.yMm(b);
                return rays.column(x - half, x + half, y - half, y + half);
              })
              .toList());
    }
    return new InfluenceMatrix(voxels.length, columns);
  }

  @Override
  public FloatVolume dose(List<Segment> segments, Progress progress) {
    int[] inside = IntStream.range(0, grid.size()).filter(this::isWater).toArray();
    FloatVolume dose = new FloatVolume(grid);
    int from = 0;
    while (from < segments.size()) {
      BeamFrame frame = segments.get(from).frame();
      BlurredFluence fluence = new BlurredFluence();
      int to = from;
      while (to < segments.size() && segments.get(to).frame().equals(frame)) {
        fluence.add(segments.get(to++));
      }
      fluence.blur();
      Rays rays = new Rays(frame, inside);
      for (int v = 0; v < inside.length; v++) {
        dose.values()[inside[v]] += (float) (rays.open[v] * fluence.at(rays.x[v], rays.y[v]));
      }
      from = to;
    }
    return dose;
  }

  private boolean isWater(int offset) {
    return water.contains(
        offset % grid.nx(), offset / grid.nx() % grid.ny(), offset / grid.sliceSize());
  }

  /** Voxels as a beam sees them. */
  private final class Rays {

    private final double[] x;
    private final double[] y;
    private final double[] open;

    Rays(BeamFrame frame, int[] voxels) {
      x = new double[voxels.length];
      y = new double[voxels.length];
      open = new double[voxels.length];
      IntStream.range(0, voxels.length)
          .parallel()
          .forEach(v -> {
            Vector3 point = grid.point(voxels[v]);
            Vector3 seen = frame.project(point);
            x[v] = seen.x();
            y[v] = seen.y();
            double distance = frame.source().minus(point).length();
            double square = 1000 * 1000 / (distance * distance);
            open[v] = GY_PER_MU * square * Math.exp(-PER_MM * depthMm(frame, point));
          });
    }

    private double depthMm(BeamFrame frame, Vector3 point) {
      Vector3 towards = frame.source().minus(point);
      Vector3 step = towards.times(STEP_MM / towards.length());
      double depth = 0;
      Vector3 at = point;
      while (true) {
        at = at.plus(step);
        Vector3 index = grid.index(at);
        int i = (int) Math.rint(index.x());
        int j = (int) Math.rint(index.y());
        int k = (int) Math.rint(index.z());
        boolean within =
            i >= 0 && j >= 0 && k >= 0 && i < grid.nx() && j < grid.ny() && k < grid.nz();
        if (!within || !water.contains(i, j, k)) {
          return depth;
        }
        depth += STEP_MM;
      }
    }

    InfluenceColumn column(double x1, double x2, double y1, double y2) {
      int[] rows = new int[x.length];
      float[] doses = new float[x.length];
      int entries = 0;
      double reach = 2.5 * WIDE_MM;
      for (int v = 0; v < x.length; v++) {
        if (x[v] > x1 - reach && x[v] < x2 + reach && y[v] > y1 - reach && y[v] < y2 + reach) {
          rows[entries] = v;
          doses[entries++] = (float) (open[v] * rectangle(v, x1, x2, y1, y2));
        }
      }
      return new InfluenceColumn(x.length, rows, doses, entries);
    }

    private double rectangle(int v, double x1, double x2, double y1, double y2) {
      return (1 - WIDE_SHARE)
              * (edge(x2 - x[v], NARROW_MM) - edge(x1 - x[v], NARROW_MM))
              * (edge(y2 - y[v], NARROW_MM) - edge(y1 - y[v], NARROW_MM))
          + WIDE_SHARE
              * (edge(x2 - x[v], WIDE_MM) - edge(x1 - x[v], WIDE_MM))
              * (edge(y2 - y[v], WIDE_MM) - edge(y1 - y[v], WIDE_MM));
    }
  }

  /** Monitor units that pass each square millimetre, blurred by both Gaussians. */
  private static final class BlurredFluence {

    private static final int HALF = 120;
    private static final int SIDE = 2 * HALF;

    private double[] map = new double[SIDE * SIDE];

    void add(Segment segment) {
      LeafPositions leaves = segment.aperture().leaves().orElseThrow();
      Jaws jaws = segment.aperture().jaws();
      double units = segment.monitorUnits();
      add(jaws, jaws.x1Mm(), jaws.x2Mm(), jaws.y1Mm(), jaws.y2Mm(), LEAK * units);
      for (int pair = 0; pair < leaves.collimator().pairs(); pair++) {
        add(
            jaws,
            leaves.firstMm(pair),
            leaves.secondMm(pair),
            leaves.collimator().lowerMm(pair),
            leaves.collimator().upperMm(pair),
            (1 - LEAK) * units);
      }
    }

    private void add(Jaws jaws, double x1, double x2, double y1, double y2, double units) {
      double fromX = Math.max(x1, jaws.x1Mm()) + HALF;
      double toX = Math.min(x2, jaws.x2Mm()) + HALF;
      double fromY = Math.max(y1, jaws.y1Mm()) + HALF;
      double toY = Math.min(y2, jaws.y2Mm()) + HALF;
      for (int y = (int) fromY; y < toY; y++) {
        double high = Math.min(toY, y + 1) - Math.max(fromY, y);
        for (int x = (int) fromX; x < toX; x++) {
          map[y * SIDE + x] += units * high * (Math.min(toX, x + 1) - Math.max(fromX, x));
        }
      }
    }

    void blur() {
      double[] narrow = blurred(NARROW_MM);
      double[] wide = blurred(WIDE_MM);
      for (int i = 0; i < map.length; i++) {
        map[i] = (1 - WIDE_SHARE) * narrow[i] + WIDE_SHARE * wide[i];
      }
    }

    private double[] blurred(double sigma) {
      return along(along(map, 1, sigma), SIDE, sigma);
    }

    private static double[] along(double[] from, int step, double sigma) {
      int reach = (int) (4 * sigma);
      double[] to = new double[from.length];
      for (int i = 0; i < to.length; i++) {
        int place = i / step % SIDE;
        for (int d = Math.max(-reach, -place); d <= Math.min(reach, SIDE - 1 - place); d++) {
          double share = edge(d + 0.5, sigma) - edge(d - 0.5, sigma);
          to[i] += share * from[i + d * step];
        }
      }
      return to;
    }

    double at(double xMm, double yMm) {
      double x = Math.clamp(xMm + HALF - 0.5, 0, SIDE - 1.001);
      double y = Math.clamp(yMm + HALF - 0.5, 0, SIDE - 1.001);
      int i = (int) x;
      int j = (int) y;
      double u = x - i;
      double v = y - j;
      int at = j * SIDE + i;
      return (1 - v) * ((1 - u) * map[at] + u * map[at + 1])
          + v * ((1 - u) * map[at + SIDE] + u * map[at + SIDE + 1]);
    }
  }

  /** The normal distribution, tabulated to 1e-5. */
  private static final double[] NORMAL = normal();

  private static double[] normal() {
    double[] table = new double[8002];
    double sum = 0;
    for (int i = 0; i < table.length; i++) {
      double at = -4 + i / 1000.0;
      table[i] = sum;
      sum += Math.exp(-(at + 0.0005) * (at + 0.0005) / 2) / Math.sqrt(2 * Math.PI) / 1000;
    }
    double whole = sum;
    Arrays.setAll(table, i -> table[i] / whole);
    return table;
  }

  private static double edge(double distance, double sigma) {
    double at = Math.clamp((distance / sigma + 4) * 1000, 0, 8000);
    int below = (int) at;
    return NORMAL[below] + (at - below) * (NORMAL[below + 1] - NORMAL[below]);
  }
}
