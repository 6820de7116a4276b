package org.breathline.core.respiration;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * When the scanner's beam was on, on the trace's clock. An edge lies between two samples; it is set
 * half-way, so that it is early as often as late and off by half a sample at most. A beam that is
 * on at the first or last sample is taken to switch at that sample.
 *
 * @param intervals in the order of time, not touching
 */
public record BeamIntervals(List<TimeInterval> intervals) {

  /** Copies the list and checks its order; throws {@link IllegalArgumentException}. */
  public BeamIntervals {
    intervals = List.copyOf(intervals);
    for (int i = 1; i < intervals.size(); i++) {
      if (intervals.get(i).startS() <= intervals.get(i - 1).endS()) {
        throw new IllegalArgumentException("beam-on intervals overlap or are out of order");
      }
    }
  }

  /** The intervals of a trace; empty where the beam was not recorded. */
  public static Optional<BeamIntervals> of(BreathingTrace trace) {
    return trace.beamOn().map(on -> of(trace.timesS(), on));
  }

  /** The intervals of samples at increasing times, seconds, with a mark for beam on. */
  public static BeamIntervals of(double[] timesS, BitSet on) {
    List<TimeInterval> intervals = new ArrayList<>();
    int size = timesS.length;
    int first = on.nextSetBit(0);
    while (first >= 0 && first < size) {
      int after = Math.min(on.nextClearBit(first), size);
      double startS = first == 0 ? timesS[0] : middle(timesS, first);
      double endS = after == size ? timesS[size - 1] : middle(timesS, after);
      intervals.add(new TimeInterval(startS, endS));
      first = on.nextSetBit(after);
    }
    return new BeamIntervals(intervals);
  }

  private static double middle(double[] timesS, int sample) {
    return timesS[sample - 1] + (timesS[sample] - timesS[sample - 1]) / 2;
  }

  /** Whether the beam was never on. */
  public boolean isEmpty() {
    return intervals.isEmpty();
  }

  /** The time with the beam on, seconds. */
  public double durationS() {
    return intervals.stream().mapToDouble(TimeInterval::durationS).sum();
  }

  /** From the first edge to the last; empty where the beam was never on. */
  public Optional<TimeInterval> span() {
    return isEmpty()
        ? Optional.empty()
        : Optional.of(new TimeInterval(intervals.getFirst().startS(), intervals.getLast().endS()));
  }

  /** Whether the beam was on at a time. */
  public boolean contains(double timeS) {
    return intervals.stream().anyMatch(i -> i.contains(timeS));
  }
}
