package org.breathline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.breathline.billing.code.CodeEntry;
import org.breathline.study.billing.CodeSummary;
import org.breathline.study.billing.ShowCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "code",
    description = "Say what a code is, when it is billed and what it pays, each with its source.")
final class CodeCommand extends Verb {

  @Parameters(paramLabel = "CODE", description = "Such as 77293.")
  private String code = "";

  @Option(names = "--date", paramLabel = "D", description = "The date of service (default: today).")
  private @Nullable LocalDate date;

  @Option(names = "--html", paramLabel = "FILE", description = "Write the page as HTML as well.")
  private @Nullable Path html;

  @Mixin private final BillingFolderOption billing = new BillingFolderOption();

  @Override
  Outcome run(Terminal progress) throws Exception {
    LocalDate asked = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
    CodeSummary summary = ShowCode.show(code, asked, billing.folder());
    if (html != null) {
      ShowCode.write(summary, Instant.now(), html);
    }
    return new Outcome(summary, words(summary), html, 0);
  }

  private static String words(CodeSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(summary.page().code() + ": " + summary.page().words());
    for (CodeEntry.Section section : summary.page().sections()) {
      lines.add("");
      lines.add(section.title());
      for (CodeEntry.Statement statement : section.statements()) {
        lines.add(
            "  %s [%s, %s]".formatted(statement.text(), statement.source(), statement.date()));
      }
    }
    lines.add("");
    lines.add(summary.notice());
    return String.join(System.lineSeparator(), lines);
  }
}
