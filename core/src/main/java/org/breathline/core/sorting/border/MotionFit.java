package org.breathline.core.sorting.border;

import java.util.Arrays;
import java.util.List;

/**
 * How far the anatomy at a border moves for a breath, learnt from how the images there differ.
 *
 * <p>A slice at height z shows, at amplitude a, the tissue that is at z + S a at the end of
 * exhalation. So two images differ by what lies D = (z1 - z2) + S (a1 - a2) apart along the body;
 * slices of one moment a known distance apart show how fast images become different with distance,
 * which gives S in millimetres. The mean squared difference is modelled as
 *
 * <pre>c0 + c1 (1 - exp(-(D / L)^2 / 2)) + c2 min((a1 - a2)^2, 1)</pre>
 *
 * where c0 is noise, c1 and L the anatomy's contrast and length, and c2 motion in the plane: a
 * small motion of p millimetres a breath makes a difference of p^2 times the mean squared slope of
 * the image. S and L are searched, the rest is a linear fit in relative deviations.
 *
 * @param alongMm S, motion along the body for a breath of usual depth, mm, 0 to 40
 * @param inPlaneMm motion within the plane for a breath of usual depth, mm
 */
record MotionFit(double alongMm, double inPlaneMm) {

  private static final double LARGEST_MM = 40;
  private static final double COARSE_MM = 2;
  private static final double[] LENGTHS_MM = {2, 3, 4, 6, 8, 12, 16, 24};

  /** Fewer pairs do not hold five unknowns. */
  private static final int FEWEST_PAIRS = 50;

  /** The length of the motion vector for a breath of usual depth, mm. */
  double totalMm() {
    return Math.hypot(alongMm, inPlaneMm);
  }

  /** A fit that says that nothing is known. */
  static final MotionFit UNKNOWN = new MotionFit(Double.NaN, Double.NaN);

  /**
   * Fits a border.
   *
   * @param amplitudes one an image, 0 at the usual end of exhalation to 1 at the end of inhalation;
   *     NaN where there is none
   */
  static MotionFit of(BorderImages border, double[] amplitudes) {
    Pairs pairs = Pairs.of(border, amplitudes);
    if (pairs.count < FEWEST_PAIRS) {
      return UNKNOWN;
    }
    Candidate best = new Candidate(Double.POSITIVE_INFINITY, 0, 0);
    for (double along = 0; along <= LARGEST_MM; along += COARSE_MM) {
      best = better(best, pairs, along);
    }
    double coarse = best.along;
    for (double step : new double[] {-COARSE_MM / 2, COARSE_MM / 2}) {
      if (coarse + step >= 0) {
        best = better(best, pairs, coarse + step);
      }
    }
    double inPlane =
        border.gradientSquared() > 0 ? Math.sqrt(best.inPlane / border.gradientSquared()) : 0;
    return new MotionFit(best.along, inPlane);
  }

  private record Candidate(double squares, double along, double inPlane) {}

  private static Candidate better(Candidate best, Pairs pairs, double along) {
    Candidate found = best;
    for (double length : LENGTHS_MM) {
      Candidate candidate = pairs.fit(along, length);
      found = candidate.squares < found.squares ? candidate : found;
    }
    return found;
  }

  /** All pairs of images, as columns. */
  private static final class Pairs {
    private int count;
    private final double[] heights;
    private final double[] amplitudes;
    private final double[] differences;
    private final double[] weights;

    private Pairs(int capacity) {
      heights = new double[capacity];
      amplitudes = new double[capacity];
      differences = new double[capacity];
      weights = new double[capacity];
    }

    static Pairs of(BorderImages border, double[] amplitudes) {
      List<BorderImages.Image> images = border.images();
      Pairs pairs = new Pairs(images.size() * (images.size() - 1) / 2);
      for (int a = 1; a < images.size(); a++) {
        for (int b = 0; b < a; b++) {
          double apart = amplitudes[a] - amplitudes[b];
          double difference = border.squaredDifference(a, b);
          if (Double.isFinite(apart) && Double.isFinite(difference)) {
            pairs.heights[pairs.count] = images.get(a).heightMm() - images.get(b).heightMm();
            pairs.amplitudes[pairs.count] = apart;
            pairs.differences[pairs.count++] = difference;
          }
        }
      }
      double median = median(pairs.differences, pairs.count);
      for (int i = 0; i < pairs.count; i++) {
        pairs.weights[i] = 1 / Math.pow(pairs.differences[i] + median + 1, 2);
      }
      return pairs;
    }

    private static double median(double[] values, int count) {
      double[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      return count == 0 ? 0 : sorted[count / 2];
    }

    /** The weighted linear fit for a motion and a length; the coefficient c2 is not negative. */
    Candidate fit(double along, double length) {
      double[] m = new double[10]; // w, wf, wff, wq, wqf, wqq, wy, wfy, wqy, wyy
      for (int i = 0; i < count; i++) {
        double distance = (heights[i] + along * amplitudes[i]) / length;
        double f = 1 - Math.exp(-distance * distance / 2);
        double q = Math.min(amplitudes[i] * amplitudes[i], 1);
        double w = weights[i];
        double y = differences[i];
        m[0] += w;
        m[1] += w * f;
        m[2] += w * f * f;
        m[3] += w * q;
        m[4] += w * q * f;
        m[5] += w * q * q;
        m[6] += w * y;
        m[7] += w * f * y;
        m[8] += w * q * y;
        m[9] += w * y * y;
      }
      // Moments about the means take the constant c0 out.
      double ff = m[2] - m[1] * m[1] / m[0];
      double qq = m[5] - m[3] * m[3] / m[0];
      double fq = m[4] - m[1] * m[3] / m[0];
      double fy = m[7] - m[1] * m[6] / m[0];
      double qy = m[8] - m[3] * m[6] / m[0];
      double yy = m[9] - m[6] * m[6] / m[0];
      double determinant = ff * qq - fq * fq;
      double c1 = determinant > 1e-12 * ff * qq ? (fy * qq - qy * fq) / determinant : -1;
      double c2 = determinant > 1e-12 * ff * qq ? (qy * ff - fy * fq) / determinant : -1;
      if (c2 < 0) {
        c2 = 0;
        c1 = ff > 0 ? fy / ff : -1;
      }
      if (c1 < 0) {
        return new Candidate(Double.POSITIVE_INFINITY, along, 0);
      }
      return new Candidate(yy - c1 * fy - c2 * qy, along, c2);
    }
  }
}
