package org.breathline.core.sorting;

import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.BreathingTrace;

/** How much of the breathing time each bin stands for. */
public final class DwellTime {

  private DwellTime() {}

  /**
   * The share of the time within breaths during which a bin is the nearest one that holds the
   * moment; the weights of a time-weighted average of the sorted volumes.
   *
   * @return one weight a bin, 0 to 1, their sum 1; all 0 if no bin holds any moment
   */
  public static double[] weights(RespiratoryStates states, List<SortingBin> bins) {
    double[] seconds = new double[bins.size()];
    double total = 0;
    BreathingTrace trace = states.cycles().trace();
    for (int i = 0; i + 1 < trace.size(); i++) {
      double duration = trace.timeS(i + 1) - trace.timeS(i);
      Optional<RespiratoryState> state = states.at(trace.timeS(i) + duration / 2);
      int bin = state.isPresent() ? nearest(state.get(), bins) : -1;
      if (bin >= 0) {
        seconds[bin] += duration;
        total += duration;
      }
    }
    for (int bin = 0; total > 0 && bin < seconds.length; bin++) {
      seconds[bin] /= total;
    }
    return seconds;
  }

  /** The share of the time within breaths during which a bin holds the moment: a duty cycle. */
  public static double share(RespiratoryStates states, SortingBin bin) {
    double inside = 0;
    double total = 0;
    BreathingTrace trace = states.cycles().trace();
    for (int i = 0; i + 1 < trace.size(); i++) {
      double duration = trace.timeS(i + 1) - trace.timeS(i);
      Optional<RespiratoryState> state = states.at(trace.timeS(i) + duration / 2);
      if (state.isPresent()) {
        total += duration;
        inside += nearest(state.get(), List.of(bin)) == 0 ? duration : 0;
      }
    }
    return total > 0 ? inside / total : 0;
  }

  private static int nearest(RespiratoryState state, List<SortingBin> bins) {
    int nearest = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int bin = 0; bin < bins.size(); bin++) {
      double distance = Math.abs(bins.get(bin).offsetPercent(state)) - state.beyondPercent();
      if (distance <= bins.get(bin).halfWidthPercent() && distance < smallest) {
        smallest = distance;
        nearest = bin;
      }
    }
    return nearest;
  }
}
