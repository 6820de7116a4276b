package org.breathline.core.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.CouchPosition.Acquisition;
import org.breathline.core.scan.ScanFeatures;

/**
 * The period of a platform from the images of an unsorted scan alone. At every slice position the
 * images differ mostly by what moves: their first principal component is a signal y(t). Each is
 * fitted as a + b s + c s^2 of the programmed waveform s(t), whose period and start are the same
 * for the whole scan and are searched for; over minutes of scanning the period is found to
 * milliseconds.
 *
 * @param periodS seconds
 * @param uncertaintyS standard, from the scatter about the fit
 * @param explained the share of the signals' variance that the fit explains
 */
public record ImagePeriod(double periodS, double uncertaintyS, double explained) {

  /** How far from the programmed period it is looked for: farther, couch stops give false ones. */
  private static final double SEARCH = 0.15;

  /** Below this share the images do not move along the waveform at all. */
  private static final double LEAST_EXPLAINED = 0.5;

  /** Starts of the cycle tried for every period, and the slip of a cycle between two periods. */
  private static final int STARTS = 24;

  private static final int LEAST_ACQUISITIONS = 6;

  /** The strongest signals say it all. */
  private static final int MOST_SIGNALS = 48;

  /**
   * Looks for the period.
   *
   * @return empty if the images show nothing that moves along the programmed waveform
   */
  public static Optional<ImagePeriod> of(ScanFeatures features, ProgrammedMotion motion) {
    List<SliceSignal> signals = new ArrayList<>();
    for (CouchPosition stop : features.scan().couchPositions()) {
      List<Acquisition> acquisitions = stop.acquisitions();
      for (int slice = 0; slice < stop.slicesPerAcquisition(); slice++) {
        if (acquisitions.size() >= LEAST_ACQUISITIONS) {
          signals.add(SliceSignal.of(features, acquisitions, slice));
        }
      }
    }
    signals.sort((a, b) -> Double.compare(b.squares(), a.squares()));
    return signals.isEmpty()
        ? Optional.empty()
        : new Search(signals.subList(0, Math.min(MOST_SIGNALS, signals.size())), motion.waveform())
            .around(motion.periodS());
  }

  /** The search for period and start. */
  private static final class Search {

    private final List<SliceSignal> signals;
    private final Waveform waveform;
    private final double total;
    private final double middleS;
    private final double lengthS;

    Search(List<SliceSignal> signals, Waveform waveform) {
      this.signals = signals;
      this.waveform = waveform;
      this.total = signals.stream().mapToDouble(SliceSignal::squares).sum();
      double first = signals.stream().mapToDouble(SliceSignal::firstS).min().orElseThrow();
      double last = signals.stream().mapToDouble(SliceSignal::lastS).max().orElseThrow();
      this.middleS = (first + last) / 2;
      this.lengthS = Math.max(last - first, 1e-3);
    }

    Optional<ImagePeriod> around(double programmedS) {
      double step = programmedS * programmedS / lengthS / STARTS;
      double bestPeriod = programmedS;
      double bestStart = 0;
      double least = Double.POSITIVE_INFINITY;
      for (double period = (1 - SEARCH) * programmedS;
          period <= (1 + SEARCH) * programmedS;
          period += step) {
        for (int s = 0; s < STARTS; s++) {
          double misfit = misfit(period, (double) s / STARTS);
          if (misfit < least) {
            least = misfit;
            bestPeriod = period;
            bestStart = (double) s / STARTS;
          }
        }
      }
      double startStep = 0.5 / STARTS;
      for (int halving = 0; halving < 7; halving++) {
        step /= 2;
        double centre = bestPeriod;
        double start = bestStart;
        for (int p = -2; p <= 2; p++) {
          for (int s = -2; s <= 2; s++) {
            double misfit = misfit(centre + p * step, start + s * startStep);
            if (misfit < least) {
              least = misfit;
              bestPeriod = centre + p * step;
              bestStart = start + s * startStep;
            }
          }
        }
        startStep /= 2;
      }
      double explained = 1 - least / total;
      return explained >= LEAST_EXPLAINED
          ? Optional.of(
              new ImagePeriod(bestPeriod, uncertainty(bestPeriod, bestStart, least), explained))
          : Optional.empty();
    }

    /** From the curvature of the misfit; the start counts from the middle and is independent. */
    private double uncertainty(double period, double start, double least) {
      double step = period * period / lengthS / STARTS / 4;
      double rise = (misfit(period + step, start) + misfit(period - step, start) - 2 * least) / 2;
      int samples = signals.stream().mapToInt(SliceSignal::size).sum();
      double variance = least / Math.max(1, samples - 3 * signals.size() - 2);
      return rise > 0 ? step * Math.sqrt(variance / rise) : step;
    }

    private double misfit(double periodS, double start) {
      double sum = 0;
      for (SliceSignal signal : signals) {
        sum += signal.misfit(t -> waveform.level((t - middleS) / periodS + start));
      }
      return sum;
    }
  }
}
