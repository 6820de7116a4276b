package org.breathline.core.planning.objective;

/** The dose that the hottest share of a structure gets at least. */
final class DoseQuantile {

  private DoseQuantile() {}

  static void checkShare(double volume) {
    if (!(volume >= 0 && volume <= 1)) {
      throw new IllegalArgumentException("a share of a volume is 0 to 1, not " + volume);
    }
  }

  /** The dose of the voxel that ends the hottest share; of the hottest one for a share of 0. */
  static double hottest(double[] dose, double volume) {
    int rank = Math.min(dose.length - 1, (int) Math.floor(volume * dose.length));
    return select(dose.clone(), dose.length - 1 - rank);
  }

  /** The value that would be at a place if they were sorted (Hoare's quickselect). */
  private static double select(double[] values, int place) {
    int from = 0;
    int to = values.length - 1;
    while (from < to) {
      double pivot = values[(from + to) >>> 1];
      int left = from;
      int right = to;
      while (left <= right) {
        while (values[left] < pivot) {
          left++;
        }
        while (values[right] > pivot) {
          right--;
        }
        if (left <= right) {
          double swapped = values[left];
          values[left++] = values[right];
          values[right--] = swapped;
        }
      }
      if (place <= right) {
        to = right;
      } else if (place >= left) {
        from = left;
      } else {
        break;
      }
    }
    return values[place];
  }
}
