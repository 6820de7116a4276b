package org.breathline.study.sort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.scan.BreathingChecks;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.Severity;
import org.breathline.core.scan.SliceFeatures;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.clock.ClockAlignment;
import org.breathline.core.sorting.DwellTime;
import org.breathline.core.sorting.RespiratoryStates;
import org.breathline.core.sorting.ScanSorter;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortingRequest;
import org.breathline.core.sorting.border.BorderAnalysis;
import org.breathline.core.sorting.border.BorderMatchedSorter;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.FolderPass;
import org.breathline.exchange.ct.UnsortedScan;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.PatientSlices;

/** Sorts an unsorted scan along its breathing trace and writes the series. */
public final class SortScan {

  /** All thumbnails together, whatever the size of the scan. */
  private static final long THUMBNAIL_BYTES = 128L << 20;

  private SortScan() {}

  /**
   * Sorts a scan into a result folder: a DICOM series per bin, the projections, {@code sort.json}.
   *
   * @throws InputException if scan or trace are bad or do not fit each other
   * @throws RefusalException if the images contradict the trace's clock
   * @throws IOException if something cannot be read or written; nothing is left half-written
   */
  public static SortSummary run(SortScanRequest request, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    try (OutputFolder folder = OutputFolder.create(out, request.inputs().toArray(Path[]::new))) {
      Sorting sorting = sort(request, look(request.scan(), progress), progress);
      write(sorting, folder.staging(), SliceSink.NONE, progress);
      if (request.volumeFormat().isPresent()) {
        SortedVolumes.write(
            sorting, labels(sorting), request.volumeFormat().get(), folder.staging(), progress);
      }
      SortSummary summary = SortSummary.of(sorting, out);
      Json.write(summary, folder.staging().resolve("sort.json"));
      Json.write(sorting.provenance(), folder.staging().resolve(OutputFolder.MANIFEST));
      folder.commit();
      return summary;
    }
  }

  /**
   * Reads a scan's folder, each file once, and keeps of the pixels what sorting needs.
   *
   * @throws InputException if a file is damaged, there is no CT, or there is more than one patient
   */
  public static FolderPass.Seen<SliceFeatures> look(Path scan, Progress progress)
      throws IOException, InputException {
    return PatientSlices.look(
        scan,
        (slice, hu, files) ->
            SliceFeatures.of(
                hu,
                slice.geometry(),
                ScanFeatures.factor(slice.geometry(), files, THUMBNAIL_BYTES)),
        progress);
  }

  /** What was kept of the pixels of a scan, by its image numbers. */
  public static ScanFeatures features(
      FolderPass.Seen<SliceFeatures> seen, TimedScan scan, List<CtSlice> slices) {
    ScanFeatures features =
        new ScanFeatures(scan, ScanFeatures.factor(scan.geometry(), seen.files(), THUMBNAIL_BYTES));
    for (int image = 0; image < slices.size(); image++) {
      features.add(image, seen.of(slices.get(image)));
    }
    return features;
  }

  /** Decides what each couch position gives to each bin. */
  public static Sorting sort(
      SortScanRequest request, FolderPass.Seen<SliceFeatures> seen, Progress progress)
      throws IOException, InputException, RefusalException {
    UnsortedScan unsorted = ScanLoading.unsorted(seen.contents(), request.scan());
    TimedScan scan = unsorted.scan().orElseThrow();
    LoadedTrace trace = LoadedTrace.load(request.trace());
    BreathingCycles cycles = trace.cycles();

    ScanFeatures features = features(seen, scan, unsorted.slices());

    ClockDecision clocks = ClockDecision.of(features, cycles.trace(), request.offsetS());
    ClockAlignment alignment = clocks.alignment();
    List<ScanFinding> findings = new ArrayList<>(unsorted.findings());
    skipped(seen.contents()).ifPresent(findings::add);
    findings.addAll(clocks.findings());
    findings.addAll(
        BreathingChecks.check(scan, cycles, alignment.applied(), BeamIntervals.of(cycles.trace())));
    findings.addAll(
        BreathingChecks.checkIdentity(
            cycles.trace().origin(),
            unsorted.slices().getFirst().patientId(),
            unsorted.slices().getFirst().acquisitionDate()));
    findings.sort(Comparator.comparing(ScanFinding::severity));
    refuseIfNeeded(findings);

    SortingRequest how = request.sortingRequest();
    SortedScan sorted;
    BorderScoring scoring;
    if (request.matchBorders()) {
      progress.report("comparing borders", 0, 1);
      BorderAnalysis borders = BorderAnalysis.of(features, cycles, alignment.applied());
      sorted =
          BorderMatchedSorter.sort(
              features,
              cycles,
              alignment.applied(),
              how,
              borders,
              BorderMatchedSorter.DEFAULT_WEIGHT);
      scoring = BorderScoring.start(() -> borders.scores(sorted));
    } else {
      sorted = ScanSorter.sort(scan, cycles, alignment.applied(), how);
      scoring =
          BorderScoring.start(
              () -> BorderAnalysis.of(features, cycles, alignment.applied()).scores(sorted));
    }
    RespiratoryStates states = new RespiratoryStates(cycles, request.method());
    double[] dwell =
        request.window().isPresent()
            ? new double[] {DwellTime.share(states, request.window().get())}
            : DwellTime.weights(states, how.bins());
    List<Provenance.Input> inputs = new ArrayList<>();
    inputs.add(
        new Provenance.Input("scan", unsorted.slices().size(), seen.digest(unsorted.slices())));
    inputs.addAll(trace.inputs());
    return new Sorting(
        trace,
        scan,
        unsorted.slices(),
        unsorted.clock(),
        alignment,
        sorted,
        Arrays.stream(dwell).boxed().toList(),
        scoring,
        findings,
        Provenance.of("sort", request.parameters(), inputs));
  }

  /** Writes the series of a sorting. */
  public static void write(Sorting sorting, Path folder, SliceSink sink, Progress progress)
      throws IOException {
    new SortedSeriesWriter(
            sorting.sorted(),
            sorting.slices(),
            sorting.dwell().stream().mapToDouble(Double::doubleValue).toArray(),
            labels(sorting),
            folder,
            sink)
        .write(progress);
  }

  /** What the series of a sorting are called. */
  static SeriesLabels labels(Sorting sorting) {
    Provenance provenance = sorting.provenance();
    String digests =
        provenance.inputs().stream().map(Provenance.Input::sha256).reduce("", (a, b) -> a + b);
    return SeriesLabels.of(
        sorting.sorted().request(),
        digests,
        "breathline %s sort %s".formatted(provenance.version(), provenance.parameters()));
  }

  /** Says what of a folder was not looked at, if anything. */
  public static Optional<ScanFinding> skipped(CtFolder.Contents contents) {
    return contents.otherObjects() + contents.otherFiles() == 0
        ? Optional.empty()
        : Optional.of(new ScanFinding.SkippedFiles(contents.otherObjects(), contents.otherFiles()));
  }

  private static void refuseIfNeeded(List<ScanFinding> findings) throws InputException {
    List<String> refusals =
        findings.stream()
            .filter(f -> f.severity() == Severity.REFUSE)
            .map(ScanFinding::message)
            .toList();
    if (!refusals.isEmpty()) {
      throw new InputException(String.join(" ", refusals));
    }
  }
}
