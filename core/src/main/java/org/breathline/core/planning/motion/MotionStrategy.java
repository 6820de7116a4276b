package org.breathline.core.planning.motion;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.planning.DoseModel;
import org.breathline.core.planning.PlanScenario;
import org.breathline.core.planning.optimisation.Robustness;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Margin;
import org.breathline.core.structure.RunLengthMask;

/** How a plan deals with the breath: which target, on which anatomy, for which scenarios. */
public sealed interface MotionStrategy {

  /** As it is written on the command line. */
  String word();

  /** The planning target. */
  RunLengthMask target(BreathingPatient patient);

  /** What is planned on; the first is what the plan's own dose is of. */
  List<PlanScenario> scenarios(BreathingPatient patient);

  /** What counts when there are several scenarios. */
  default Robustness robustness() {
    return new Robustness.Expected();
  }

  private static RunLengthMask grown(RunLengthMask region, Margin margin) {
    return margin.isZero() ? region : margin.around(LevelSet.of(region)).mask();
  }

  private static List<PlanScenario> one(String name, DoseModel dose) {
    return List.of(new PlanScenario(name, 1, dose));
  }

  /** The internal target with the margin for set-up, on the mean of the phases. */
  record InternalTarget() implements MotionStrategy {

    @Override
    public String word() {
      return "itv";
    }

    @Override
    public RunLengthMask target(BreathingPatient patient) {
      return grown(patient.internalTarget(), patient.margins().setupMargin());
    }

    @Override
    public List<PlanScenario> scenarios(BreathingPatient patient) {
      return one("average", patient.average());
    }
  }

  /** The clinical target in its mean position with a margin that holds the breath as well. */
  record MidVentilation() implements MotionStrategy {

    @Override
    public String word() {
      return "midv";
    }

    @Override
    public RunLengthMask target(BreathingPatient patient) {
      return grown(patient.clinicalTarget(), patient.margins().margin());
    }

    @Override
    public List<PlanScenario> scenarios(BreathingPatient patient) {
      return one("mid-ventilation", patient.reference());
    }
  }

  /** The internal target, all of it as dense as the tumour. */
  record DensityOverride() implements MotionStrategy {

    @Override
    public String word() {
      return "override";
    }

    @Override
    public RunLengthMask target(BreathingPatient patient) {
      return grown(patient.internalTarget(), patient.margins().setupMargin());
    }

    @Override
    public List<PlanScenario> scenarios(BreathingPatient patient) {
      return one("average, density of the internal target overridden", patient.overridden());
    }
  }

  /**
   * The dose accumulated over the breath: the clinical target with the margin for set-up only,
   * which the optimiser sees moving.
   */
  record Expected4d() implements MotionStrategy {

    @Override
    public String word() {
      return "4d";
    }

    @Override
    public RunLengthMask target(BreathingPatient patient) {
      return grown(patient.clinicalTarget(), patient.margins().setupMargin());
    }

    @Override
    public List<PlanScenario> scenarios(BreathingPatient patient) {
      return one("accumulated", patient.accumulated());
    }
  }

  /**
   * The clinical target without a margin, in the accumulated dose of a patient who lies as planned
   * or shifted either way along each axis, so that the worst of them is as good as can be.
   *
   * @param shiftMm how far along each axis, mm
   */
  record WorstCase(Vector3 shiftMm) implements MotionStrategy {

    private static final double EXPONENT = 10;

    @Override
    public String word() {
      return "worst-case";
    }

    @Override
    public RunLengthMask target(BreathingPatient patient) {
      return patient.clinicalTarget();
    }

    @Override
    public List<PlanScenario> scenarios(BreathingPatient patient) {
      return shifted(patient.accumulated(), shiftMm);
    }

    @Override
    public Robustness robustness() {
      return new Robustness.WorstCase(EXPONENT);
    }
  }

  /**
   * As {@link WorstCase}, but the mean of the worst scenarios that together have a probability,
   * over phases one by one and shifts: a breath that lingers is among them.
   *
   * @param shiftMm how far along each axis, mm
   * @param tail that probability, above 0 to 1
   */
  record TailOfScenarios(Vector3 shiftMm, double tail) implements MotionStrategy {

    @Override
    public String word() {
      return "cvar";
    }

    @Override
    public RunLengthMask target(BreathingPatient patient) {
      return patient.clinicalTarget();
    }

    @Override
    public List<PlanScenario> scenarios(BreathingPatient patient) {
      List<PlanScenario> scenarios = new ArrayList<>(shifted(patient.accumulated(), shiftMm));
      for (BreathingPhase phase : patient.phases()) {
        scenarios.add(
            new PlanScenario(
                phase.name(),
                phase.weight(),
                new BreathingDose(patient.reference().grid(), List.of(phase))));
      }
      return scenarios;
    }

    @Override
    public Robustness robustness() {
      return new Robustness.ConditionalValueAtRisk(tail);
    }
  }

  private static List<PlanScenario> shifted(DoseModel dose, Vector3 shift) {
    List<PlanScenario> scenarios = new ArrayList<>(one("as planned", dose));
    for (double sign : new double[] {-1, 1}) {
      add(scenarios, dose, new Vector3(sign * shift.x(), 0, 0));
      add(scenarios, dose, new Vector3(0, sign * shift.y(), 0));
      add(scenarios, dose, new Vector3(0, 0, sign * shift.z()));
    }
    return scenarios;
  }

  private static void add(List<PlanScenario> scenarios, DoseModel dose, Vector3 shift) {
    if (shift.length() > 0) {
      scenarios.add(
          new PlanScenario(
              "shifted by %.1f, %.1f, %.1f mm".formatted(shift.x(), shift.y(), shift.z()),
              1,
              new ShiftedDose(dose, shift)));
    }
  }
}
