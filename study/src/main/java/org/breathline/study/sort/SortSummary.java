package org.breathline.study.sort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.clock.ClockVerdict;
import org.breathline.core.sorting.Selection;
import org.breathline.exchange.phase.RespiratoryMark.Kind;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a sorting gave, in figures; {@code sort.json} and the JSON of {@code sort --json}.
 *
 * @param result the folder of the result
 * @param scan what was sorted
 * @param clock the trace's clock against the scanner's
 * @param bins the sorted volumes
 * @param projections folders of MIP, MinIP and average
 * @param selections what every couch position gave to every bin
 * @param findings what a person should know
 * @param provenance how it came to be
 */
public record SortSummary(
    String result,
    Scan scan,
    Clock clock,
    List<Bin> bins,
    List<Projection> projections,
    List<Choice> selections,
    List<Finding> findings,
    Provenance provenance) {

  /**
   * The scan.
   *
   * @param couchPositions how many
   * @param slicePositions how many
   * @param sliceSpacingMm between them
   * @param slices all images
   * @param rotationS 0 where not written
   * @param timesFrom the attribute that the times came from
   */
  public record Scan(
      int couchPositions,
      int slicePositions,
      double sliceSpacingMm,
      int slices,
      double rotationS,
      String timesFrom) {}

  /**
   * The clocks.
   *
   * @param offsetS trace time less scan time at the scan's reference, as applied
   * @param driftPercent as applied
   * @param verdict agrees, corrected, too-large, refused or unknown
   * @param message what the images say, in words
   */
  public record Clock(double offsetS, double driftPercent, String verdict, String message) {}

  /**
   * A sorted volume.
   *
   * @param centrePercent where in the breath its bin is centred
   * @param description the SeriesDescription
   * @param seriesUid its series
   * @param folder within the result
   * @param gaps couch positions without an acquisition near enough
   * @param outsideBin couch positions whose acquisition lies outside the bin
   * @param dwellShare the share of the breathing time it stands for
   */
  public record Bin(
      double centrePercent,
      String description,
      String seriesUid,
      String folder,
      int gaps,
      int outsideBin,
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
   * What a couch position gave to a bin.
   *
   * @param couchPosition from 0, by increasing position
   * @param fromMm its lowest slice
   * @param toMm its highest slice
   * @param binPercent the bin's centre
   * @param fit inside-bin, outside-bin or gap
   * @param offsetPercent from the bin's centre; absent in a gap
   * @param traceTimeS the acquisition's middle on the trace's clock; absent in a gap
   * @param trusted whether breath and sample are to be trusted; absent in a gap
   */
  public record Choice(
      int couchPosition,
      double fromMm,
      double toMm,
      double binPercent,
      String fit,
      @Nullable Double offsetPercent,
      @Nullable Double traceTimeS,
      @Nullable Boolean trusted) {}

  /**
   * Something found.
   *
   * @param severity warn or inform
   * @param message a sentence
   */
  public record Finding(String severity, String message) {}

  static SortSummary of(Sorting sorting, Path result) {
    SeriesLabels labels = SortScan.labels(sorting);
    List<Bin> bins = new ArrayList<>();
    for (int bin = 0; bin < labels.bins().size(); bin++) {
      bins.add(
          new Bin(
              SeriesLabels.centre(sorting.sorted().request().bins().get(bin)),
              labels.bins().get(bin).description(),
              labels.bins().get(bin).uid(),
              labels.folders().get(bin),
              sorting.sorted().gaps(bin),
              sorting.sorted().outsideBin(bin),
              sorting.dwell().get(bin)));
    }
    List<Projection> projections = new ArrayList<>();
    labels
        .projections()
        .forEach((kind, label) ->
            projections.add(new Projection(kind.name(), label.uid(), SeriesLabels.folder(kind))));
    return new SortSummary(
        result.toString(),
        new Scan(
            sorting.scan().couchPositions().size(),
            sorting.scan().slicePositions(),
            sorting.scan().sliceSpacingMm(),
            sorting.scan().sliceCount(),
            sorting.scan().rotationS(),
            sorting.clock().words()),
        clock(sorting),
        bins,
        projections,
        choices(sorting),
        sorting.findings().stream().map(SortSummary::finding).toList(),
        sorting.provenance());
  }

  private static Finding finding(ScanFinding finding) {
    return new Finding(finding.severity().name().toLowerCase(Locale.ROOT), finding.message());
  }

  private static Clock clock(Sorting sorting) {
    ClockCorrection applied = sorting.alignment().applied();
    ClockVerdict verdict = sorting.alignment().verdict();
    String name =
        switch (verdict) {
          case ClockVerdict.Agrees _ -> "agrees";
          case ClockVerdict.Corrected _ -> "corrected";
          case ClockVerdict.TooLarge _ -> "too-large";
          case ClockVerdict.Refused _ -> "refused";
          case ClockVerdict.Unknown _ -> "unknown";
        };
    return new Clock(applied.offsetS(), applied.driftPercent(), name, verdict.message());
  }

  private static List<Choice> choices(Sorting sorting) {
    List<Choice> choices = new ArrayList<>();
    List<CouchPosition> couchPositions = sorting.sorted().scan().couchPositions();
    for (int p = 0; p < couchPositions.size(); p++) {
      CouchPosition couchPosition = couchPositions.get(p);
      double from = couchPosition.positionMm(0);
      double to = couchPosition.positionMm(couchPosition.slicesPerAcquisition() - 1);
      for (int bin = 0; bin < sorting.sorted().request().bins().size(); bin++) {
        double centre = SeriesLabels.centre(sorting.sorted().request().bins().get(bin));
        choices.add(
            switch (sorting.sorted().selection(p, bin)) {
              case Selection.Taken taken ->
                  new Choice(
                      p,
                      from,
                      to,
                      centre,
                      taken.fit() == Selection.Fit.INSIDE_BIN ? "inside-bin" : "outside-bin",
                      taken.offsetPercent(),
                      sorting
                          .alignment()
                          .applied()
                          .toTraceS(
                              couchPosition.acquisitions().get(taken.acquisition()).midTimeS()),
                      taken.trusted());
              case Selection.Gap _ -> new Choice(p, from, to, centre, "gap", null, null, null);
            });
      }
    }
    return choices;
  }

  /** The folder name of a projection, for those who look for it. */
  public static String folder(Kind kind) {
    return SeriesLabels.folder(kind);
  }
}
