package org.breathline.core.segmentation;

import java.util.Arrays;

/** Numbers in the order in which they came. */
final class IntQueue {

  private int[] values = new int[64];
  private int first;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(int value) {
    if (size == values.length) {
      int[] larger = Arrays.copyOfRange(values, first, first + 2 * size);
      int fromStart = size - (values.length - first);
      System.arraycopy(values, 0, larger, values.length - first, fromStart);
      values = larger;
      first = 0;
    }
    values[(first + size) % values.length] = value;
    size++;
  }

  int remove() {
    int value = values[first];
    first = (first + 1) % values.length;
    size--;
    return value;
  }
}
