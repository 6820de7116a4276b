package org.breathline.core.respiration.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * The turning points of a stretch of signal that matter: the smallest swing relative to its local
 * threshold is taken out, both its ends with it, until every swing left reaches its threshold
 * (persistence simplification; Edelsbrunner, Letscher, Zomorodian, Discrete Comput Geom 28, 2002).
 * The result alternates and doesn't depend on where the scan starts.
 */
final class TurningPoints {

  private final List<Extremum> points;
  private final DoubleUnaryOperator threshold;
  private final int[] previous;
  private final int[] next;
  private final boolean[] gone;

  private TurningPoints(List<Extremum> points, DoubleUnaryOperator threshold) {
    this.points = points;
    this.threshold = threshold;
    previous = new int[points.size()];
    next = new int[points.size()];
    gone = new boolean[points.size()];
    for (int i = 0; i < points.size(); i++) {
      previous[i] = i - 1;
      next[i] = i + 1 < points.size() ? i + 1 : -1;
    }
  }

  private record Swing(int left, int right, double size) {}

  /**
   * The turning points of a stretch: alternating, in the order of time, without its ends.
   *
   * @param timesS of the samples of the stretch
   * @param smoothed their smoothed values
   * @param firstSample the number of the first in the usable signal
   * @param threshold the smallest swing that counts, by time
   */
  static List<Extremum> find(
      double[] timesS, double[] smoothed, int firstSample, DoubleUnaryOperator threshold) {
    List<Extremum> all = new ArrayList<>();
    int size = smoothed.length;
    int direction = 0;
    for (int i = 1; i < size; i++) {
      int sign = (int) Math.signum(smoothed[i] - smoothed[i - 1]);
      if (sign == 0) {
        continue;
      }
      if (sign != direction) {
        // The turn is at the last sample before the change; the start of the stretch is a turn too.
        all.add(point(timesS, smoothed, firstSample, i - 1, sign < 0));
        direction = sign;
      }
    }
    if (direction == 0) {
      return List.of();
    }
    all.add(point(timesS, smoothed, firstSample, size - 1, direction > 0));
    TurningPoints simplification = new TurningPoints(all, threshold);
    simplification.simplify();
    List<Extremum> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!simplification.gone[i]) {
        kept.add(all.get(i));
      }
    }
    // The ends only close the first and last swing: what lies beyond is unknown.
    return kept.size() <= 2 ? List.of() : List.copyOf(kept.subList(1, kept.size() - 1));
  }

  private static Extremum point(
      double[] timesS, double[] smoothed, int firstSample, int i, boolean maximum) {
    return new Extremum(firstSample + i, timesS[i], smoothed[i], maximum);
  }

  private void simplify() {
    PriorityQueue<Swing> queue =
        new PriorityQueue<>(Comparator.comparingDouble(Swing::size).thenComparingInt(Swing::left));
    for (int i = 0; i + 1 < points.size(); i++) {
      queue.add(swing(i, i + 1));
    }
    while (!queue.isEmpty() && queue.peek().size() < 1) {
      Swing swing = queue.remove();
      int left = swing.left();
      int right = swing.right();
      if (gone[left] || gone[right] || next[left] != right) {
        continue;
      }
      int before = previous[left];
      int after = next[right];
      if (before >= 0 && after >= 0) {
        remove(left);
        remove(right);
        queue.add(swing(before, after));
      } else if (before < 0 && after >= 0) {
        remove(left);
      } else if (before >= 0) {
        remove(right);
      }
    }
  }

  private void remove(int point) {
    gone[point] = true;
    if (previous[point] >= 0) {
      next[previous[point]] = next[point];
    }
    if (next[point] >= 0) {
      previous[next[point]] = previous[point];
    }
  }

  private Swing swing(int left, int right) {
    double height = Math.abs(points.get(left).value() - points.get(right).value());
    return new Swing(
        left, right, height / threshold.applyAsDouble((timeS(left) + timeS(right)) / 2));
  }

  private double timeS(int point) {
    return points.get(point).timeS();
  }
}
