package org.breathline.core.sorting.border;

/** How well a score ranks positives above negatives. */
final class Ranking {

  private Ranking() {}

  /** The area under the receiver operating characteristic, ties counted by half. */
  static double area(double[] scores, boolean[] positive) {
    double won = 0;
    long pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (positive[i] && !positive[j]) {
          pairs++;
          won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return won / pairs;
  }

  /** The share of the given kind whose score lies on its side of a threshold. */
  static double share(double[] scores, boolean[] positive, boolean kind, double threshold) {
    int right = 0;
    int all = 0;
    for (int i = 0; i < scores.length; i++) {
      if (positive[i] == kind) {
        all++;
        right += scores[i] > threshold == kind ? 1 : 0;
      }
    }
    return (double) right / all;
  }

  static double rootMeanSquare(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum / a.length);
  }

  static boolean[] above(double[] values, double limit) {
    boolean[] above = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      above[i] = values[i] > limit;
    }
    return above;
  }
}
