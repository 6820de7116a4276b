package org.breathline.core.planning.beam;

import java.util.Optional;
import org.breathline.core.planning.beam.BeamsEyeView.Extent;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;

/**
 * Leaves and jaws around a shadow: every pair that crosses it opens to where it reaches farthest
 * within the pair's width, the jaws to the whole; pairs that don't are shut under the jaw.
 */
public final class ConformalAperture {

  /** How far behind the jaw's edge the tips of shut pairs meet, mm: more than a leaf gap leaks. */
  private static final double BEHIND_JAW_MM = 10;

  private ConformalAperture() {}

  /**
   * The aperture.
   *
   * @param view the shadow of what is to be open, its margin included
   * @param collimator leaves that travel along x
   * @throws IllegalArgumentException if leaves travel along y or the shadow reaches beyond them
   */
  public static Aperture around(BeamsEyeView view, MultileafCollimator collimator) {
    if (collimator.travel() != MultileafCollimator.Travel.X) {
      throw new IllegalArgumentException("apertures are fitted to leaves that travel along x only");
    }
    Extent high = view.alongY();
    double lowest = collimator.lowerMm(0);
    double highest = collimator.upperMm(collimator.pairs() - 1);
    if (high.fromMm() < lowest || high.toMm() > highest) {
      throw new IllegalArgumentException(
          "the target reaches from %.0f to %.0f mm across the leaves, which reach from %.0f to %.0f"
              .formatted(high.fromMm(), high.toMm(), lowest, highest));
    }
    Extent wide = view.alongX(high.fromMm(), high.toMm()).orElseThrow();
    double[] first = new double[collimator.pairs()];
    double[] second = new double[collimator.pairs()];
    for (int pair = 0; pair < first.length; pair++) {
      Optional<Extent> open = view.alongX(collimator.lowerMm(pair), collimator.upperMm(pair));
      first[pair] = open.map(Extent::fromMm).orElse(wide.fromMm() - BEHIND_JAW_MM);
      second[pair] = open.map(Extent::toMm).orElse(wide.fromMm() - BEHIND_JAW_MM);
    }
    return Aperture.of(
        new Jaws(wide.fromMm(), wide.toMm(), high.fromMm(), high.toMm()),
        new LeafPositions(collimator, first, second));
  }

  /**
   * An aperture with what lies in another shadow covered as well: in each pair by the leaf that
   * covers less of the rest with it. Jaws stay.
   */
  public static Aperture without(Aperture open, BeamsEyeView covered) {
    LeafPositions leaves = open.leaves().orElseThrow();
    MultileafCollimator collimator = leaves.collimator();
    double[] first = new double[collimator.pairs()];
    double[] second = new double[collimator.pairs()];
    for (int pair = 0; pair < first.length; pair++) {
      first[pair] = leaves.firstMm(pair);
      second[pair] = leaves.secondMm(pair);
      Optional<Extent> hidden = covered.alongX(collimator.lowerMm(pair), collimator.upperMm(pair));
      if (hidden.isPresent() && leaves.openingMm(pair) > 0) {
        double left = hidden.get().fromMm() - first[pair];
        double right = second[pair] - hidden.get().toMm();
        if (left > right) {
          second[pair] = Math.clamp(hidden.get().fromMm(), first[pair], second[pair]);
        } else {
          first[pair] = Math.clamp(hidden.get().toMm(), first[pair], second[pair]);
        }
      }
    }
    return Aperture.of(open.jaws(), new LeafPositions(collimator, first, second));
  }
}
