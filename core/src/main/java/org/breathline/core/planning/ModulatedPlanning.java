package org.breathline.core.planning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.evaluation.GoalResult;
import org.breathline.core.planning.objective.StructureVoxels;
import org.breathline.core.planning.optimisation.AugmentedLagrangian;
import org.breathline.core.planning.optimisation.DoseProblem;
import org.breathline.core.planning.optimisation.Scenario;
import org.breathline.core.planning.sequencing.ApertureRefinement;
import org.breathline.core.planning.sequencing.SlidingWindow;
import org.breathline.core.planning.sequencing.StepAndShoot;
import org.breathline.core.planning.sequencing.WeightedShape;
import org.breathline.core.planning.template.Delivery;
import org.breathline.core.planning.template.PlanTemplate;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Beam;

/**
 * Plans intensity-modulated beams: the fluence first, then what leaves can give of it, refined on
 * the beamlets, then corrected by what the whole apertures' own dose is beyond that of beamlets
 * (leakage, edges, heads), so that what is optimised at the end is the dose that will be given.
 * Weights are monitor units of all fractions until beams are written.
 */
final class ModulatedPlanning {

  private static final int LEVELS = 10;
  private static final int CORRECTIONS = 2;
  private static final int ROUNDS = 2;
  private static final double LEAST_SHARE = 0.02;
  private static final double LEAST_AREA_MM2 = 250;
  private static final int MOMENTS = 60;
  private static final double SECONDS = 60;

  private final PlanProblem problem;
  private final PlanRequest request;
  private final List<PlanBeam> beams;
  private final int[] offsets;
  private final int beamlets;
  private final int fractions;
  private final BeamWriting writing;

  ModulatedPlanning(PlanProblem problem, List<PlanBeam> beams) {
    this.problem = problem;
    this.request = problem.request();
    this.beams = beams;
    this.offsets = new int[beams.size()];
    int sum = 0;
    for (int beam = 0; beam < offsets.length; beam++) {
      offsets[beam] = sum;
      sum += beams.get(beam).beamlets();
    }
    this.beamlets = sum;
    this.fractions = request.template().protocol().fractions();
    this.writing = new BeamWriting(request);
  }

  ShapedBeams shape(Progress progress) throws IOException, PlanRefusedException {
    List<Scenario> scenarios = problem.scenarios(beams, progress);
    DoseProblem fluenceProblem = problem.of(scenarios);
    double[] fluence = start(fluenceProblem);
    AugmentedLagrangian.Result optimised =
        PlanProblem.method("optimising fluence").minimise(fluenceProblem, fluence, progress);
    List<GoalResult> before = judge(fluenceProblem, fluence);
    List<Beam> shaped =
        request.template().delivery() == Delivery.SLIDING_WINDOW
            ? slidingWindows(fluenceProblem, fluence, progress)
            : segments(fluenceProblem, fluence, progress);
    return new ShapedBeams(shaped, maps(fluence), before, optimised.value(), optimised.violation());
  }

  /** The same weight for all, so that the target has the prescribed dose in the mean. */
  private double[] start(DoseProblem fluenceProblem) throws PlanRefusedException {
    double[] weights = new double[beamlets];
    Arrays.fill(weights, 1);
    PlanTemplate template = request.template();
    StructureVoxels target =
        problem
            .voxels()
            .structure(template.protocol().target())
            .orElseThrow(() -> new PlanRefusedException("no goal speaks of the target"));
    double mean =
        Arrays.stream(target.doseOf(fluenceProblem.doses(weights).getFirst()))
            .average()
            .orElseThrow();
    if (!(mean > 0)) {
      throw new PlanRefusedException("the beams do not reach the target");
    }
    Arrays.fill(weights, template.protocol().prescriptionGy() / mean);
    return weights;
  }

  private List<GoalResult> judge(DoseProblem fluenceProblem, double[] fluence)
      throws PlanRefusedException {
    PlanVoxels voxels = problem.voxels();
    float[] dose = fluenceProblem.doses(fluence).getFirst();
    double scale = voxels.scale(request.template().scale(), dose);
    for (int row = 0; row < dose.length; row++) {
      dose[row] *= (float) scale;
    }
    return voxels.judge(request.template().protocol().goals(), dose);
  }

  private List<FluenceMap> maps(double[] fluence) {
    double[] ofFraction = Arrays.stream(fluence).map(w -> w / fractions).toArray();
    List<FluenceMap> maps = new ArrayList<>();
    for (int beam = 0; beam < offsets.length; beam++) {
      maps.add(beams.get(beam).raster().beamlets().map(ofFraction, offsets[beam]));
    }
    return maps;
  }

