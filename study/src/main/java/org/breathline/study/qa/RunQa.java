package org.breathline.study.qa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.progress.Progress;
import org.breathline.core.qa.ImagePeriod;
import org.breathline.core.qa.PhantomAnalysis;
import org.breathline.core.qa.PhantomNotSeen;
import org.breathline.core.qa.PhantomResult;
import org.breathline.core.qa.QaFigure;
import org.breathline.core.qa.Quantity;
import org.breathline.core.respiration.BreathingStatistics;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.SliceFeatures;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.exchange.ct.CtCollection;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.FolderPass;
import org.breathline.exchange.ct.SliceTiming;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.PatientSlices;
import org.breathline.study.phases.SortedSource;
import org.breathline.study.report.Block;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Severity;
import org.breathline.study.report.FindingNotices;
import org.breathline.study.sort.SliceSink;
import org.breathline.study.sort.SortScan;
import org.breathline.study.sort.SortScanRequest;
import org.breathline.study.sort.Sorting;

/**
 * Tests scanner and sorting with a moving phantom. An unsorted scan is sorted first, and its phases
 * are left in the result. Figures that fail are a finding; nothing is refused for them.
 */
public final class RunQa {

  private static final int BINS = 10;

  /** Where neither scan nor phantom file says how long a rotation takes. */
  private static final double USUAL_ROTATION_S = 0.5;

  private final QaRequest request;
  private final PhantomFile phantom;
  private final Path folder;
  private final Progress progress;
  private final List<Notice> notices = new ArrayList<>();
  private final List<QaFigure> scanFigures = new ArrayList<>();
  private final List<Provenance.Input> inputs = new ArrayList<>();

