package org.breathline.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.breathline.study.plot.Canvas;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LiberationSans;
import org.breathline.study.plot.Stroke;
import org.breathline.study.plot.TextStyle;

/** Lays out a table for PDF: a part a row, the head repeated on every page. */
final class PdfTable {

  private static final double SIZE = 8;
  private static final double LINE = SIZE * 1.3;
  private static final double GAP = 9;

  /** Rows of a table that is kept on one page. */
  private static final int SHORT = 14;

  /** Columns are not spread wider than this beyond their words: rows would be hard to follow. */
  private static final double MOST_SLACK = 20;

  /** No column of words is squeezed for the sake of one long word, such as a hash. */
  private static final double LONGEST_WORD = 150;

  private final PdfTags tags;
  private final Block.Table table;
  private final double[] widths;

  PdfTable(PdfTags tags, Block.Table table) {
    this.tags = tags;
    this.table = table;
    this.widths = widths();
  }

  List<PdfPart> parts() {
    List<PdfPart> parts = new ArrayList<>();
    PDStructureElement element = tags.element("Table");
    List<String> caption = TextWrap.lines(table.caption(), SIZE, PdfPage.WIDTH);
    PDStructureElement captionElement = tags.element("Caption", element);
    parts.add(
        PdfPart.of(
                caption.size() * LINE + 2,
                9,
                (page, top) ->
                    page.tagged(
                        captionElement,
                        c -> {
                          for (int i = 0; i < caption.size(); i++) {
                            c.text(
                                caption.get(i),
                                0,
                                top + SIZE + i * LINE,
                                TextStyle.of(SIZE, Ink.MUTED));
                          }
                        }))
            .keptWithNext());
    List<String> titles = table.columns().stream().map(Block.Column::title).toList();
    parts.add(row(titles, tags.element("TR", element), "TH").keptWithNext());
    PdfPart repeated = repeatedHead(titles);
    int count = table.rows().size();
    for (int i = 0; i < count; i++) {
      PdfPart part =
          row(table.rows().get(i), tags.element("TR", element), "TD").repeating(repeated);
      // A short table is not parted; of a long one no row is left alone.
      boolean kept = i < count - 1 && (count <= SHORT || i == 0 || i == count - 2);
      parts.add(kept ? part.keptWithNext() : part);
    }
    return parts;
  }

  private PdfPart row(List<String> cells, PDStructureElement row, String type) {
    List<List<String>> wrapped = wrap(cells);
    double height = height(wrapped);
    List<PDStructureElement> elements = cells.stream().map(c -> tags.element(type, row)).toList();
    boolean head = type.equals("TH");
    return PdfPart.of(
        height,
        0,
        (page, top) -> {
          page.artefact(c -> rule(c, top + height, head));
          for (int i = 0; i < wrapped.size(); i++) {
            int column = i;
            page.tagged(elements.get(i), c -> cell(c, wrapped, column, top, height, head));
          }
        });
  }

  /** The head once more on a further page: shown, but not read out again. */
  private PdfPart repeatedHead(List<String> titles) {
    List<List<String>> wrapped = wrap(titles);
    double height = height(wrapped);
    return PdfPart.of(
        height,
        0,
        (page, top) ->
            page.artefact(c -> {
              rule(c, top + height, true);
              for (int i = 0; i < wrapped.size(); i++) {
                cell(c, wrapped, i, top, height, true);
              }
            }));
  }

  private void cell(
      Canvas canvas,
      List<List<String>> wrapped,
      int column,
      double top,
      double height,
      boolean head) {
    List<String> lines = wrapped.get(column);
    double x = 0;
    for (int i = 0; i < column; i++) {
      x += widths[i] + GAP;
    }
    TextStyle style = TextStyle.of(SIZE, Ink.TEXT);
    if (head) {
      style = style.heavier();
    }
    if (table.columns().get(column).number()) {
      style = style.ending();
      x += widths[column];
    }
    // Titles stand on the rule below them, cells hang from the rule above.
    double first = head ? top + height - lines.size() * LINE - 2 : top + 2;
    for (int i = 0; i < lines.size(); i++) {
      canvas.text(lines.get(i), x, first + i * LINE + SIZE, style);
    }
  }

  private void rule(Canvas canvas, double y, boolean head) {
    Stroke stroke = head ? Stroke.solid(Ink.TEXT, 0.8) : Stroke.solid(Ink.GRID, 0.5);
    canvas.line(0, y, Arrays.stream(widths).sum() + (widths.length - 1) * GAP, y, stroke);
  }

  private List<List<String>> wrap(List<String> cells) {
    List<List<String>> wrapped = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      // A hair more than measured, so that rounding never wraps what was measured to fit.
      wrapped.add(TextWrap.lines(cells.get(i), SIZE, widths[i] + 0.01));
    }
    return wrapped;
  }

  private static double height(List<List<String>> wrapped) {
    int most = wrapped.stream().mapToInt(List::size).max().orElse(1);
    return most * LINE + 5;
  }

  /** Every column gets what it needs at least, and a share of the rest by what it would like. */
  private double[] widths() {
    int count = table.columns().size();
    double[] least = new double[count];
    double[] liked = new double[count];
    double room = PdfPage.WIDTH - (count - 1) * GAP;
    double sumLeast = 0;
    double sumLiked = 0;
    for (int i = 0; i < count; i++) {
      Block.Column column = table.columns().get(i);
      least[i] = TextWrap.longestWord(column.title(), SIZE);
      for (List<String> row : table.rows()) {
        double whole = LiberationSans.width(row.get(i), SIZE);
        liked[i] = Math.max(liked[i], whole);
        double word = Math.min(LONGEST_WORD, TextWrap.longestWord(row.get(i), SIZE));
        least[i] = Math.max(least[i], column.number() ? whole : word);
      }
      liked[i] = Math.max(liked[i], least[i]);
      sumLeast += least[i];
      sumLiked += liked[i];
    }
    double[] widths = new double[count];
    for (int i = 0; i < count; i++) {
      if (sumLiked <= room) {
        widths[i] = liked[i] + Math.min(MOST_SLACK, (room - sumLiked) / count);
      } else if (sumLeast < room) {
        double share = (liked[i] - least[i]) / (sumLiked - sumLeast);
        widths[i] = least[i] + (room - sumLeast) * share;
      } else {
        widths[i] = least[i] * room / sumLeast;
      }
    }
    return widths;
  }
}
