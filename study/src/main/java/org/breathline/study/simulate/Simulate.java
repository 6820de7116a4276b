package org.breathline.study.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.motion.BadSlabs;
import org.breathline.core.motion.BreathCurve;
import org.breathline.core.motion.ScannedStates;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.scan.BreathingChecks;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.SliceFeatures;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.exchange.ct.CtCollection;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.FolderPass;
import org.breathline.exchange.ct.PhaseStack;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.motion.ScannedBreath;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.SortedSource;
import org.breathline.study.report.Block;
import org.breathline.study.report.BreathingResult;
import org.breathline.study.report.CutPlanes;
import org.breathline.study.report.FindingNotices;
import org.breathline.study.sort.SortScan;
import org.breathline.study.sort.SortScanRequest;
import org.breathline.study.sort.SortedProjections;
import org.breathline.study.sort.Sorting;

/**
 * Runs the whole chain as far as it exists. An unsorted scan is sorted along its trace; a 4DCT that
 * the scanner has sorted is taken as it is. Both end in projections, lung volumes, the motion of
 * the chest, displacement fields that are judged, and a report.
 */
public final class Simulate {

  private static final int BINS = 10;

  private Simulate() {}

  /**
   * Simulates into a result folder: the series, {@code report.html}, {@code report.pdf} and {@code
   * simulation.json}.
   *
   * @throws InputException if scan or trace are bad or do not fit each other
   * @throws RefusalException if a quality gate refuses
   * @throws IOException if something cannot be read or written; nothing is left half-written
   */
  public static SimulationFigures run(SimulateRequest request, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    try (OutputFolder folder = OutputFolder.create(out, request.inputs().toArray(Path[]::new))) {
      FolderPass.Seen<SliceFeatures> seen = SortScan.look(request.scan(), progress);
      SimulationResult result =
          CtCollection.of(seen.contents().slices()).isSortedByPhase()
              ? imported(request, seen, folder.staging(), progress)
              : sorted(request, seen, folder.staging(), progress);
      progress.report("writing the report", 0, 1);
      SimulationReport.write(result, folder.staging());
      Json.write(result.provenance(), folder.staging().resolve(OutputFolder.MANIFEST));
      progress.report("writing the report", 1, 1);
      folder.commit();
      return SimulationFigures.of(result);
    }
  }