  private RunQa(QaRequest request, PhantomFile phantom, Path folder, Progress progress) {
    this.request = request;
    this.phantom = phantom;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * Tests into a result folder: {@code qa.json}, {@code report.html}, {@code report.pdf}, and
   * {@code sorted/} where the scan was not sorted.
   *
   * @throws InputException if scan, trace, phantom file or trend are bad
   * @throws RefusalException if the phantom is not seen, or moves so unlike the programmed motion
   *     that no figure means anything
   * @throws IOException if something cannot be read or written; nothing is left half-written
   */
  public static QaSummary run(QaRequest request, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    try (OutputFolder folder = OutputFolder.create(out, request.inputs().toArray(Path[]::new))) {
      PhantomFile phantom = PhantomFile.read(request.phantom());
      List<TrendFile.Row> before =
          request.trend().isPresent() ? TrendFile.read(request.trend().get()) : List.of();
      QaOutcome outcome = new RunQa(request, phantom, folder.staging(), progress).outcome();
      List<TrendFile.Row> trend = List.of();
      if (request.trend().isPresent() && outcome.date().isPresent()) {
        TrendFile.Row row = TrendFile.Row.of(outcome, outcome.date().get());
        trend = TrendFile.with(before, row);
        outcome =
            outcome.withTrend(
                trend.stream().filter(r -> r.phantom().equals(row.phantom())).toList());
      }
      progress.report("writing the report", 0, 1);
      QaSummary summary = QaSummary.of(outcome);
      QaReport.write(outcome, folder.staging());
      Json.write(summary, folder.staging().resolve("qa.json"));
      Json.write(outcome.provenance(), folder.staging().resolve(OutputFolder.MANIFEST));
      progress.report("writing the report", 1, 1);
      folder.commit();
      if (!trend.isEmpty()) {
        TrendFile.write(trend, request.trend().orElseThrow());
      }
      return summary;
    }
  }

  private QaOutcome outcome() throws IOException, InputException, RefusalException {
    CtFolder.Contents contents = PatientSlices.read(request.scan(), progress);
    inputs.addAll(phantom.inputs());
    if (CtCollection.of(contents.slices()).isSortedByPhase()) {
      return sorted(contents);
    }
    return unsorted();
  }

  private QaOutcome sorted(CtFolder.Contents contents)
      throws IOException, InputException, RefusalException {
    SortScan.skipped(contents).map(FindingNotices::of).ifPresent(notices::add);
    SortedSource source = SortedSource.of(contents, request.scan());
    LoadedPhases phases = LoadedPhases.load(source, progress);
    inputs.add(phases.input());
    if (request.trace().isPresent()) {
      LoadedTrace trace = LoadedTrace.load(request.trace().get());
      inputs.addAll(trace.inputs());
      tracePeriod(trace);
    } else {
      note(
          "The period is not judged: a sorted 4DCT does not hold it. Give the breathing trace, or the"
              + " unsorted scan.");
    }
    CtSlice first = source.allSlices().getFirst();
    return judged(
        phases, false, rotation(first.timing().map(SliceTiming::rotationS).orElse(0.0)), first);
  }

  private QaOutcome unsorted() throws IOException, InputException, RefusalException {
    if (request.trace().isEmpty()) {
      throw new UsageException(
          request.scan() + " is an unsorted scan: give its trace with --trace.");
    }
    FolderPass.Seen<SliceFeatures> seen = SortScan.look(request.scan(), progress);
    Sorting sorting =
        SortScan.sort(
            new SortScanRequest(
                request.scan(),
                request.trace().get(),
                BINS,
                SortingMethod.PHASE,
                request.offsetS()),
            seen,
            progress);
    Path sortedFolder = Files.createDirectory(folder.resolve("sorted"));
    SortScan.write(sorting, sortedFolder, SliceSink.NONE, progress);
    sorting.findings().forEach(f -> notices.add(FindingNotices.of(f)));
    notices.add(FindingNotices.of(sorting.alignment().verdict()));
    inputs.addAll(sorting.provenance().inputs());
    tracePeriod(sorting.trace());
    ScanFeatures features = SortScan.features(seen, sorting.scan(), sorting.slices());
    progress.report("looking for the period in the images", 0, 1);
    imagePeriod(ImagePeriod.of(features, phantom.phantom().motion()));
    LoadedPhases phases = LoadedPhases.load(sortedFolder, progress);
    return judged(phases, true, rotation(sorting.scan().rotationS()), sorting.slices().getFirst());
  }

  private QaOutcome judged(
      LoadedPhases phases, boolean sortedHere, Rotation rotation, CtSlice first)
      throws RefusalException {
    PhantomResult result;
    try {
      result = PhantomAnalysis.of(phases.series(), phantom.phantom(), rotation.seconds(), progress);
    } catch (PhantomNotSeen e) {
      throw new RefusalException(String.valueOf(e.getMessage()));
    }
    Optional<LocalDate> date = first.acquisitionDate();
    if (date.isEmpty() && request.trend().isPresent()) {
      notices.add(
          new Notice(
              Severity.WARNING,
              "The images do not say the day of the scan: the trend gains no row."));
    }
    Map<String, Object> parameters = new LinkedHashMap<>(request.parameters());
    parameters.put("rotationS", rotation.seconds());
    parameters.put("phases", phases.source().percents());
    return new QaOutcome(
        phantom.name(),
        date,
        phases.source().grid(),
        sortedHere,
        rotation.from(),
        result,
        scanFigures,
        result.inserts().stream()
            .map(i -> InsertImages.of(i, phantom.phantom(), phases.series()))
            .toList(),
        List.of(),
        FindingNotices.sorted(notices),
        Provenance.of("qa", parameters, inputs),
        Instant.now());
  }

  private record Rotation(double seconds, String from) {}

  private Rotation rotation(double ofScan) {
    if (phantom.rotationS().isPresent()) {
      return new Rotation(phantom.rotationS().getAsDouble(), "the phantom file");
    }
    if (ofScan > 0) {
      return new Rotation(ofScan, "the images");
    }
    note(
        "Neither images nor phantom file say how long a rotation takes; %.1f s is assumed for the blur that is expected."
            .formatted(USUAL_ROTATION_S));
    return new Rotation(USUAL_ROTATION_S, "assumed");
  }

  private void tracePeriod(LoadedTrace trace) {
    for (TraceWarning warning : trace.interpretation().warnings()) {
      notices.add(FindingNotices.of(warning));
    }
    BreathingStatistics all = BreathingStatistics.of(trace.cycles());
    scanFigures.add(
        QaFigure.ofScan(
            Quantity.TRACE_PERIOD,
            all.periodS().mean(),
            phantom.phantom().motion().periodS(),
            phantom.phantom().tolerances().periodS(),
            all.periodS().standardDeviation() / Math.sqrt(all.rows().size())));
  }

  private void imagePeriod(Optional<ImagePeriod> period) {
    if (period.isEmpty()) {
      note(
          "The images show no period near the programmed one: nothing in them moves along the"
              + " programmed waveform for long enough.");
      return;
    }
    scanFigures.add(
        QaFigure.ofScan(
            Quantity.IMAGE_PERIOD,
            period.get().periodS(),
            phantom.phantom().motion().periodS(),
            phantom.phantom().tolerances().periodS(),
            period.get().uncertaintyS()));
  }

  private void note(String text) {
    notices.add(new Block.Notice(Severity.NOTE, text));
  }
}
