package org.breathline.core.treatment;

import java.util.List;

/**
 * Fractions that are alike.
 *
 * @param number unique in its plan
 * @param fractions how many, at least 1
 * @param beamNumbers the beams given in each of them, in order
 */
public record FractionGroup(int number, int fractions, List<Integer> beamNumbers) {

  /** Keeps a copy of the list and checks the count. */
  public FractionGroup {
    beamNumbers = List.copyOf(beamNumbers);
    if (fractions < 1) {
      throw new IllegalArgumentException("a fraction group of " + fractions + " fractions");
    }
  }
}
