package org.breathline.core.fourd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.respiration.BreathingCycles;

/**
 * What comes of leaves and breath moving at the same time: each segment of a delivery meets the
 * phases of the breath that it happens to meet, along the patient's own trace, and not all of them
 * in proportion (Bortfeld et al. 2002; Li et al. 2013). Each beam of each fraction begins at a
 * moment of the trace drawn at random from a seed.
 */
public final class Interplay {

  /** The dose of a segment given wholly in a phase. */
  @FunctionalInterface
  public interface SegmentDose {
    /**
     * The dose of a segment at points of the reference phase.
     *
     * @param segment from 0, in the order of delivery
     * @param phase from 0
     * @return Gy in one fraction, by point; not changed
     */
    float[] of(int segment, int phase);
  }

  private final List<DeliveryPart> parts;
  private final PhaseShares shares;
  private final int phases;

  /**
   * For a delivery and a breath.
   *
   * @param parts one a segment, in the order of delivery; at least one
   * @param cycles the patient's breaths; at least one
   * @param phases how many phases of equal length a breath is divided into, at least 1
   */
  public Interplay(List<DeliveryPart> parts, BreathingCycles cycles, int phases) {
    if (parts.isEmpty() || cycles.breaths().isEmpty() || phases < 1) {
      throw new IllegalArgumentException(
          "interplay of %d segments with %d breaths of %d phases"
              .formatted(parts.size(), cycles.breaths().size(), phases));
    }
    this.parts = List.copyOf(parts);
    this.shares = new PhaseShares(cycles, phases);
    this.phases = phases;
  }

  /**
   * Delivers fractions.
   *
   * @param fractions how many, at least 1
   * @param points at how many points the dose is looked at, at least 1
   * @param dose of each segment in each phase; asked for once each
   * @param seed of the moments at which beams begin
   */
  public InterplayDose deliver(int fractions, int points, SegmentDose dose, long seed) {
    double[][][] times = times(fractions, seed);
    double[] dwell = dwell();
    double[][] delivered = new double[fractions][points];
    double[] expected = new double[points];
    for (int segment = 0; segment < parts.size(); segment++) {
      for (int phase = 0; phase < phases; phase++) {
        float[] doses = dose.of(segment, phase);
        if (doses.length != points) {
          throw new IllegalArgumentException(
              "%d doses at %d points".formatted(doses.length, points));
        }
        add(doses, dwell[phase], expected);
        for (int fraction = 0; fraction < fractions; fraction++) {
          add(doses, times[fraction][segment][phase], delivered[fraction]);
        }
      }
    }
    List<double[]> byFraction = new ArrayList<>(Arrays.asList(delivered));
    return new InterplayDose(byFraction, expected);
  }

  private static void add(float[] doses, double share, double[] sum) {
    if (share > 0) {
      for (int point = 0; point < sum.length; point++) {
        sum[point] += share * doses[point];
      }
    }
  }

  /** The part of each segment that each phase gets, by fraction. */
  private double[][][] times(int fractions, long seed) {
    double[][][] times = new double[fractions][parts.size()][phases];
    var random = new SplittableRandom(seed);
    for (double[][] fraction : times) {
      double clock = 0;
      int beam = -1;
      for (int segment = 0; segment < parts.size(); segment++) {
        DeliveryPart part = parts.get(segment);
        if (segment == 0 || part.beam() != beam) {
          clock = random.nextDouble(shares.lengthS());
          beam = part.beam();
        }
        shares.add(clock, part.durationS(), fraction[segment]);
        clock += part.durationS();
      }
    }
    return times;
  }

  /** The part of the whole trace that is spent in each phase: what no interplay would give. */
  private double[] dwell() {
    double[] dwell = new double[phases];
    shares.add(0, shares.lengthS(), dwell);
    return dwell;
  }
}
