package org.breathline.core.registration;

/**
 * Minimises by the limited-memory BFGS method (Nocedal and Wright, Numerical Optimization, 2nd ed.,
 * algorithms 7.4 and 7.5) with a backtracking line search that asks for sufficient decrease. The
 * result does not depend on the number of threads.
 *
 * @param memory how many steps are remembered, at least 1
 * @param mostIterations at most so many steps
 * @param tolerance a step that gains less than this share of the value is the last
 * @param least a step that gains less than this, or promises to, is the last: what rounding makes
 * @param firstStep how far the first step moves the parameter that it moves most
 */
public record Lbfgs(
    int memory, int mostIterations, double tolerance, double least, double firstStep) {

  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final double SHORTER = 0.4;
  private static final int MOST_TRIALS = 8;

  /** Partial sums of so many terms keep rounding small. */
  private static final int CHUNK = 1 << 13;

  /**
   * Where it ended.
   *
   * @param value the objective there
   * @param iterations steps taken
   * @param evaluations how often the objective was asked
   */
  public record Result(double value, int iterations, int evaluations) {}

  /**
   * Goes downhill.
   *
   * @param objective what to minimise
   * @param parameters where to begin; receives where it ended
   */
  public Result minimise(Objective objective, float[] parameters) {
    return new Run(objective, parameters).descend();
  }

  /** One descent. */
  private final class Run {

    private final Objective objective;
    private final float[] place;
    private final int count;
    private final float[][] steps = new float[memory][];
    private final float[][] changes = new float[memory][];
    private final double[] curvatures = new double[memory];
    private float[] gradient;
    private float[] nextGradient;
    private float[] next;
    private int remembered;
    private int evaluations;

    Run(Objective objective, float[] parameters) {
      this.objective = objective;
      this.place = parameters;
      this.count = parameters.length;
      this.gradient = new float[count];
      this.nextGradient = new float[count];
      this.next = new float[count];
    }

    Result descend() {
      double value = evaluate(place, gradient);
      float[] direction = new float[count];
      int iteration = 0;
      while (iteration < mostIterations) {
        direction(direction);
        double slope = dot(gradient, direction);
        if (!(-slope > least)) {
          break;
        }
        double trial = search(direction, value, slope);
        if (Double.isNaN(trial)) {
          break;
        }
        remember();
        double gain = value - trial;
        System.arraycopy(next, 0, place, 0, count);
        float[] spent = gradient;
        gradient = nextGradient;
        nextGradient = spent;
        value = trial;
        iteration++;
        if (gain < Math.max(least, tolerance * Math.abs(value))) {
          break;
        }
      }
      return new Result(value, iteration, evaluations);
    }

    /**
     * The value at the end of a step that was long enough, in {@code next}; NaN if there is none.
     */
    private double search(float[] direction, double value, double slope) {
      float length = 1;
      for (int trial = 0; trial < MOST_TRIALS; trial++) {
        for (int i = 0; i < count; i++) {
          next[i] = place[i] + length * direction[i];
        }
        double there = evaluate(next, nextGradient);
        if (there <= value + SUFFICIENT_DECREASE * length * slope) {
          return there;
        }
        length *= (float) SHORTER;
      }
      return Double.NaN;
    }

    private double evaluate(float[] at, float[] derivatives) {
      evaluations++;
      return objective.evaluate(at, derivatives);
    }

    /** The two loops over what is remembered. */
    private void direction(float[] direction) {
      for (int i = 0; i < count; i++) {
        direction[i] = -gradient[i];
      }
      if (remembered == 0) {
        scaleFirst(direction);
        return;
      }
      double[] shares = new double[memory];
      int oldest = Math.max(0, remembered - memory);
      for (int n = remembered - 1; n >= oldest; n--) {
        int slot = n % memory;
        shares[slot] = dot(steps[slot], direction) / curvatures[slot];
        add(direction, changes[slot], -shares[slot]);
      }
      int latest = (remembered - 1) % memory;
      float scale = (float) (curvatures[latest] / dot(changes[latest], changes[latest]));
      for (int i = 0; i < count; i++) {
        direction[i] *= scale;
      }
      for (int n = oldest; n < remembered; n++) {
        int slot = n % memory;
        double back = dot(changes[slot], direction) / curvatures[slot];
        add(direction, steps[slot], shares[slot] - back);
      }
    }

    private void scaleFirst(float[] direction) {
      float greatest = 0;
      for (float component : direction) {
        greatest = Math.max(greatest, Math.abs(component));
      }
      if (greatest > 0) {
        float scale = (float) firstStep / greatest;
        for (int i = 0; i < count; i++) {
          direction[i] *= scale;
        }
      }
    }

    private void remember() {
      int slot = remembered % memory;
      if (steps[slot] == null) {
        steps[slot] = new float[count];
        changes[slot] = new float[count];
      }
      float[] step = steps[slot];
      float[] change = changes[slot];
      for (int i = 0; i < count; i++) {
        step[i] = next[i] - place[i];
        change[i] = nextGradient[i] - gradient[i];
      }
      double curvature = dot(step, change);
      // A step along which the gradient does not grow says nothing of a minimum.
      if (curvature > 1e-12 * dot(change, change)) {
        curvatures[slot] = curvature;
        remembered++;
      }
    }
  }

  private static void add(float[] sum, float[] values, double factor) {
    float f = (float) factor;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += f * values[i];
    }
  }

  private static double dot(float[] a, float[] b) {
    int chunks = Math.ceilDiv(a.length, CHUNK);
    double sum = 0;
    for (int chunk = 0; chunk < chunks; chunk++) {
      sum += dot(a, b, chunk * CHUNK, Math.min(a.length, (chunk + 1) * CHUNK));
    }
    return sum;
  }

  /** Four sums that do not wait for each other. */
  private static double dot(float[] a, float[] b, int from, int to) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      s0 += (double) a[i] * b[i];
      s1 += (double) a[i + 1] * b[i + 1];
      s2 += (double) a[i + 2] * b[i + 2];
      s3 += (double) a[i + 3] * b[i + 3];
    }
    for (; i < to; i++) {
      s0 += (double) a[i] * b[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
