package org.breathline.study.sort;

import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.clock.ClockAlignment;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.border.BorderScore;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.SliceTiming;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.SortingResult;

/**
 * A scan sorted along its trace, before anything is written.
 *
 * @param trace the breathing
 * @param scan the scan on the scanner's clock
 * @param slices of the scan, by their image numbers
 * @param clock where its times were found
 * @param alignment the two clocks against each other
 * @param sorted what each couch position gives to each bin
 * @param dwell the share of the breathing time that each bin stands for
 * @param borderScoring the scores of the borders, perhaps still being worked out
 * @param findings everything found on the way
 * @param provenance how it came to be
 */
public record Sorting(
    LoadedTrace trace,
    TimedScan scan,
    List<CtSlice> slices,
    SliceTiming.Clock clock,
    ClockAlignment alignment,
    SortedScan sorted,
    List<Double> dwell,
    BorderScoring borderScoring,
    List<ScanFinding> findings,
    Provenance provenance) {

  /** Copies the lists. */
  public Sorting {
    slices = List.copyOf(slices);
    dwell = List.copyOf(dwell);
    findings = List.copyOf(findings);
  }

  /** The grid of a sorted volume. */
  public Grid grid() {
    return scan.geometry()
        .stack(
            scan.couchPositions().getFirst().positionMm(0),
            scan.sliceSpacingMm(),
            scan.slicePositions());
  }

  /** How the two sides fit where couch positions meet; waits until that is known. */
  public List<BorderScore> borders() {
    return borderScoring.await();
  }

  /** What the report shows of it. */
  public SortingResult forReport() {
    return new SortingResult(sorted, Optional.of(alignment), borders());
  }
}
