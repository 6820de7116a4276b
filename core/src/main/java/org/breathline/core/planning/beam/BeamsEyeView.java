package org.breathline.core.planning.beam;

import java.util.BitSet;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.BeamFrame;

/**
 * The shadow of a structure in the plane through the isocentre, in the axes of the beam limiting
 * device: squares of a raster that a ray through the structure crosses. Immutable.
 */
public final class BeamsEyeView {

  /**
   * Where a strip is shaded.
   *
   * @param fromMm the lower end
   * @param toMm the upper end
   */
  public record Extent(double fromMm, double toMm) {}

  private final double x0Mm;
  private final double y0Mm;
  private final double pixelMm;
  private final int nx;
  private final int ny;
  private final BitSet shaded;

  private BeamsEyeView(double x0Mm, double y0Mm, double pixelMm, int nx, int ny) {
    this.x0Mm = x0Mm;
    this.y0Mm = y0Mm;
    this.pixelMm = pixelMm;
    this.nx = nx;
    this.ny = ny;
    this.shaded = new BitSet(nx * ny);
  }

  /**
   * The shadow of a structure with a margin around it.
   *
   * @param structure at least one voxel, all of them between source and behind the isocentre
   * @param frame where the beam stands
   * @param marginMm what is added all around in the plane through the isocentre, mm, at least 0
   * @param pixelMm side of the raster's squares, mm
   * @throws IllegalArgumentException if there is no voxel
   */
  public static BeamsEyeView of(
      RunLengthMask structure, BeamFrame frame, double marginMm, double pixelMm) {
    Shadow shadow = new Shadow(structure, frame);
    int border = (int) Math.ceil(marginMm / pixelMm) + 1;
    double x0 = (Math.floor(shadow.x1 / pixelMm) - border) * pixelMm;
    double y0 = (Math.floor(shadow.y1 / pixelMm) - border) * pixelMm;
    int nx = (int) Math.ceil((shadow.x2 - x0) / pixelMm) + border;
    int ny = (int) Math.ceil((shadow.y2 - y0) / pixelMm) + border;
    BeamsEyeView bare = new BeamsEyeView(x0, y0, pixelMm, nx, ny);
    shadow.cast(bare);
    return marginMm > 0 ? bare.dilated(marginMm) : bare;
  }

  private BeamsEyeView dilated(double marginMm) {
    BeamsEyeView wider = new BeamsEyeView(x0Mm, y0Mm, pixelMm, nx, ny);
    int reach = (int) Math.floor(marginMm / pixelMm);
    for (int dy = -reach; dy <= reach; dy++) {
      double left = marginMm * marginMm - dy * dy * pixelMm * pixelMm;
      int half = (int) Math.floor(Math.sqrt(left) / pixelMm);
      for (int y = Math.max(0, -dy); y < Math.min(ny, ny - dy); y++) {
        int row = y * nx;
        for (int from = shaded.nextSetBit(row); from >= 0 && from < row + nx; ) {
          int to = Math.min(shaded.nextClearBit(from), row + nx);
          wider.shade(from - row - half, to - row + half, y + dy);
          from = shaded.nextSetBit(to);
        }
      }
    }
    return wider;
  }

  private void shade(int fromX, int toX, int y) {
    if (y >= 0 && y < ny) {
      int row = y * nx;
      shaded.set(row + Math.clamp(fromX, 0, nx), row + Math.clamp(toX, 0, nx));
    }
  }

  /** Whether a place is shaded. */
  public boolean contains(double xMm, double yMm) {
    int x = (int) Math.floor((xMm - x0Mm) / pixelMm);
    int y = (int) Math.floor((yMm - y0Mm) / pixelMm);
    return x >= 0 && x < nx && y >= 0 && y < ny && shaded.get(y * nx + x);
  }

