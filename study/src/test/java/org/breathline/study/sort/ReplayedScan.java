package org.breathline.study.sort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.breathline.core.progress.Progress;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.phases.PatientSlices;
import org.breathline.study.phases.SortedSource;
import org.breathline.study.replay.ReplayScan;
import org.breathline.study.replay.ReplaySummary;
import org.breathline.testkit.TestData;

/**
 * The real 4DCT, replayed as an unsorted scan along the real trace.
 *
 * @param folder of the replay
 * @param truth what it took when
 */
public record ReplayedScan(Path folder, ReplaySummary truth) {

  /** The sorted 4DCT that is replayed. */
  public static final String SORTED = "4dct/popi-light";

  /** The trace it is replayed along. */
  public static final String TRACE = "traces/varian-rpm-real.vxp";

  /** Replays into a folder. */
  public static ReplayedScan into(Path folder) throws IOException, InputException {
    return new ReplayedScan(
        folder,
        ReplayScan.run(
            TestData.get(SORTED), trace(), ReplayScan.Slices.NEAREST, folder, Progress.SILENT));
  }

  /** The trace with everything detected. */
  public static TraceRequest trace() {
    return TraceRequest.of(TestData.get(TRACE));
  }

  /** The folder of the unsorted slices. */
  public Path scan() {
    return folder.resolve("scan");
  }

  /** Sorts it by phase into ten bins. */
  public SortSummary sort(Path out) throws IOException, InputException, RefusalException {
    return sort(scan(), trace(), out);
  }

  /** Sorts a scan by phase into ten bins. */
  public static SortSummary sort(Path scan, TraceRequest trace, Path out)
      throws IOException, InputException, RefusalException {
    return SortScan.run(
        new SortScanRequest(scan, trace, 10, SortingMethod.PHASE, OptionalDouble.empty()),
        out,
        Progress.SILENT);
  }

  /** The slices of a series' folder in the order of position. */
  public static List<CtSlice> slices(Path series) throws IOException {
    return CtFolder.read(series, Progress.SILENT).slices().stream()
        .sorted(Comparator.comparingDouble(CtSlice::positionMm))
        .toList();
  }

  /** The sorted 4DCT itself. */
  public static SortedSource real() throws IOException, InputException {
    Path folder = TestData.get(SORTED);
    return SortedSource.of(PatientSlices.read(folder, Progress.SILENT), folder);
  }
}
