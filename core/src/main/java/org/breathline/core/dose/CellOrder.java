package org.breathline.core.dose;

import java.util.Arrays;
import org.breathline.kernel.ConeMedium;

/** Exchanges x and y of what cones pass through: vectors lie along x, and cones must not. */
final class CellOrder {

  private CellOrder() {}

  /** Fills a medium with x and y exchanged: densities and released energy, no dose. */
  static void exchange(ConeMedium medium, ConeMedium other) {
    for (int k = 0; k < medium.nz(); k++) {
      exchange(medium, medium.density(), other, other.density(), k);
      exchange(medium, medium.primary(), other, other.primary(), k);
      exchange(medium, medium.scatter(), other, other.scatter(), k);
    }
    Arrays.fill(other.dose(), 0);
    other.findExtents();
  }

  private static void exchange(
      ConeMedium medium, float[] values, ConeMedium other, float[] to, int k) {
    for (int j = 0; j < medium.ny(); j++) {
      int from = (k * medium.ny() + j) * medium.stride();
      int at = k * other.ny() * other.stride() + j;
      for (int i = 0; i < medium.nx(); i++) {
        to[at + i * other.stride()] = values[from + i];
      }
    }
  }

  /** Adds the dose of a medium with x and y exchanged to that of another. */
  static void addExchanged(ConeMedium other, ConeMedium medium) {
    for (int k = 0; k < medium.nz(); k++) {
      for (int j = 0; j < medium.ny(); j++) {
        int to = (k * medium.ny() + j) * medium.stride();
        int at = k * other.ny() * other.stride() + j;
        for (int i = 0; i < medium.nx(); i++) {
          medium.dose()[to + i] += other.dose()[at + i * other.stride()];
        }
      }
    }
  }
}
