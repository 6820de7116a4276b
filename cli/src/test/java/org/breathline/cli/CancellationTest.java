package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.breathline.core.progress.Progress;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.replay.ReplayScan;
import org.breathline.study.simulate.Simulate;
import org.breathline.study.simulate.SimulateRequest;
import org.breathline.study.sort.SortScan;
import org.breathline.study.sort.SortScanRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that is cancelled, at any stage of it, leaves nothing behind. */
final class CancellationTest {

  private static final int MOMENTS = 7;

  /** A use case under way. */
  @FunctionalInterface
  private interface Work {
    void run(Progress progress) throws Exception;
  }

  /** Counts reports, and cancels at one of them. */
  private static final class CancelledAt implements Progress {

    private final int report;
    private int reports;

    CancelledAt(int report) {
      this.report = report;
    }

    @Override
    public void report(String stage, long done, long total) {
      reports++;
      if (reports == report) {
        throw new CancellationException(stage);
      }
    }
  }

  @TempDir Path folder;
  private Path scan;
  private Path sorted;
  private TraceRequest trace;
  private Path out;

  @BeforeEach
  void write() throws IOException {
    scan = folder.resolve("scan");
    sorted = folder.resolve("sorted");
    out = folder.resolve("new/out");
    TinyScan.writeScan(scan);
    TinyScan.writeSorted(sorted);
    trace = TraceRequest.of(TinyScan.writeTrace(folder.resolve("trace.vxp")));
  }

  @Test
  void sort() throws Exception {
    SortScanRequest request =
        new SortScanRequest(scan, trace, 10, SortingMethod.PHASE, OptionalDouble.empty());
    leavesNothing(progress -> SortScan.run(request, out, progress));
  }

  @Test
  void replay() throws Exception {
    leavesNothing(
        progress -> ReplayScan.run(sorted, trace, ReplayScan.Slices.NEAREST, out, progress));
  }

  @Test
  void simulate() throws Exception {
    SimulateRequest unsorted = new SimulateRequest(scan, Optional.of(trace)).withoutRegistration();
    leavesNothing(progress -> Simulate.run(unsorted, out, progress));
    SimulateRequest imported = new SimulateRequest(sorted, Optional.empty()).withoutRegistration();
    leavesNothing(progress -> Simulate.run(imported, out, progress));
  }

  private void leavesNothing(Work work) throws Exception {
    List<String> before = TinyScan.listing(folder);
    CancelledAt never = new CancelledAt(0);
    work.run(never);
    assertThat(never.reports).isGreaterThan(MOMENTS);
    TinyScan.delete(folder.resolve("new"));
    for (int moment = 0; moment < MOMENTS; moment++) {
      int report = 1 + moment * (never.reports - 1) / (MOMENTS - 1);
      assertThatThrownBy(() -> work.run(new CancelledAt(report)))
          .as("cancelled at report %d of %d", report, never.reports)
          .isInstanceOf(CancellationException.class);
      assertThat(TinyScan.listing(folder))
          .as("after being cancelled at report %d of %d", report, never.reports)
          .isEqualTo(before);
    }
  }
}
