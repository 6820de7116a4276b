package org.breathline.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.sorting.Selection;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortingRequest;
import org.breathline.core.sorting.border.BorderScore;
import org.breathline.study.plot.ColourScale;
import org.breathline.study.plot.Figures;
import org.breathline.study.plot.HeatMap;
import org.breathline.study.plot.HeatMap.Cell;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Illustration;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.Table;

/** The pages about how well the scan could be sorted. */
public final class SortingSection {

  private final SortingResult sorting;
  private final SortedScan sorted;
  private final SortingRequest request;
  private final List<String> bins;
  private final int couchPositions;

  public SortingSection(SortingResult sorting) {
    this.sorting = sorting;
    this.sorted = sorting.sorted();
    this.request = sorted.request();
    this.bins = BinNames.of(request);
    this.couchPositions = sorted.selections().size();
  }

  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "Sorting"));
    blocks.add(
        new Paragraph(
            "Sorted by %s. At each couch position and for each bin the acquisition nearest to the bin's centre was taken; one more than %s %% of the breath away was not, and leaves a gap."
                .formatted(BinNames.words(request.method()), plain(widest() * request.reach())),
            false));
    blocks.add(binTable());
    blocks.add(distances());
    if (!sorting.borders().isEmpty()) {
      blocks.add(new Heading(2, "Artefacts at the borders of couch positions"));
      blocks.add(artefacts());
    }
    return blocks;
  }

  /** What was taken, place by place. */
  public List<Block> selectionTable() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.numbers("Couch position"));
    columns.add(Column.numbers("From (mm)"));
    bins.forEach(bin -> columns.add(Column.numbers(bin)));
    List<List<String>> rows = new ArrayList<>();
    for (int position = 0; position < couchPositions; position++) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(position + 1));
      row.add(Figures.fixed(sorted.scan().couchPositions().get(position).positionMm(0), 1));
      for (int bin = 0; bin < bins.size(); bin++) {
        row.add(words(sorted.selection(position, bin)));
      }
      rows.add(row);
    }
    return List.of(
        new Heading(1, "What was taken"),
        new Table(
            "For each couch position and bin, the distance of the acquisition taken from the bin's centre, % of the breath. An asterisk marks one outside its bin, a question mark one in a breath that is not trusted, a dash a gap.",
            columns, rows));
  }

  /** The sorting in a few words, for a summary. */
  public String places() {
    int gaps = 0;
    int outside = 0;
    for (int bin = 0; bin < bins.size(); bin++) {
      gaps += sorted.gaps(bin);
      outside += sorted.outsideBin(bin);
    }
    return "%d of %d are gaps, %d lie outside their bin"
        .formatted(gaps, bins.size() * couchPositions, outside);
  }

  /** The borders in a few words, for a summary. */
  public String borders() {
    long suspect = sorting.borders().stream().filter(BorderScore::isArtefact).count();
    return "%d of %d show an artefact".formatted(suspect, sorting.borders().size());
  }

  private static String words(Selection selection) {
    return switch (selection) {
      case Selection.Gap _ -> Figures.NONE;
      case Selection.Taken taken ->
          Figures.signed(taken.offsetPercent(), 1)
              + (taken.fit() == Selection.Fit.OUTSIDE_BIN ? "*" : "")
              + (taken.trusted() ? "" : "?");
    };
  }

  private Table binTable() {
    List<List<String>> rows = new ArrayList<>();
    for (int bin = 0; bin < bins.size(); bin++) {
      rows.add(binRow(bin));
    }
    return new Table(
        "Each bin over %d couch positions. Distances are from the bin's centre, %% of the breath."
            .formatted(couchPositions),
        List.of(
            Column.words("Bin"),
            Column.numbers("Inside"),
            Column.numbers("Outside"),
            Column.numbers("Gaps"),
            Column.numbers("Not trusted"),
            Column.numbers("Mean distance"),
            Column.numbers("Largest distance"),
            Column.numbers("Artefacts")),
        rows);
  }

  private List<String> binRow(int bin) {
    int taken = 0;
    int doubtful = 0;
    double sum = 0;
    double largest = 0;
    for (int position = 0; position < couchPositions; position++) {
      if (sorted.selection(position, bin) instanceof Selection.Taken one) {
        taken++;
        doubtful += one.trusted() ? 0 : 1;
        sum += Math.abs(one.offsetPercent());
        largest = Math.max(largest, Math.abs(one.offsetPercent()));
      }
    }
    long suspect = sorting.borders().stream().filter(b -> b.bin() == bin && b.isArtefact()).count();
    return List.of(
        bins.get(bin),
        String.valueOf(taken - sorted.outsideBin(bin)),
        String.valueOf(sorted.outsideBin(bin)),
        String.valueOf(sorted.gaps(bin)),
        String.valueOf(doubtful),
        Figures.fixed(taken > 0 ? sum / taken : Double.NaN, 1),
        Figures.fixed(taken > 0 ? largest : Double.NaN, 1),
        sorting.borders().isEmpty() ? Figures.NONE : String.valueOf(suspect));
  }

  private Illustration distances() {
    List<List<Cell>> cells = new ArrayList<>();
    for (int bin = 0; bin < bins.size(); bin++) {
      List<Cell> row = new ArrayList<>();
      for (int position = 0; position < couchPositions; position++) {
        row.add(
            switch (sorted.selection(position, bin)) {
              case Selection.Gap _ -> new Cell(Double.NaN, false);
              case Selection.Taken taken ->
                  new Cell(
                      Math.abs(taken.offsetPercent()), taken.fit() == Selection.Fit.OUTSIDE_BIN);
            });
      }
      cells.add(row);
    }
    HeatMap map =
        new HeatMap(
            new HeatMap.Data("distance (% of the breath)", bins, numbers(couchPositions), cells, 1),
            new ColourScale(0, widest() * request.reach()),
            "bin",
            "couch position, from the feet",
            PdfPage.WIDTH,
            "Distance of what was taken from the centre of its bin, by couch position and bin: "
                + places()
                + ".");
    return new Illustration(
        map,
        "How far the acquisition taken is from the centre of its bin. Marked: outside the bin (more than %s %%). Crossed: gap."
            .formatted(plain(widest())));
  }

  private Illustration artefacts() {
    int borders = Math.max(1, couchPositions - 1);
    Cell[][] cells = new Cell[bins.size()][borders];
    for (Cell[] row : cells) {
      Arrays.fill(row, new Cell(Double.NaN, false));
    }
    double highest = 0;
    for (BorderScore border : sorting.borders()) {
      cells[border.bin()][border.border()] = new Cell(border.residualMm(), border.isArtefact());
      highest =
          Double.isFinite(border.residualMm()) ? Math.max(highest, border.residualMm()) : highest;
    }
    HeatMap map =
        new HeatMap(
            new HeatMap.Data(
                "apart (mm)",
                bins,
                numbers(borders),
                Arrays.stream(cells).map(List::of).toList(),
                1),
            new ColourScale(0, Math.max(3, Math.ceil(highest))),
            "bin",
            "border above couch position, from the feet",
            PdfPage.WIDTH,
            "Artefact score by border and bin: " + borders() + ".");
    return new Illustration(
        map,
        "Artefact score: by how many millimetres the anatomy on the two sides of each border between couch positions is estimated to be apart. Marked: more than %s mm, called an artefact; look at the images there. Crossed: one side is a gap, or it cannot be told."
            .formatted(plain(BorderScore.ARTEFACT_MM)));
  }

  /** Half of the widest bin, % of the breath. */
  private double widest() {
    return request.bins().stream().mapToDouble(b -> b.halfWidthPercent()).max().orElseThrow();
  }

  private static List<String> numbers(int count) {
    List<String> numbers = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      numbers.add(String.valueOf(i));
    }
    return numbers;
  }

  private static String plain(double value) {
    return Figures.fixed(value, value == Math.rint(value) ? 0 : 1);
  }
}
