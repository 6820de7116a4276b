package org.breathline.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

  private final String html = HtmlReport.render(Samples.document());

  @Test
  void needsNothingElse() {
    assertThat(html).doesNotContain("<script").doesNotContain("@import").doesNotContain("<link");
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("://");
  }

  @Test
  void everyTagIsClosedInOrder() {
    Deque<String> open = new ArrayDeque<>();
    String body = html.replaceAll("(?s)<style>.*?</style>", "");
    Matcher tags = Pattern.compile("<(/?)([a-z0-9]+)((?:\"[^\"]*\"|[^>\"])*)>").matcher(body);
    while (tags.find()) {
      boolean empty = tags.group(3).endsWith("/") || Set.of("meta", "br").contains(tags.group(2));
      if (!tags.group(1).isEmpty()) {
        assertThat(open.pop()).isEqualTo(tags.group(2));
      } else if (!empty) {
        open.push(tags.group(2));
      }
    }
    assertThat(open).isEmpty();
  }

  @Test
  void textCannotBecomeMarkup() {
    assertThat(html).contains("Ten phases &amp; &lt;markup&gt;").contains("no: &lt;shallow&gt;");
    assertThat(html).doesNotContain("<markup>").doesNotContain("<shallow>");
  }

  @Test
  void canBeReadWithoutSeeingIt() {
    assertThat(html).contains("<html lang=\"en\">").contains("<h1>").contains("<h2 id=\"s1\">");
    assertThat(html).contains("role=\"img\"").contains("aria-label=\"Lung volume from 4876 to");
    assertThat(html).contains("<th scope=\"col\" class=\"n\">Period (s)</th>");
    assertThat(html).contains("<b>Warning</b> Couch position 3").contains(PdfBlocks.NO_NOTICES);
  }

  @Test
  void saysWhatItIsNot() {
    assertThat(html).contains(ReportDocument.INTENDED_USE);
  }

  @Test
  void isWrittenWhole(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, "an older one");
    HtmlReport.write(Samples.document(), file);
    assertThat(file).hasContent(html);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }
}