  private double[] ofBeam(double[] fluence, int beam) {
    return Arrays.copyOfRange(fluence, offsets[beam], offsets[beam] + beams.get(beam).beamlets());
  }

  private List<Beam> segments(DoseProblem fluenceProblem, double[] fluence, Progress progress)
      throws IOException, PlanRefusedException {
    StepAndShoot cut =
        new StepAndShoot(
            LEVELS,
            request.machine().limits().interdigitation(),
            LEAST_AREA_MM2,
            request.template().segments());
    List<List<WeightedShape>> segments = new ArrayList<>();
    for (int beam = 0; beam < offsets.length; beam++) {
      segments.add(cut.segments(beams.get(beam).raster(), ofBeam(fluence, beam)));
    }
    if (segments.stream().allMatch(List::isEmpty)) {
      throw new PlanRefusedException("no segment is worth giving: the target is too small");
    }
    ApertureRefinement refinement =
        new ApertureRefinement(
            PlanProblem.refinement("refining segments"),
            ROUNDS,
            request.machine().limits(),
            LEAST_SHARE);
    segments = refinement.refine(fluenceProblem, segments, offsets, progress).beams();
    for (int correction = 0; correction < CORRECTIONS; correction++) {
      List<float[]> beyond =
          beyond(fluenceProblem, beamsOf(segments), fluenceOf(segments), progress);
      segments =
          refinement.refine(fluenceProblem.besides(beyond), segments, offsets, progress).beams();
    }
    return beamsOf(segments);
  }

  private List<Beam> slidingWindows(DoseProblem fluenceProblem, double[] fluence, Progress progress)
      throws IOException {
    List<Beam> shaped = sweeps(fluence);
    for (int correction = 0; correction < CORRECTIONS; correction++) {
      List<float[]> beyond = beyond(fluenceProblem, shaped, fluence, progress);
      PlanProblem.refinement("correcting fluence")
          .minimise(fluenceProblem.besides(beyond), fluence, progress);
      shaped = sweeps(fluence);
    }
    return shaped;
  }

  /** What the dose of beams is beyond that of the fluence that they were made from. */
  private List<float[]> beyond(
      DoseProblem fluenceProblem, List<Beam> shaped, double[] fluence, Progress progress)
      throws IOException {
    List<float[]> beyond = problem.doses(Planner.segments(shaped, fractions), progress);
    List<float[]> modelled = fluenceProblem.doses(fluence);
    for (int scenario = 0; scenario < beyond.size(); scenario++) {
      for (int row = 0; row < beyond.get(scenario).length; row++) {
        beyond.get(scenario)[row] -= modelled.get(scenario)[row];
      }
    }
    return beyond;
  }

  private double[] fluenceOf(List<List<WeightedShape>> segments) {
    double[] fluence = new double[beamlets];
    for (int beam = 0; beam < offsets.length; beam++) {
      for (WeightedShape segment : segments.get(beam)) {
        segment.shape().addTo(fluence, offsets[beam], segment.weight());
      }
    }
    return fluence;
  }

  private List<Beam> beamsOf(List<List<WeightedShape>> segments) {
    List<Beam> written = new ArrayList<>();
    for (int beam = 0; beam < offsets.length; beam++) {
      List<WeightedShape> given =
          segments.get(beam).stream()
              .filter(segment -> segment.weight() > 0 && segment.shape().areaMm2() > 0)
              .map(segment -> new WeightedShape(segment.shape(), segment.weight() / fractions))
              .toList();
      if (!given.isEmpty()) {
        written.add(writing.ofSegments(beams.get(beam), given));
      }
    }
    return written;
  }

  private List<Beam> sweeps(double[] fluence) {
    SlidingWindow window =
        new SlidingWindow(
            MOMENTS, request.machine().limits(), request.machine().doseRate() / SECONDS);
    List<Beam> written = new ArrayList<>();
    for (int beam = 0; beam < offsets.length; beam++) {
      double[] ofFraction = Arrays.stream(ofBeam(fluence, beam)).map(w -> w / fractions).toArray();
      if (Arrays.stream(ofFraction).max().orElse(0) > 0) {
        written.add(
            writing.ofSweep(beams.get(beam), window.sweep(beams.get(beam).raster(), ofFraction)));
      }
    }
    return written;
  }
}
