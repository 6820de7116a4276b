package org.breathline.core.registration.quality;

import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * Looks for the surroundings of a point of one image in another one on the same grids: normalised
 * cross-correlation over all shifts within reach on the coarse grid, around the best of them on the
 * fine one, and a parabola through its peak. May be used by many threads.
 */
final class TemplateMatch {

  /** Voxels on all sides of the point, coarse and fine. */
  private static final int COARSE_RADIUS = 3;

  private static final int FINE_RADIUS = 4;

  /** Fine voxels around the coarse grid's best shift. */
  private static final int FINE_REACH = 3;

  /** Coarse voxels that belong to the same peak. */
  private static final int PEAK = 2;

  /** A template of fewer voxels tells nothing. */
  private static final int LEAST_VOXELS = 100;

  private final MatchingImage here;
  private final MatchingImage there;
  private final boolean[] inside;
  private final int reachX;
  private final int reachY;
  private final int reachZ;

  /**
   * Prepares.
   *
   * @param inside the voxels of the fine grid that templates are made of
   * @param reachMm the greatest shift along each axis, mm
   */
  TemplateMatch(MatchingImage here, MatchingImage there, boolean[] inside, Vector3 reachMm) {
    this.here = here;
    this.there = there;
    this.inside = inside;
    double coarseMm = here.coarse().spacing().x();
    this.reachX = (int) Math.ceil(reachMm.x() / coarseMm);
    this.reachY = (int) Math.ceil(reachMm.y() / coarseMm);
    this.reachZ = (int) Math.ceil(reachMm.z() / coarseMm);
  }

  /**
   * Where a point was found.
   *
   * @param shiftVoxels the shift in fine voxels, with fractions
   * @param nearest the offset of the fine voxel nearest to the found point
   * @param correlation at the peak, fine
   * @param lead by how much the coarse correlation is above that of any other place
   */
  record Match(Vector3 shiftVoxels, int nearest, double correlation, double lead) {}

  /** Looks for a point; empty where the template is too small or the best is at the border. */
  Optional<Match> find(int point) {
    Grid fine = here.fine();
    int i = point % fine.nx();
    int j = point / fine.nx() % fine.ny();
    int k = point / fine.sliceSize();
    Template coarse = coarse(i / 2, j / 2, k / 2);
    if (coarse.count < LEAST_VOXELS) {
      return Optional.empty();
    }
    Scores scores = new Scores(reachX, reachY, reachZ);
    scores.fill(coarse, there.coarse(), there.pixels().coarse, 0, 0, 0);
    int best = scores.best();
    double lead = scores.at(best) - scores.bestAwayFrom(best, PEAK);
    Scores finer = new Scores(FINE_REACH, FINE_REACH, FINE_REACH);
    int x = 2 * scores.x(best);
    int y = 2 * scores.y(best);
    int z = 2 * scores.z(best);
    finer.fill(fine(i, j, k), fine, there.pixels().fine, x, y, z);
    int peak = finer.best();
    if (finer.atBorder(peak) || !(finer.at(peak) > 0)) {
      return Optional.empty();
    }
    int dx = x + finer.x(peak);
    int dy = y + finer.y(peak);
    int dz = z + finer.z(peak);
    Vector3 shift = new Vector3(dx, dy, dz).plus(finer.subVoxel(peak));
    return Optional.of(new Match(shift, fine.offset(i + dx, j + dy, k + dz), finer.at(peak), lead));
  }

  private Template coarse(int i, int j, int k) {
    Grid grid = here.coarse();
    Grid fine = here.fine();
    var template = new Template(COARSE_RADIUS, i, j, k);
    template.fill(
        grid, here.pixels().coarse, (a, b, c) -> inside[fine.offset(2 * a, 2 * b, 2 * c)]);
    return template;
  }

  private Template fine(int i, int j, int k) {
    Grid grid = here.fine();
    var template = new Template(FINE_RADIUS, i, j, k);
    template.fill(grid, here.pixels().fine, (a, b, c) -> inside[grid.offset(a, b, c)]);
    return template;
  }

  /** Whether a voxel belongs to a template. */
  private interface Membership {
    boolean holds(int i, int j, int k);
  }

  /** The voxels around a point that count, less their mean. */
  private static final class Template {
    private final int radius;
    final int i;
    final int j;
    final int k;
    final float[] values;
    final int[] offsets;
    int count;
    double norm;

