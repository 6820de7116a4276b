package org.breathline.study.report;

import java.util.List;
import java.util.Optional;
import org.breathline.core.sorting.RespiratoryState;
import org.breathline.core.sorting.RespiratoryStates;
import org.breathline.core.sorting.SortingBin;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.core.sorting.SortingRequest;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.TracePlot;

/** Bins and sorting methods for readers. */
public final class BinNames {

  private BinNames() {}

  /** The name of a bin: its centre, or the range of a single window. */
  public static String of(SortingBin bin, SortingRequest request) {
    return switch (bin) {
      case SortingBin.Arc arc when request.bins().size() > 1 -> percent(arc.centrePercent());
      case SortingBin.Arc arc ->
          percent(wrapped(arc.centrePercent() - arc.halfWidthPercent()))
              + " to "
              + percent(wrapped(arc.centrePercent() + arc.halfWidthPercent()));
      case SortingBin.AmplitudeWindow window ->
          "amplitude %s to %s"
              .formatted(Figures.percent(window.lowShare()), Figures.percent(window.highShare()));
    };
  }

  /** The names of all bins. */
  public static List<String> of(SortingRequest request) {
    return request.bins().stream().map(b -> of(b, request)).toList();
  }

  /** The method in words. */
  public static String words(SortingMethod method) {
    return switch (method) {
      case PHASE -> "phase";
      case AMPLITUDE -> "amplitude with direction";
      case LOCAL_AMPLITUDE -> "local amplitude with direction";
    };
  }

  /** The bins of every moment of a trace, as a plot shows them. */
  public static TracePlot.Bins along(RespiratoryStates states, SortingRequest request) {
    return new TracePlot.Bins(of(request), timeS -> nearest(states.at(timeS), request));
  }

  private static int nearest(Optional<RespiratoryState> state, SortingRequest request) {
    int nearest = -1;
    double smallest = Double.POSITIVE_INFINITY;
    for (int bin = 0; state.isPresent() && bin < request.bins().size(); bin++) {
      double distance = Math.abs(request.bins().get(bin).offsetPercent(state.get()));
      if (distance <= request.bins().get(bin).halfWidthPercent() && distance < smallest) {
        smallest = distance;
        nearest = bin;
      }
    }
    return nearest;
  }

  private static double wrapped(double percent) {
    return percent < 0 ? percent + 100 : percent >= 100 ? percent - 100 : percent;
  }

  private static String percent(double value) {
    return Figures.fixed(value, value == Math.rint(value) ? 0 : 1) + " %";
  }
}