  private static SimulationResult sorted(
      SimulateRequest request, FolderPass.Seen<SliceFeatures> seen, Path folder, Progress progress)
      throws IOException, InputException, RefusalException {
    TraceRequest traceRequest =
        request
            .trace()
            .orElseThrow(() ->
                new UsageException(
                    request.scan() + " is an unsorted scan: give its trace with --trace."));
    SortScanRequest how =
        new SortScanRequest(
            request.scan(), traceRequest, BINS, SortingMethod.PHASE, request.offsetS());
    Sorting sorting = SortScan.sort(how, seen, progress);
    SortedScan volumes = sorting.sorted();
    List<CtSlice> slices = sorting.slices();
    Grid grid = sorting.grid();
    CutCollector cuts = new CutCollector(grid, planes(grid, volumes, slices), BINS);
    SortScan.write(sorting, folder, cuts, progress);

    List<SimulationResult.Phase> phases = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      OptionalDouble lungs = OptionalDouble.empty();
      if (volumes.gaps(bin) == 0) {
        List<CtSlice> stack = new ArrayList<>();
        for (OptionalInt image : volumes.images(bin)) {
          stack.add(slices.get(image.orElseThrow()));
        }
        lungs = lungVolumeMl(new PhaseStack(stack, grid));
      }
      phases.add(
          new SimulationResult.Phase(
              label(100.0 * bin / BINS), cuts.of(bin).coronal(), cuts.of(bin).sagittal(), lungs));
      progress.report("measuring lungs", bin + 1, BINS);
    }
    List<Block.Notice> notices = new ArrayList<>();
    sorting.findings().forEach(f -> notices.add(FindingNotices.of(f)));
    traceNotices(sorting.trace(), notices);
    notices.add(FindingNotices.of(sorting.alignment().verdict()));
    Provenance provenance =
        request.provenance(sorting.provenance().parameters(), sorting.provenance().inputs());
    Optional<MotionResult> motion = Optional.empty();
    if (IntStream.range(0, BINS).allMatch(bin -> volumes.gaps(bin) == 0)) {
      LoadedPhases loaded = LoadedPhases.load(folder, progress);
      motion =
          Optional.of(
              new MotionStep(request, loaded, provenance, folder)
                  .take(
                      Optional.of(sorting.trace().cycles()),
                      scanned(sorting),
                      Optional.of(BadSlabs.of(volumes, sorting.forReport().borders())),
                      progress));
    } else {
      notices.add(
          new Block.Notice(
              request.target().isPresent() ? Block.Severity.REFUSAL : Block.Severity.WARNING,
              "Phases have gaps: they were not registered, and the motion was not measured"
                  + (request.target().isPresent() ? "; there is no target." : ".")));
    }
    return new SimulationResult(
        provenance,
        Instant.now(),
        identity(slices.getFirst()),
        grid,
        Optional.of(breathing(sorting.trace())),
        Optional.of(sorting.forReport()),
        phases,
        cuts.projections(),
        motion,
        notices);
  }

  private static SimulationResult imported(
      SimulateRequest request, FolderPass.Seen<SliceFeatures> seen, Path folder, Progress progress)
      throws IOException, InputException {
    if (request.repair()) {
      throw new UsageException(
          "--repair fills slabs that this program's own sorting finds wrong; "
              + request.scan()
              + " is sorted already.");
    }
    SortedSource source = SortedSource.of(seen.contents(), request.scan());
    Grid grid = source.grid();
    List<Double> percents = source.percents();
    List<Provenance.Input> inputs = new ArrayList<>();
    inputs.add(
        new Provenance.Input("4dct", source.allSlices().size(), seen.digest(source.allSlices())));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("phases", percents);
    List<Block.Notice> notices = new ArrayList<>();
    SortScan.skipped(seen.contents()).map(FindingNotices::of).ifPresent(notices::add);
    Optional<LoadedTrace> trace = Optional.empty();
    if (request.trace().isPresent()) {
      LoadedTrace loaded = LoadedTrace.load(request.trace().get());
      parameters.putAll(request.trace().get().parameters());
      inputs.addAll(loaded.inputs());
      traceNotices(loaded, notices);
      for (ScanFinding finding :
          BreathingChecks.checkIdentity(
              loaded.cycles().trace().origin(),
              source.allSlices().getFirst().patientId(),
              source.allSlices().getFirst().acquisitionDate())) {
        notices.add(FindingNotices.of(finding));
      }
      trace = Optional.of(loaded);
    }
    Provenance provenance = request.provenance(parameters, inputs);

    short[] middle = new short[grid.sliceSize()];
    source.stack(percents.getFirst()).readHu(grid.nz() / 2, middle);
    CutCollector cuts =
        new CutCollector(grid, CutPlanes.throughLungs(grid, middle), percents.size());
    new SortedProjections(source, provenance, folder, cuts).write(progress);
    List<SimulationResult.Phase> phases = new ArrayList<>();
    for (int bin = 0; bin < percents.size(); bin++) {
      phases.add(
          new SimulationResult.Phase(
              label(percents.get(bin)),
              cuts.of(bin).coronal(),
              cuts.of(bin).sagittal(),
              lungVolumeMl(source.stack(percents.get(bin)))));
      progress.report("measuring lungs", bin + 1, percents.size());
    }
    LoadedPhases loaded = LoadedPhases.load(request.scan(), progress);
    MotionResult motion =
        new MotionStep(request, loaded, provenance, folder)
            .take(trace.map(LoadedTrace::cycles), Optional.empty(), Optional.empty(), progress);
    return new SimulationResult(
        provenance,
        Instant.now(),
        identity(source.allSlices().getFirst()),
        grid,
        trace.map(Simulate::breathing),
        Optional.empty(),
        phases,
        cuts.projections(),
        Optional.of(motion),
        notices);
  }

  /** The states that the trace gives to what was taken; none where it shows no depth. */
  private static Optional<ScannedBreath> scanned(Sorting sorting) {
    List<Double> percents = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      percents.add(100.0 * bin / BINS);
    }
    try {
      return Optional.of(
          new ScannedBreath(
              ScannedStates.of(
                  sorting.sorted(),
                  sorting.trace().cycles(),
                  sorting.alignment().applied(),
                  percents),
              BreathCurve.of(sorting.trace().cycles(), percents).mean()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static CutPlanes planes(Grid grid, SortedScan volumes, List<CtSlice> slices)
      throws IOException {
    int middle = grid.nz() / 2;
    for (int bin = 0; bin < BINS; bin++) {
      OptionalInt image = volumes.images(bin).get(middle);
      if (image.isPresent()) {
        short[] hu = new short[grid.sliceSize()];
        new PhaseStack(List.of(slices.get(image.getAsInt())), grid).readHu(0, hu);
        return CutPlanes.throughLungs(grid, hu);
      }
    }
    return CutPlanes.middle(grid);
  }

  /** One volume at a time is in memory. */
  private static OptionalDouble lungVolumeMl(PhaseStack stack) throws IOException {
    ShortVolume volume = stack.load();
    double millilitres = LungAir.of(volume).volumeMl();
    return millilitres > 0 ? OptionalDouble.of(millilitres) : OptionalDouble.empty();
  }

  private static BreathingResult breathing(LoadedTrace trace) {
    return new BreathingResult(trace.interpretation(), trace.cycles());
  }

  private static SimulationResult.Identity identity(CtSlice slice) {
    return new SimulationResult.Identity(slice.patientId(), slice.acquisitionDate());
  }

  private static void traceNotices(LoadedTrace trace, List<Block.Notice> notices) {
    for (TraceWarning warning : trace.interpretation().warnings()) {
      notices.add(FindingNotices.of(warning));
    }
  }

  private static String label(double percent) {
    return percent == Math.rint(percent)
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : String.format(Locale.ROOT, "%.1f %%", percent);
  }
}
