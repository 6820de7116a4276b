package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.clock.ClockAlignment;
import org.breathline.core.sorting.Selection;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortingBin;
import org.jspecify.annotations.Nullable;

/**
 * How a scan was sorted, as JSON has it. Couch positions, borders and bins are numbered from 0.
 *
 * @param method "phase", "amplitude" or "local-amplitude"
 * @param reachHalfBins how far from a bin's centre an acquisition may be
 * @param slices in the whole scan
 * @param rotationS the time a slice was averaged over
 * @param bins in their order
 * @param couchPositions in the order of increasing position
 * @param borders one a border and bin with slices on both sides
 * @param clock the trace's clock against the scanner's; absent where it was not compared
 */
public record SortingFigures(
    String method,
    double reachHalfBins,
    int slices,
    double rotationS,
    List<Bin> bins,
    List<Position> couchPositions,
    List<Border> borders,
    @Nullable Clock clock) {

  /**
   * One bin.
   *
   * @param centrePercent of the breath; absent for a window by amplitude
   * @param halfWidthPercent of the breath
   * @param gaps couch positions with nothing in it
   * @param outside couch positions whose acquisition lies outside it
   */
  public record Bin(
      String label,
      @Nullable Double centrePercent,
      double halfWidthPercent,
      int gaps,
      int outside) {}

  /**
   * One couch position.
   *
   * @param firstSliceMm its lowest slice position
   * @param taken one a bin
   */
  public record Position(double firstSliceMm, int slices, int acquisitions, List<Taken> taken) {}

  /**
   * What was taken for a bin.
   *
   * @param acquisition its number, from 0; absent in a gap
   * @param offsetPercent from the bin's centre; absent in a gap
   * @param insideBin absent in a gap
   * @param trusted absent in a gap
   * @param gap why nothing was taken; absent otherwise
   */
  public record Taken(
      @Nullable Integer acquisition,
      @Nullable Double offsetPercent,
      @Nullable Boolean insideBin,
      @Nullable Boolean trusted,
      @Nullable String gap) {}

  /**
   * How well the two sides of a border fit in a bin; what is unknown is absent.
   *
   * @param border between couch position {@code border} and the next
   * @param agreement normalised cross-correlation, -1 to 1
   * @param residualMm by how much the anatomy is estimated to be apart
   */
  public record Border(
      int border,
      int bin,
      @Nullable Double agreement,
      @Nullable Double residualMm,
      boolean artefact) {}

  /**
   * The trace's clock against the scanner's; offsets are trace time less scan time.
   *
   * @param verdict "agrees", "corrected", "tied", "too-large", "refused" or "unknown"
   * @param appliedOffsetS at {@code appliedReferenceS} on the scanner's clock
   * @param appliedRate trace seconds a scan second
   * @param offsetS found in the images, on top of what was taken before; absent if unknown
   * @param positions one a couch position
   */
  public record Clock(
      String verdict,
      String message,
      double appliedReferenceS,
      double appliedOffsetS,
      double appliedRate,
      @Nullable Double offsetS,
      @Nullable Double offsetUncertaintyS,
      @Nullable Double driftPercent,
      @Nullable Double driftUncertaintyPercent,
      @Nullable Double residualS,
      List<Shift> positions) {}

  /** What the images of one couch position say; the uncertainty is absent where it has none. */
  public record Shift(
      int couchPosition,
      double midTimeS,
      double shiftS,
      @Nullable Double uncertaintyS,
      double correlation,
      boolean used) {}

  /** The figures of a sorting. */
  public static SortingFigures of(SortingResult sorting) {
    SortedScan sorted = sorting.sorted();
    return new SortingFigures(
        name(sorted.request().method()),
        sorted.request().reach(),
        sorted.scan().sliceCount(),
        JsonNumbers.rounded(sorted.scan().rotationS()),
        bins(sorted),
        positions(sorted),
        sorting.borders().stream()
            .map(b ->
                new Border(
                    b.border(),
                    b.bin(),
                    JsonNumbers.roundedOrAbsent(b.agreement()),
                    JsonNumbers.roundedOrAbsent(b.residualMm()),
                    b.isArtefact()))
            .toList(),
        sorting.clock().map(SortingFigures::clock).orElse(null));
  }

  private static List<Bin> bins(SortedScan sorted) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < sorted.request().bins().size(); i++) {
      SortingBin bin = sorted.request().bins().get(i);
      bins.add(
          new Bin(
              BinNames.of(bin, sorted.request()),
              bin instanceof SortingBin.Arc arc ? JsonNumbers.rounded(arc.centrePercent()) : null,
              JsonNumbers.rounded(bin.halfWidthPercent()),
              sorted.gaps(i),
              sorted.outsideBin(i)));
    }
    return bins;
  }

  private static List<Position> positions(SortedScan sorted) {
    TimedScan scan = sorted.scan();
    List<Position> positions = new ArrayList<>();
    for (int i = 0; i < scan.couchPositions().size(); i++) {
      positions.add(
          new Position(
              JsonNumbers.rounded(scan.couchPositions().get(i).positionMm(0)),
              scan.couchPositions().get(i).slicesPerAcquisition(),
              scan.couchPositions().get(i).acquisitions().size(),
              sorted.selections().get(i).stream().map(SortingFigures::taken).toList()));
    }
    return positions;
  }

  private static Taken taken(Selection selection) {
    return switch (selection) {
      case Selection.Gap gap -> new Taken(null, null, null, null, name(gap.reason()));
      case Selection.Taken taken ->
          new Taken(
              taken.acquisition(),
              JsonNumbers.rounded(taken.offsetPercent()),
              taken.fit() == Selection.Fit.INSIDE_BIN,
              taken.trusted(),
              null);
    };
  }

  private static Clock clock(ClockAlignment clock) {
    var estimate = clock.verdict().judged();
    return new Clock(
        clock.verdict().name(),
        clock.verdict().message(),
        JsonNumbers.rounded(clock.applied().referenceS()),
        JsonNumbers.rounded(clock.applied().offsetS()),
        clock.applied().rate(),
        estimate.map(e -> JsonNumbers.roundedOrAbsent(e.offsetS())).orElse(null),
        estimate.map(e -> JsonNumbers.roundedOrAbsent(e.offsetUncertaintyS())).orElse(null),
        estimate.map(e -> JsonNumbers.roundedOrAbsent(e.driftPercent())).orElse(null),
        estimate.map(e -> JsonNumbers.roundedOrAbsent(e.driftUncertaintyPercent())).orElse(null),
        estimate.map(e -> JsonNumbers.roundedOrAbsent(e.residualS())).orElse(null),
        estimate.stream()
            .flatMap(e -> e.positions().stream())
            .map(s ->
                new Shift(
                    s.couchPosition(),
                    JsonNumbers.rounded(s.midTimeS()),
                    JsonNumbers.rounded(s.shiftS()),
                    JsonNumbers.roundedOrAbsent(s.uncertaintyS()),
                    JsonNumbers.rounded(s.correlation()),
                    s.used()))
            .toList());
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
