package org.breathline.study.report;

import static org.breathline.study.plot.SvgCanvas.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.Rgb;
import org.breathline.study.plot.SvgCanvas;

/**
 * A report as one HTML file that needs nothing else: no script, no other file, no network. It
 * follows the reader's light or dark theme on screen and is light on paper.
 */
public final class HtmlReport {

  private final StringBuilder html = new StringBuilder();
  private int section;

  private HtmlReport() {}

  /**
   * Writes a report, replacing what is there.
   *
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public static void write(ReportDocument document, Path file) throws IOException {
    byte[] bytes = render(document).getBytes(StandardCharsets.UTF_8);
    FileInPlace.write(file, out -> out.write(bytes));
  }

  /** The text of the HTML file. */
  public static String render(ReportDocument document) {
    HtmlReport report = new HtmlReport();
    report.page(document);
    return report.html.toString();
  }

  private void page(ReportDocument document) {
    html.append("<!DOCTYPE html>\n<html lang=\"")
        .append(ReportDocument.LANGUAGE)
        .append("\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n")
        .append(
            // Nothing in the page may load or run anything, whatever a patient's file holds.
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n")
        .append("<title>")
        .append(escape(document.title()))
        .append("</title>\n<style>\n")
        .append(theme())
        .append(stylesheet())
        .append("</style>\n</head>\n<body>\n<header>\n");
    element("h1", "", document.title());
    element("p", "subtitle", document.subtitle());
    element("p", "meta", document.product() + " · " + document.createdText());
    element("p", "meta", ReportDocument.INTENDED_USE);
    html.append("</header>\n");
    contents(document.blocks());
    html.append("<main>\n");
    document.blocks().forEach(this::block);
    html.append("</main>\n<footer>\n");
    element(
        "p",
        "meta",
        ReportDocument.INTENDED_USE + " " + document.product() + " · " + document.createdText());
    html.append("</footer>\n</body>\n</html>\n");
  }

  private void contents(List<Block> blocks) {
    html.append("<nav aria-label=\"Contents\">\n<ol>\n");
    int number = 0;
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading && heading.level() == 1) {
        html.append("<li><a href=\"#s")
            .append(++number)
            .append("\">")
            .append(escape(heading.text()))
            .append("</a></li>\n");
      }
    }
    html.append("</ol>\n</nav>\n");
  }

  private void block(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph ->
          element("p", paragraph.quiet() ? "quiet" : "", paragraph.text());
      case Block.KeyValues pairs -> {
        html.append("<dl>\n");
        for (Block.KeyValue pair : pairs.entries()) {
          element("dt", "", pair.key());
          element("dd", "", pair.value());
        }
        html.append("</dl>\n");
      }
      case Block.Table table -> table(table);
      case Block.Illustration illustration -> {
        html.append("<figure>\n").append(SvgCanvas.draw(illustration.figure())).append('\n');
        element("figcaption", "", illustration.caption());
        html.append("</figure>\n");
      }
      case Block.Notices notices -> notices(notices);
      case Block.SignOff signOff -> signOff(signOff);
    }
  }

  private void heading(Block.Heading heading) {
    if (heading.level() == 1) {
      html.append("<h2 id=\"s").append(++section).append("\">");
      html.append(escape(heading.text())).append("</h2>\n");
    } else {
      element("h3", "", heading.text());
    }
  }

  private void table(Block.Table table) {
    // A wide table scrolls by itself and can be reached with the keyboard.
    html.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .append(escape(table.caption()))
        .append("\">\n<table>\n");
    element("caption", "", table.caption());
    html.append("<thead><tr>");
    for (Block.Column column : table.columns()) {
      html.append("<th scope=\"col\"").append(column.number() ? " class=\"n\">" : ">");
      html.append(escape(column.title())).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        html.append(table.columns().get(i).number() ? "<td class=\"n\">" : "<td>");
        html.append(escape(row.get(i))).append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n</table>\n</div>\n");
  }

  private void notices(Block.Notices notices) {
    html.append("<ul class=\"notices\">\n");
    if (notices.notices().isEmpty()) {
      html.append("<li class=\"none\">").append(escape(PdfBlocks.NO_NOTICES)).append("</li>\n");
    }
    for (Block.Notice notice : notices.notices()) {
      html.append("<li class=\"")
          .append(notice.severity().name().toLowerCase(Locale.ROOT))
          .append("\"><b>")
          .append(notice.severity().word())
          .append("</b> ")
          .append(escape(notice.text()))
          .append("</li>\n");
    }
    html.append("</ul>\n");
  }

  private void signOff(Block.SignOff signOff) {
    element("p", "", signOff.statement());
    html.append("<div class=\"sign\">\n");
    for (String role : signOff.roles()) {
      element("div", "", role + ": name");
      element("div", "", "Signature");
      element("div", "", "Date");
    }
    html.append("</div>\n");
  }

  private void element(String name, String style, String text) {
    html.append('<').append(name);
    if (!style.isEmpty()) {
      html.append(" class=\"").append(style).append('"');
    }
    html.append('>').append(escape(text)).append("</").append(name).append(">\n");
  }

  private static String theme() {
    return ":root{%s}\n@media screen and (prefers-color-scheme:dark){:root{%s}}\n"
        .formatted(variables(Ink::onPaper), variables(Ink::onDark));
  }

  private static String variables(Function<Ink, Rgb> colour) {
    StringBuilder variables = new StringBuilder();
    for (Ink ink : Ink.values()) {
      variables.append(ink.variable()).append(':').append(colour.apply(ink).css()).append(';');
    }
    return variables.toString();
  }

  private static String stylesheet() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
