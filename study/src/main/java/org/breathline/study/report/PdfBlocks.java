package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.breathline.study.plot.Box;
import org.breathline.study.plot.Canvas;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LiberationSans;
import org.breathline.study.plot.Paint;
import org.breathline.study.plot.Stroke;
import org.breathline.study.plot.TextStyle;

/** Turns blocks into parts that stay on one page. */
final class PdfBlocks {

  /** Said where there is nothing to say, so that its absence cannot be taken for an omission. */
  static final String NO_NOTICES = "No warnings.";

  private static final double BODY = 9.2;
  private static final double QUIET = 8;
  private static final double LEADING = 1.42;

  private final PdfTags tags;
  private final PdfOutline outline;
  private final List<PdfPart> parts = new ArrayList<>();

  PdfBlocks(PdfTags tags, PdfOutline outline) {
    this.tags = tags;
    this.outline = outline;
  }

  /** All parts of a report, its title first. */
  List<PdfPart> parts(ReportDocument document) {
    title(document);
    List<Block> blocks = document.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      block(blocks.get(i));
      boolean introduces =
          blocks.get(i) instanceof Block.Paragraph
              && i + 1 < blocks.size()
              && blocks.get(i + 1) instanceof Block.Illustration;
      if (introduces) {
        keepLastWithNext();
      }
    }
    return parts;
  }

  private void title(ReportDocument document) {
    PDStructureElement title = tags.element("Title");
    PDStructureElement subtitle = tags.element("P");
    String made = document.product() + " · " + document.createdText();
    parts.add(
        PdfPart.of(
            64,
            0,
            (page, top) -> {
              page.tagged(
                  title,
                  c -> c.text(document.title(), 0, top + 18, TextStyle.of(21, Ink.TEXT).heavier()));
              page.tagged(
                  subtitle,
                  c -> {
                    c.text(document.subtitle(), 0, top + 36, TextStyle.of(10.5, Ink.TEXT));
                    c.text(made, 0, top + 50, TextStyle.of(QUIET, Ink.MUTED));
                  });
              page.artefact(
                  c -> c.line(0, top + 60, PdfPage.WIDTH, top + 60, Stroke.solid(Ink.TEXT, 1.2)));
            }));
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> {
        double size = paragraph.quiet() ? QUIET : BODY;
        paragraph(paragraph.text(), size, paragraph.quiet() ? Ink.MUTED : Ink.TEXT, 5);
      }
      case Block.KeyValues pairs -> keyValues(pairs.entries());
      case Block.Table table -> parts.addAll(new PdfTable(tags, table).parts());
      case Block.Illustration illustration -> illustration(illustration);
      case Block.Notices notices -> notices(notices);
      case Block.SignOff signOff -> signOff(signOff);
    }
  }

  private void heading(Block.Heading heading) {
    boolean section = heading.level() == 1;
    double size = section ? 13 : 10;
    PDStructureElement element = tags.element(section ? "H1" : "H2");
    parts.add(
        PdfPart.of(
                size * 1.5,
                section ? 20 : 12,
                (page, top) -> {
                  outline.add(heading, page.page(), top);
                  page.tagged(
                      element,
                      c ->
                          c.text(
                              heading.text(),
                              0,
                              top + size,
                              TextStyle.of(size, Ink.TEXT).heavier()));
                })
            .keptWithNext());
  }

  private void paragraph(String text, double size, Paint paint, double space) {
    List<String> lines = TextWrap.lines(text, size, Math.min(PdfPage.WIDTH, 52 * size));
    PDStructureElement element = tags.element("P");
    parts.add(
        PdfPart.of(
            lines.size() * size * LEADING,
            space,
            (page, top) ->
                page.tagged(element, c -> lines(c, lines, 0, top, TextStyle.of(size, paint)))));
  }

  private static void lines(
      Canvas canvas, List<String> lines, double x, double top, TextStyle style) {
    for (int i = 0; i < lines.size(); i++) {
      double baseline = top + style.size() + i * style.size() * LEADING;
      canvas.text(lines.get(i), x, baseline, style);
    }
  }

  private void keyValues(List<Block.KeyValue> entries) {
    double column = PdfPage.WIDTH / 2;
    double widestKey = 0;
    for (Block.KeyValue entry : entries) {
      widestKey = Math.max(widestKey, LiberationSans.width(entry.key(), BODY));
    }
    double indent = Math.min(widestKey + 10, 0.55 * column);
    for (int i = 0; i < entries.size(); i += 2) {
      List<Block.KeyValue> row = entries.subList(i, Math.min(i + 2, entries.size()));
      List<PDStructureElement> elements = row.stream().map(e -> tags.element("P")).toList();
      List<List<String>> keys =
          row.stream().map(e -> TextWrap.lines(e.key(), BODY, indent - 8)).toList();
      List<List<String>> values =
          row.stream().map(e -> TextWrap.lines(e.value(), BODY, column - indent - 12)).toList();
      int most = 1;
      for (int j = 0; j < row.size(); j++) {
        most = Math.max(most, Math.max(keys.get(j).size(), values.get(j).size()));
      }
      parts.add(
          PdfPart.of(
              most * BODY * LEADING,
              i == 0 ? 6 : 1.5,
              (page, top) -> {
                for (int j = 0; j < row.size(); j++) {
                  double x = j * column;
                  List<String> key = keys.get(j);
                  List<String> value = values.get(j);
                  page.tagged(
                      elements.get(j),
                      c -> {
                        lines(c, key, x, top, TextStyle.of(BODY, Ink.MUTED));
                        lines(c, value, x + indent, top, TextStyle.of(BODY, Ink.TEXT));
                      });
                }
              }));
    }
  }

  private void illustration(Block.Illustration illustration) {
    Figure figure = illustration.figure();
    List<String> caption = TextWrap.lines(illustration.caption(), QUIET, PdfPage.WIDTH);
    double below = 5 + caption.size() * QUIET * LEADING;
    double room = PdfPage.HEIGHT - below - 60;
    double scale = Math.min(1, Math.min(PdfPage.WIDTH / figure.width(), room / figure.height()));
    PDStructureElement picture = tags.element("Figure");
    picture.setAlternateDescription(figure.alternative());
    PDStructureElement words = tags.element("Caption");
    parts.add(
        PdfPart.of(
            figure.height() * scale + below,
            9,
            (page, top) -> {
              page.figure(picture, figure, top, scale);
              page.tagged(
                  words,
                  c ->
                      lines(
                          c,
                          caption,
                          0,
                          top + figure.height() * scale + 5,
                          TextStyle.of(QUIET, Ink.MUTED)));
            }));
  }

  private void notices(Block.Notices notices) {
    if (notices.notices().isEmpty()) {
      notice("", NO_NOTICES, Ink.GREEN, Ink.PANEL);
    }
    for (Block.Notice notice : notices.notices()) {
      boolean mild = notice.severity() == Block.Severity.NOTE;
      notice(
          notice.severity().word(),
          notice.text(),
          mild ? Ink.RULE : Ink.VERMILLION,
          mild ? Ink.PANEL : Ink.DOUBT);
    }
  }

  private void notice(String word, String text, Ink edge, Ink ground) {
    double indent = word.isEmpty() ? 12 : 62;
    List<String> lines = TextWrap.lines(text, BODY, PdfPage.WIDTH - indent - 10);
    double height = lines.size() * BODY * LEADING + 7;
    PDStructureElement element = tags.element("P");
    parts.add(
        PdfPart.of(
            height,
            4,
            (page, top) -> {
              page.artefact(c -> {
                c.rectangle(new Box(0, top, PdfPage.WIDTH, height), ground);
                c.rectangle(new Box(0, top, 3, height), edge);
              });
              page.tagged(
                  element,
                  c -> {
                    c.text(word, 12, top + 3 + BODY, TextStyle.of(BODY, Ink.TEXT).heavier());
                    lines(c, lines, indent, top + 3, TextStyle.of(BODY, Ink.TEXT));
                  });
            }));
  }

  private void signOff(Block.SignOff signOff) {
    paragraph(signOff.statement(), BODY, Ink.TEXT, 5);
    keepLastWithNext();
    for (String role : signOff.roles()) {
      PDStructureElement element = tags.element("P");
      parts.add(
          PdfPart.of(
              46,
              4,
              (page, top) ->
                  page.tagged(
                      element,
                      c -> {
                        blank(c, role + ": name", 0, 195, top);
                        blank(c, "Signature", 210, 180, top);
                        blank(c, "Date", 405, 88, top);
                      })));
    }
  }

  private void keepLastWithNext() {
    parts.set(parts.size() - 1, parts.getLast().keptWithNext());
  }

  private static void blank(Canvas canvas, String label, double x, double width, double top) {
    canvas.line(x, top + 32, x + width, top + 32, Stroke.solid(Ink.TEXT, 0.7));
    canvas.text(label, x, top + 42, TextStyle.of(7.5, Ink.MUTED));
  }
}
