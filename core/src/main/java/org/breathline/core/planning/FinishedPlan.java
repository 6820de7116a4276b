package org.breathline.core.planning;

import java.util.List;
import java.util.Set;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.evaluation.GoalResult;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.treatment.TreatmentPlan;

/**
 * A plan.
 *
 * @param plan beams with their monitor units
 * @param dose of the first scenario, all fractions, Gy
 * @param fluence by beam, what was to be delivered, monitor units of a fraction; empty for a
 *     conformal plan
 * @param beforeSequencing how the fluence would do by the goals; empty for a conformal plan
 * @param goals how the plan does by the goals of the structures that are there
 * @param missing structures that the template speaks of and nobody contoured
 * @param objective what the fluence, or the weights, were brought down to
 * @param violation the furthest that a constraint is beyond its limit
 */
public record FinishedPlan(
    TreatmentPlan plan,
    FloatVolume dose,
    List<FluenceMap> fluence,
    List<GoalResult> beforeSequencing,
    List<GoalResult> goals,
    Set<String> missing,
    double objective,
    double violation) {

  /** Keeps copies of the lists. */
  public FinishedPlan {
    fluence = List.copyOf(fluence);
    beforeSequencing = List.copyOf(beforeSequencing);
    goals = List.copyOf(goals);
    missing = Set.copyOf(missing);
  }
}
