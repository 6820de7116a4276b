package org.breathline.core.motion.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.motion.MotionPath;
import org.breathline.core.motion.PeakToPeak;
import org.breathline.core.motion.PhaseWindow;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.GatingWindow;

/**
 * A gating window by phase and what it leaves.
 *
 * @param window the phases in which the beam is on; ITV and average are made of these alone
 * @param phases how many phases of the 4DCT lie in it
 * @param residual how far the target still moves within it
 * @param dutyCycle the share of the time in which it is open, 0 to 1: of the trace, or of the
 *     phases where there is no trace
 */
public record GatingChoice(PhaseWindow window, int phases, PeakToPeak residual, double dutyCycle) {

  /** The motion that a gate is to leave at most, mm: this system's own choice. */
  public static final double MOST_RESIDUAL_MM = 3;

  /** A gate that is open for less of the time makes a fraction long: this system's own choice. */
  public static final double LEAST_DUTY_CYCLE = 0.25;

  /**
   * All windows around a phase, from one phase wide to all but one.
   *
   * @param path the target's
   * @param centrePercent a phase of the path: the middle of the windows
   * @param cycles the trace, for the duty cycle
   */
  public static List<GatingChoice> around(
      MotionPath path, double centrePercent, Optional<BreathingCycles> cycles) {
    List<MotionPath.Position> positions = path.positions();
    int count = positions.size();
    int centre = 0;
    while (positions.get(centre).percent() != centrePercent) {
      centre++;
    }
    double half = 50.0 / count;
    List<GatingChoice> choices = new ArrayList<>();
    for (int reach = 0; 2 * reach + 1 < count; reach++) {
      double from = positions.get(Math.floorMod(centre - reach, count)).percent();
      double to = positions.get(Math.floorMod(centre + reach, count)).percent();
      PhaseWindow window = new PhaseWindow(from, to);
      MotionPath within = path.within(window);
      double share = (double) (2 * reach + 1) / count;
      // A phase of a 4DCT stands for the time up to half way to its neighbours.
      GatingWindow gate = new GatingWindow.Phase(wrapped(from - half), wrapped(to + half));
      choices.add(
          new GatingChoice(
              window,
              within.positions().size(),
              within.peakToPeak(),
              cycles.map(gate::dutyCycle).orElse(share)));
    }
    return choices;
  }

  /**
   * The widest window that leaves no more than {@link #MOST_RESIDUAL_MM}; the narrowest if none.
   */
  public static GatingChoice widest(List<GatingChoice> choices) {
    GatingChoice best = choices.getFirst();
    for (GatingChoice choice : choices) {
      best = choice.residual().vectorMm() <= MOST_RESIDUAL_MM ? choice : best;
    }
    return best;
  }

  private static double wrapped(double percent) {
    return percent - 100 * Math.floor(percent / 100);
  }
}
