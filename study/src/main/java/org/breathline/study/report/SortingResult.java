package org.breathline.study.report;

import java.util.List;
import java.util.Optional;
import org.breathline.core.scan.clock.ClockAlignment;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.border.BorderScore;

/**
 * How phases were sorted, for a report.
 *
 * @param sorted what was taken for each couch position and bin
 * @param clock the trace's clock against the scanner's; empty where it was not compared
 * @param borders how the two sides of borders between couch positions fit, one a border and bin
 *     where both have slices
 */
public record SortingResult(
    SortedScan sorted, Optional<ClockAlignment> clock, List<BorderScore> borders) {

  /** Copies the list. */
  public SortingResult {
    borders = List.copyOf(borders);
  }
}
