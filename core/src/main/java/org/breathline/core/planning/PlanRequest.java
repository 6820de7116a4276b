package org.breathline.core.planning;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breathline.core.planning.optimisation.Robustness;
import org.breathline.core.planning.template.PlanTemplate;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.PatientPosition;

/**
 * What is to be planned.
 *
 * @param template the recipe
 * @param structures by the names of the template, on the dose grid
 * @param position how the patient lies
 * @param machine what will give it
 * @param scenarios at least one, all on the same grid; the first is the one that the plan's dose is
 *     of
 * @param robustness what counts when there are several
 */
public record PlanRequest(
    PlanTemplate template,
    Map<String, RunLengthMask> structures,
    PatientPosition position,
    DeliveryMachine machine,
    List<PlanScenario> scenarios,
    Robustness robustness) {

  /** The name of the patient's outline among the structures. */
  public static final String EXTERNAL = "External";

  /** Completes the structures by those that the template makes of others. */
  public PlanRequest {
    structures = Collections.unmodifiableMap(new LinkedHashMap<>(template.complete(structures)));
    scenarios = List.copyOf(scenarios);
  }

  /** A request for one anatomy. */
  public static PlanRequest of(
      PlanTemplate template,
      Map<String, RunLengthMask> structures,
      PatientPosition position,
      DeliveryMachine machine,
      DoseModel dose) {
    return new PlanRequest(
        template,
        structures,
        position,
        machine,
        List.of(new PlanScenario("nominal", 1, dose)),
        new Robustness.Expected());
  }

  /**
   * What beams are aimed at.
   *
   * @throws PlanRefusedException if it is not there, or no voxel of it
   */
  RunLengthMask aim() throws PlanRefusedException {
    RunLengthMask aim = structures.get(template.aim());
    if (aim == null || aim.isEmpty()) {
      throw new PlanRefusedException(
          "there is no target: the template \"%s\" aims at %s; contoured are %s"
              .formatted(template.name(), template.aim(), String.join(", ", structures.keySet())));
    }
    return aim;
  }
}
