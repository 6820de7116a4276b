package org.breathline.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.study.billing.ImportBillingFiles;
import org.breathline.study.billing.ImportSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description =
        "Read CMS's files as published: pairs, units and add-on codes, PPRRVU, GPCI, conversion"
            + " factors.")
final class ClaimImportCommand extends Verb {

  @Parameters(paramLabel = "DIR", description = "A folder of them, or one file.")
  private Path from = Path.of("");

  @Option(
      names = "--effective",
      paramLabel = "D",
      description = "From when the edits hold, where their names do not say.")
  private @Nullable LocalDate effective;

  @Mixin private final BillingFolderOption billing = new BillingFolderOption();

  @Override
  Outcome run(Terminal progress) throws Exception {
    ImportSummary summary =
        ImportBillingFiles.run(from, Optional.ofNullable(effective), billing.folder(), progress);
    List<String> lines = new ArrayList<>();
    for (ImportSummary.Imported table : summary.tables()) {
      lines.add(
          "  %-22s %,10d rows from %s (%s)"
              .formatted(table.kind(), table.rows(), table.effective(), table.file()));
    }
    summary.skipped().forEach(s -> lines.add("  skipped      " + s));
    return new Outcome(
        summary, String.join(System.lineSeparator(), lines), billing.folder().path());
  }
}
