package org.breathline.core.planning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.breathline.core.dose.InfluenceColumn;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.beam.BeamsEyeView;
import org.breathline.core.planning.beam.ConformalAperture;
import org.breathline.core.planning.objective.StructureVoxels;
import org.breathline.core.planning.optimisation.AugmentedLagrangian;
import org.breathline.core.planning.optimisation.DoseProblem;
import org.breathline.core.planning.optimisation.Scenario;
import org.breathline.core.progress.Progress;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.Segment;

/**
 * Plans conformal beams: an aperture around the target for each, weights by the objectives, and
 * where the target stays too hot a field within each beam that covers what is hot, which does what
 * a wedge would.
 */
final class ConformalPlanning {

  /** Which hottest part of the target fields leave out, per cent, in the order they are added. */
  private static final double[] HOT_PERCENT = {30, 60, 80};

  /** A target that gets nowhere more than this part of the prescription needs no more fields. */
  private static final double EVEN = 1.05;

  private final PlanProblem problem;
  private final PlanRequest request;
  private final BeamPlacement placement;
  private final List<PlanBeam> beams;
  private final int fractions;

  /** Fields of all beams: whose, which aperture, and what a monitor unit gives by scenario. */
  private final List<Field> fields = new ArrayList<>();

  private record Field(PlanBeam beam, Aperture aperture, List<InfluenceColumn> columns) {}

  ConformalPlanning(PlanProblem problem, BeamPlacement placement) throws PlanRefusedException {
    this.problem = problem;
    this.request = problem.request();
    this.placement = placement;
    this.beams = placement.beams();
    this.fractions = request.template().protocol().fractions();
  }

  ShapedBeams shape(Progress progress) throws IOException, PlanRefusedException {
    for (PlanBeam beam : beams) {
      add(
          beam,
          ConformalAperture.around(placement.view(beam.frame()), request.machine().collimator()),
          progress);
    }
    double[] weights = new double[0];
    AugmentedLagrangian.Result result = new AugmentedLagrangian.Result(0, 0, 0, 0);
    int added = Math.min(HOT_PERCENT.length, request.template().segments() - 1);
    for (int round = 0; round <= added; round++) {
      DoseProblem ofFields = problem.of(scenarios());
      weights = start(ofFields, weights);
      result = PlanProblem.method("weighting beams").minimise(ofFields, weights, progress);
      if (round < added
          && !addWithin(ofFields.doses(weights).getFirst(), HOT_PERCENT[round], progress)) {
        break;
      }
    }
    return new ShapedBeams(
        written(weights), List.of(), List.of(), result.value(), result.violation());
  }

  private void add(PlanBeam beam, Aperture aperture, Progress progress) throws IOException {
    List<InfluenceColumn> columns = new ArrayList<>();
    for (PlanScenario scenario : request.scenarios()) {
      FloatVolume dose =
          scenario.dose().dose(List.of(new Segment(beam.frame(), aperture, 1)), progress);
      float[] own = problem.voxels().doseOf(dose);
      int[] rows = new int[own.length];
      Arrays.setAll(rows, row -> row);
      columns.add(new InfluenceColumn(own.length, rows, own, own.length));
    }
    fields.add(new Field(beam, aperture, columns));
  }

  private List<Scenario> scenarios() {
    List<Scenario> scenarios = new ArrayList<>();
    for (int s = 0; s < request.scenarios().size(); s++) {
      int scenario = s;
      InfluenceMatrix matrix =
          new InfluenceMatrix(
              problem.voxels().size(),
              fields.stream().map(field -> field.columns().get(scenario)).toList());
      PlanScenario of = request.scenarios().get(s);
      scenarios.add(new Scenario(of.name(), of.probability(), matrix));
    }
    return scenarios;
  }

  /** Goes on from the weights of the fields that were there; at first all the same. */
  private double[] start(DoseProblem ofFields, double[] before) throws PlanRefusedException {
    double[] weights = Arrays.copyOf(before, fields.size());
    if (before.length > 0) {
      return weights;
    }
    Arrays.fill(weights, 1);
    float[] dose = ofFields.doses(weights).getFirst();
    Arrays.fill(weights, problem.voxels().scale(request.template().scale(), dose));
    return weights;
  }

  /** Adds to each beam a field that leaves out what is hot; false if the dose is even. */
  private boolean addWithin(float[] dose, double hotPercent, Progress progress)
      throws IOException, PlanRefusedException {
    double scale = problem.voxels().scale(request.template().scale(), dose);
    DoseVolumeHistogram target =
        problem.voxels().histogram(request.template().protocol().target(), dose).orElseThrow();
    double prescription = request.template().protocol().prescriptionGy();
    if (scale * target.maximumGy() <= EVEN * prescription) {
      return false;
    }
    RunLengthMask hot = hot(dose, target.doseAtPercent(hotPercent));
    for (PlanBeam beam : beams) {
      Aperture open =
          ConformalAperture.around(placement.view(beam.frame()), request.machine().collimator());
      BeamsEyeView covered = BeamsEyeView.of(hot, beam.frame(), 0, 1);
      Aperture within = ConformalAperture.without(open, covered);
      if (within.areaMm2() > 0) {
        add(beam, within, progress);
      }
    }
    return true;
  }

  private RunLengthMask hot(float[] dose, double limit) {
    StructureVoxels target =
        problem.voxels().structure(request.template().protocol().target()).orElseThrow();
    int[] offsets = problem.voxels().offsets();
    BitSet hot = new BitSet();
    for (int voxel = 0; voxel < target.size(); voxel++) {
      if (dose[target.row(voxel)] >= limit) {
        hot.set(offsets[target.row(voxel)]);
      }
    }
    return RunLengthMask.of(request.scenarios().getFirst().dose().grid(), hot::get);
  }

  private List<Beam> written(double[] weights) {
    BeamWriting writing = new BeamWriting(request);
    List<Beam> written = new ArrayList<>();
    for (PlanBeam beam : beams) {
      List<Aperture> apertures = new ArrayList<>();
      List<Double> units = new ArrayList<>();
      for (int field = 0; field < fields.size(); field++) {
        if (fields.get(field).beam().number() == beam.number() && weights[field] > 0) {
          apertures.add(fields.get(field).aperture());
          units.add(weights[field] / fractions);
        }
      }
      if (!apertures.isEmpty()) {
        written.add(
            writing.ofApertures(
                beam, apertures, units.stream().mapToDouble(Double::doubleValue).toArray()));
      }
    }
    return written;
  }
}
