package org.breathline.core.planning.optimisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.planning.objective.DoseConstraint;
import org.breathline.core.planning.objective.DoseObjective;

/**
 * The weights, not below 0, of beamlets or of whole segments whose dose meets objectives and
 * constraints, in one or several scenarios. Constraints are held in every scenario.
 */
public final class DoseProblem implements ConstrainedProblem {

  private final List<Scenario> scenarios;
  private final Robustness robustness;
  private final List<DoseObjective> objectives;
  private final List<DoseConstraint> constraints;
  private final int weights;
  private final double[] probabilities;
  private final double[] values;
  private final double[] derivatives;
  private final float[][] dose;
  private final float[][] ofDose;
  private final double[][] ofConstraint;
  private final double[] partial;
  private final List<float[]> besides;

  /**
   * A problem.
   *
   * @param scenarios at least one, all of the same beamlets and voxels
   * @param robustness what counts when there are several
   * @param objectives terms of what is minimised, at least one
   * @param constraints what must be kept to
   * @throws IllegalArgumentException if scenarios don't fit each other
   */
  public DoseProblem(
      List<Scenario> scenarios,
      Robustness robustness,
      List<DoseObjective> objectives,
      List<DoseConstraint> constraints) {
    this(scenarios, robustness, objectives, constraints, List.of());
  }

  private DoseProblem(
      List<Scenario> scenarios,
      Robustness robustness,
      List<DoseObjective> objectives,
      List<DoseConstraint> constraints,
      List<float[]> besides) {
    InfluenceMatrix first = scenarios.getFirst().influence();
    for (Scenario scenario : scenarios) {
      InfluenceMatrix other = scenario.influence();
      if (other.rows() != first.rows() || other.columns().size() != first.columns().size()) {
        throw new IllegalArgumentException(
            "scenario %s is of other beamlets or voxels than %s"
                .formatted(scenario.name(), scenarios.getFirst().name()));
      }
    }
    this.scenarios = List.copyOf(scenarios);
    this.robustness = robustness;
    this.objectives = List.copyOf(objectives);
    this.constraints = List.copyOf(constraints);
    this.weights = first.columns().size();
    this.probabilities = scenarios.stream().mapToDouble(Scenario::probability).toArray();
    double sum = Arrays.stream(probabilities).sum();
    for (int s = 0; s < probabilities.length; s++) {
      probabilities[s] /= sum;
    }
    this.values = new double[scenarios.size()];
    this.derivatives = new double[scenarios.size()];
    this.dose = new float[scenarios.size()][first.rows()];
    this.ofDose = new float[scenarios.size()][first.rows()];
    this.ofConstraint = new double[constraints()][];
    this.partial = new double[weights];
    this.besides = List.copyOf(besides);
  }

  /** A problem of one scenario. */
  public DoseProblem(
      InfluenceMatrix influence, List<DoseObjective> objectives, List<DoseConstraint> constraints) {
    this(
        List.of(new Scenario("nominal", 1, influence)),
        new Robustness.Expected(),
        objectives,
        constraints);
  }

  /**
   * The same problem with a dose that is there whatever the weights: what a better calculation
   * found for the weights at hand beyond what the influence says.
   *
   * @param doses for each scenario, Gy, one for each voxel
   */
  public DoseProblem besides(List<float[]> doses) {
    return new DoseProblem(scenarios, robustness, objectives, constraints, doses);
  }

  /** The dose of weights in each scenario, without what is there besides. */
  public List<float[]> doses(double[] point) {
    List<float[]> doses = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      float[] of = new float[scenario.influence().rows()];
      scenario.influence().dose(point, of);
      doses.add(of);
    }
    return doses;
  }

  @Override
  public int size() {
    return weights;
  }

  @Override
  public double lower(int weight) {
    return 0;
  }

  @Override
  public double upper(int weight) {
    return Double.POSITIVE_INFINITY;
  }

  @Override
  public int constraints() {
    return constraints.size() * scenarios.size();
  }

  @Override
  public double least(int constraint) {
    return constraints.get(constraint % constraints.size()).least();
  }

  @Override
  public double most(int constraint) {
    return constraints.get(constraint % constraints.size()).most();
  }

  @Override
  public double value(double[] point, double[] constrained) {
    for (int s = 0; s < scenarios.size(); s++) {
      scenarios.get(s).influence().dose(point, dose[s]);
      if (!besides.isEmpty()) {
        float[] more = besides.get(s);
        for (int row = 0; row < more.length; row++) {
          dose[s][row] += more[row];
        }
      }
      Arrays.fill(ofDose[s], 0);
      values[s] = 0;
      for (DoseObjective objective : objectives) {
        values[s] += objective.evaluate(dose[s], ofDose[s]);
      }
      for (int c = 0; c < constraints.size(); c++) {
        DoseConstraint constraint = constraints.get(c);
        int place = s * constraints.size() + c;
        ofConstraint[place] = new double[constraint.voxels().size()];
        constrained[place] = constraint.evaluate(dose[s], ofConstraint[place]);
      }
    }
    return robustness.combine(values, probabilities, derivatives);
  }

  @Override
  public void gradient(double[] factors, double[] gradient) {
    Arrays.fill(gradient, 0);
    for (int s = 0; s < scenarios.size(); s++) {
      float[] combined = scaled(ofDose[s], derivatives[s]);
      for (int c = 0; c < constraints.size(); c++) {
        int place = s * constraints.size() + c;
        if (factors[place] != 0) {
          constraints.get(c).addGradient(combined, ofConstraint[place], factors[place]);
        }
      }
      scenarios.get(s).influence().weightGradient(combined, partial);
      for (int w = 0; w < weights; w++) {
        gradient[w] += partial[w];
      }
    }
  }

  private static float[] scaled(float[] values, double factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) (factor * values[i]);
    }
    return scaled;
  }
}
