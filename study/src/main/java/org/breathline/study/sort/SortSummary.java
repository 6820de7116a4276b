package org.breathline.study.sort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block;
import org.breathline.study.report.FindingNotices;
import org.breathline.study.report.SortingFigures;

/**
 * What a sorting gave, in figures; {@code sort.json} and the JSON of {@code sort --json}.
 *
 * @param result the folder of the result
 * @param slicePositions of a sorted volume
 * @param sliceSpacingMm between them
 * @param timesFrom the attribute that the slices' times came from
 * @param series the sorted volumes, one a bin
 * @param projections MIP, MinIP and average
 * @param sorting what every couch position gave to every bin, the borders, the clocks
 * @param findings what a person should know
 * @param provenance how it came to be
 */
public record SortSummary(
    String result,
    int slicePositions,
    double sliceSpacingMm,
    String timesFrom,
    List<Series> series,
    List<Projection> projections,
    SortingFigures sorting,
    List<Finding> findings,
    Provenance provenance) {

  /**
   * A sorted volume.
   *
   * @param centrePercent where in the breath its bin is centred
   * @param description the SeriesDescription
   * @param seriesUid its series
   * @param folder within the result
   * @param dwellShare the share of the breathing time it stands for, 0 to 1
   */
  public record Series(
      double centrePercent,
      String description,
      String seriesUid,
      String folder,
      double dwellShare) {}

  /**
   * A projection.
   *
   * @param kind MIP, MINIP or MEAN
   * @param seriesUid its series
   * @param folder within the result
   */
  public record Projection(String kind, String seriesUid, String folder) {}

  /**
   * Something found.
   *
   * @param severity warn or inform
   * @param message a sentence
   */
  public record Finding(String severity, String message) {}

  static SortSummary of(Sorting sorting, Path result) {
    SeriesLabels labels = SortScan.labels(sorting);
    List<Series> series = new ArrayList<>();
    for (int bin = 0; bin < labels.bins().size(); bin++) {
      series.add(
          new Series(
              SeriesLabels.centre(sorting.sorted().request().bins().get(bin)),
              labels.bins().get(bin).description(),
              labels.bins().get(bin).uid(),
              labels.folders().get(bin),
              sorting.dwell().get(bin)));
    }
    return new SortSummary(
        result.toString(),
        sorting.scan().slicePositions(),
        sorting.scan().sliceSpacingMm(),
        sorting.clock().words(),
        series,
        labels.projections().entrySet().stream()
            .map(p ->
                new Projection(
                    p.getKey().name(), p.getValue().uid(), SeriesLabels.folder(p.getKey())))
            .toList(),
        SortingFigures.of(sorting.forReport()),
        findings(sorting),
        sorting.provenance());
  }

  /** Of the scan and of the trace; what is to be looked at comes first. */
  private static List<Finding> findings(Sorting sorting) {
    List<Block.Notice> notices = new ArrayList<>();
    sorting.findings().forEach(f -> notices.add(FindingNotices.of(f)));
    sorting.trace().interpretation().warnings().forEach(w -> notices.add(FindingNotices.of(w)));
    return notices.stream()
        .map(n -> new Finding(n.severity() == Block.Severity.NOTE ? "inform" : "warn", n.text()))
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .toList();
  }
}
