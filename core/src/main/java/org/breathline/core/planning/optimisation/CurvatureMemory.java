package org.breathline.core.planning.optimisation;

import java.util.ArrayDeque;
import java.util.Iterator;

/**
 * The last steps of a descent and how the gradient changed with them: multiplies by the inverse of
 * the Hessian that they tell (Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.4),
 * restricted to the parameters that are free.
 */
final class CurvatureMemory {

  /** A pair tells of curvature only if it turns less than this far from a right angle. */
  private static final double LEAST_COSINE = 1e-10;

  private final int length;
  private final ArrayDeque<Pair> newestFirst = new ArrayDeque<>();

  CurvatureMemory(int length) {
    this.length = length;
  }

  void add(double[] step, double[] change) {
    if (newestFirst.size() == length) {
      newestFirst.removeLast();
    }
    newestFirst.addFirst(new Pair(step, change));
  }

  void forget() {
    newestFirst.clear();
  }

  boolean isEmpty() {
    return newestFirst.isEmpty();
  }

  /**
   * Replaces a vector, zero where parameters are not free, by its product with the inverse Hessian
   * of the free ones.
   */
  void multiply(double[] vector, boolean[] free) {
    double scale = 0;
    for (Pair pair : newestFirst) {
      pair.restrict(free);
      if (pair.usable) {
        pair.share = dot(pair.step, vector, free) / pair.product;
        addTo(vector, pair.change, -pair.share, free);
        if (scale == 0) {
          scale = pair.product / pair.changeSquared;
        }
      }
    }
    if (scale > 0) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
    for (Iterator<Pair> oldest = newestFirst.descendingIterator(); oldest.hasNext(); ) {
      Pair pair = oldest.next();
      if (pair.usable) {
        double correction = pair.share - dot(pair.change, vector, free) / pair.product;
        addTo(vector, pair.step, correction, free);
      }
    }
  }

  private static double dot(double[] a, double[] b, boolean[] free) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      if (free[i]) {
        sum += a[i] * b[i];
      }
    }
    return sum;
  }

  private static void addTo(double[] vector, double[] added, double factor, boolean[] free) {
    for (int i = 0; i < vector.length; i++) {
      if (free[i]) {
        vector[i] += factor * added[i];
      }
    }
  }

  /** A step and its change of the gradient, and what they are worth for the free parameters. */
  private static final class Pair {

    private final double[] step;
    private final double[] change;
    private double product;
    private double changeSquared;
    private boolean usable;
    private double share;

    Pair(double[] step, double[] change) {
      this.step = step;
      this.change = change;
    }

    void restrict(boolean[] free) {
      product = dot(step, change, free);
      changeSquared = dot(change, change, free);
      usable =
          product > LEAST_COSINE * Math.sqrt(changeSquared * dot(step, step, free))
              && changeSquared > 0;
    }
  }
}