  /** From where to where x is shaded anywhere in a strip of y; nothing if nowhere. */
  public Optional<Extent> alongX(double fromYMm, double toYMm) {
    int first = Math.max(0, (int) Math.floor((fromYMm - y0Mm) / pixelMm + 0.5));
    int last = Math.min(ny, (int) Math.ceil((toYMm - y0Mm) / pixelMm - 0.5));
    int from = Integer.MAX_VALUE;
    int to = -1;
    for (int y = first; y < last; y++) {
      int row = y * nx;
      int start = shaded.nextSetBit(row);
      if (start >= 0 && start < row + nx) {
        from = Math.min(from, start - row);
        to = Math.max(to, shaded.previousSetBit(row + nx - 1) - row + 1);
      }
    }
    return to < 0
        ? Optional.empty()
        : Optional.of(new Extent(x0Mm + from * pixelMm, x0Mm + to * pixelMm));
  }

  /** From where to where y is shaded anywhere. */
  public Extent alongY() {
    int first = shaded.nextSetBit(0) / nx;
    int last = (shaded.length() - 1) / nx;
    return new Extent(y0Mm + first * pixelMm, y0Mm + (last + 1) * pixelMm);
  }

  /** The shaded area, mm2. */
  public double areaMm2() {
    return shaded.cardinality() * pixelMm * pixelMm;
  }

  /** Projects voxels, each as the rectangle around its own shadow. */
  private static final class Shadow {

    private final RunLengthMask structure;
    private final BeamFrame frame;
    private final double halfX;
    private final double halfY;
    private double x1 = Double.POSITIVE_INFINITY;
    private double x2 = Double.NEGATIVE_INFINITY;
    private double y1 = Double.POSITIVE_INFINITY;
    private double y2 = Double.NEGATIVE_INFINITY;

    Shadow(RunLengthMask structure, BeamFrame frame) {
      if (structure.isEmpty()) {
        throw new IllegalArgumentException("the structure that a beam looks at has no voxel");
      }
      this.structure = structure;
      this.frame = frame;
      this.halfX = halfExtent(structure.grid(), frame.x());
      this.halfY = halfExtent(structure.grid(), frame.y());
      forEach((x, y, wide, high) -> {
        x1 = Math.min(x1, x - wide);
        x2 = Math.max(x2, x + wide);
        y1 = Math.min(y1, y - high);
        y2 = Math.max(y2, y + high);
      });
    }

    /** Half of what a voxel's box covers along an axis. */
    private static double halfExtent(Grid grid, Vector3 axis) {
      Orientation sides = grid.orientation();
      Vector3 spacing = grid.spacing();
      return 0.5
          * (Math.abs(axis.dot(sides.row())) * spacing.x()
              + Math.abs(axis.dot(sides.column())) * spacing.y()
              + Math.abs(axis.dot(sides.normal())) * spacing.z());
    }

    void cast(BeamsEyeView view) {
      forEach((x, y, wide, high) -> {
        int fromX = (int) Math.round((x - wide - view.x0Mm) / view.pixelMm);
        int toX = (int) Math.round((x + wide - view.x0Mm) / view.pixelMm);
        int fromY = (int) Math.round((y - high - view.y0Mm) / view.pixelMm);
        int toY = (int) Math.round((y + high - view.y0Mm) / view.pixelMm);
        for (int row = fromY; row < Math.max(toY, fromY + 1); row++) {
          view.shade(fromX, Math.max(toX, fromX + 1), row);
        }
      });
    }

    private void forEach(VoxelShadow action) {
      Grid grid = structure.grid();
      for (int row = 0; row < structure.rows(); row++) {
        int slice = row / grid.ny();
        for (int run = structure.firstRun(row); run < structure.firstRun(row + 1); run++) {
          for (int i = structure.start(run); i < structure.end(run); i++) {
            Vector3 seen = frame.project(grid.point(i, row % grid.ny(), slice));
            double magnification = frame.sourceAxisMm() / (frame.sourceAxisMm() - seen.z());
            action.accept(seen.x(), seen.y(), halfX * magnification, halfY * magnification);
          }
        }
      }
    }
  }

  @FunctionalInterface
  private interface VoxelShadow {
    void accept(double xMm, double yMm, double halfWidthMm, double halfHeightMm);
  }
}