    Template(int radius, int i, int j, int k) {
      this.radius = radius;
      this.i = i;
      this.j = j;
      this.k = k;
      int voxels = (2 * radius + 1) * (2 * radius + 1) * (2 * radius + 1);
      this.values = new float[voxels];
      this.offsets = new int[voxels];
    }

    void fill(Grid grid, float[] image, Membership membership) {
      double sum = 0;
      for (int c = Math.max(0, k - radius); c <= Math.min(grid.nz() - 1, k + radius); c++) {
        for (int b = Math.max(0, j - radius); b <= Math.min(grid.ny() - 1, j + radius); b++) {
          for (int a = Math.max(0, i - radius); a <= Math.min(grid.nx() - 1, i + radius); a++) {
            if (membership.holds(a, b, c)) {
              int offset = grid.offset(a, b, c);
              offsets[count] = offset;
              values[count] = image[offset];
              sum += image[offset];
              count++;
            }
          }
        }
      }
      float mean = (float) (sum / Math.max(1, count));
      for (int n = 0; n < count; n++) {
        values[n] -= mean;
        norm += (double) values[n] * values[n];
      }
    }

    /** The correlation with an image whose voxels lie a number of offsets further. */
    double correlation(float[] image, int shift) {
      float sum = 0;
      float squares = 0;
      float products = 0;
      // Values are a few hundred HU; taken from one of them, their squares keep their digits.
      float base = image[offsets[0] + shift];
      for (int n = 0; n < count; n++) {
        float value = image[offsets[n] + shift] - base;
        sum += value;
        squares += value * value;
        products += value * values[n];
      }
      double variance = squares - (double) sum * sum / count;
      return variance > 1 && norm > 1 ? products / Math.sqrt(variance * norm) : -1;
    }
  }

  /** Correlations of all shifts within reach. */
  private static final class Scores {
    private final int rx;
    private final int ry;
    private final int rz;
    private final int width;
    private final int depth;
    private final float[] values;

    Scores(int rx, int ry, int rz) {
      this.rx = rx;
      this.ry = ry;
      this.rz = rz;
      this.width = 2 * rx + 1;
      this.depth = width * (2 * ry + 1);
      this.values = new float[depth * (2 * rz + 1)];
    }

    void fill(Template template, Grid grid, float[] image, int x0, int y0, int z0) {
      int margin = template.radius;
      for (int n = 0; n < values.length; n++) {
        int x = x0 + x(n);
        int y = y0 + y(n);
        int z = z0 + z(n);
        boolean fits =
            fits(template.i + x, margin, grid.nx())
                && fits(template.j + y, margin, grid.ny())
                && fits(template.k + z, margin, grid.nz());
        values[n] =
            fits && template.count > 0
                ? (float) template.correlation(image, z * grid.sliceSize() + y * grid.nx() + x)
                : -1;
      }
    }

    private static boolean fits(int index, int margin, int size) {
      return index >= margin && index < size - margin;
    }

    int x(int n) {
      return n % width - rx;
    }

    int y(int n) {
      return n % depth / width - ry;
    }

    int z(int n) {
      return n / depth - rz;
    }

    double at(int n) {
      return values[n];
    }

    int best() {
      int best = 0;
      for (int n = 1; n < values.length; n++) {
        best = values[n] > values[best] ? n : best;
      }
      return best;
    }

    double bestAwayFrom(int peak, int distance) {
      float best = -1;
      for (int n = 0; n < values.length; n++) {
        boolean away =
            Math.abs(x(n) - x(peak)) > distance
                || Math.abs(y(n) - y(peak)) > distance
                || Math.abs(z(n) - z(peak)) > distance;
        best = away ? Math.max(best, values[n]) : best;
      }
      return best;
    }

    boolean atBorder(int n) {
      return Math.abs(x(n)) == rx || Math.abs(y(n)) == ry || Math.abs(z(n)) == rz;
    }

    /** The top of the parabolas through the peak and its neighbours, within half a voxel. */
    Vector3 subVoxel(int n) {
      return new Vector3(top(n, 1), top(n, width), top(n, depth));
    }

    private double top(int n, int stride) {
      double before = values[n - stride];
      double after = values[n + stride];
      double curvature = before - 2.0 * values[n] + after;
      return curvature < 0 ? Math.clamp(0.5 * (before - after) / curvature, -0.5, 0.5) : 0;
    }
  }
}
