package org.breathline.study.billing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.breathline.billing.edits.AddOnTable;
import org.breathline.billing.edits.CmsEditFiles;
import org.breathline.billing.edits.EditLibrary;
import org.breathline.billing.edits.PairTable;
import org.breathline.billing.edits.UnitTable;
import org.breathline.billing.fees.CmsFeeFiles;
import org.breathline.billing.fees.FeeData;
import org.breathline.billing.fees.FeeTables;
import org.breathline.billing.fees.Release;
import org.breathline.billing.table.TableException;
import org.breathline.core.progress.Progress;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.billing.ImportSummary.Imported;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;

/**
 * Reads CMS's files as published into the billing folder: pairs, units and add-on codes into an
 * index, relative values, indices and conversion factors into tables. Descriptors of codes are
 * dropped as they are read. What was imported before is replaced.
 */
public final class ImportBillingFiles {

  private EditLibrary edits = EditLibrary.NONE;
  private FeeData fees = FeeData.NONE;
  private final List<Imported> tables = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<Provenance.Input> inputs = new ArrayList<>();

  private ImportBillingFiles() {}

  /**
   * Imports a folder, or one file.
   *
   * @param from what to read
   * @param effective from when the edits hold, where their names do not say
   * @throws InputException if a file of a kind that is understood is damaged; nothing is then kept
   */
  public static ImportSummary run(
      Path from, Optional<LocalDate> effective, BillingFolder into, Progress progress)
      throws IOException, InputException {
    if (!Files.exists(from)) {
      throw new UsageException(from + " is not there.");
    }
    ImportBillingFiles reading = new ImportBillingFiles();
    List<Path> files = files(from);
    try {
      for (int i = 0; i < files.size(); i++) {
        progress.report("reading", i, files.size());
        reading.read(files.get(i), effective);
      }
    } catch (TableException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    if (reading.tables.isEmpty()) {
      throw new InputException(
          from + " holds none of CMS's files: pairs, units, add-on codes, PPRRVU, GPCI.");
    }
    reading.keep(into);
    return new ImportSummary(
        Provenance.of(
            "claim import",
            Map.of("effective", effective.map(LocalDate::toString).orElse("by name")),
            reading.inputs),
        into.path().toString(),
        reading.tables,
        reading.skipped);
  }

  private static List<Path> files(Path from) throws IOException {
    if (!Files.isDirectory(from)) {
      return List.of(from);
    }
    try (Stream<Path> files = Files.list(from)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void read(Path file, Optional<LocalDate> effective) throws IOException, TableException {
    String name = String.valueOf(file.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.matches("pprrvu\\d.*\\.(csv|txt)")) {
      FeeData data = CmsFeeFiles.relativeValues(file);
      Release release = data.releases().getFirst();
      fees = fees.and(data);
      add(file, "relative values", release.effective().toString(), release.rows().size());
    } else if (lower.startsWith("gpci")) {
      gpci(file);
    } else if (lower.startsWith("conversion")) {
      FeeData data = CmsFeeFiles.conversionFactors(file);
      fees = fees.and(data);
      add(file, "conversion factors", "each row's own", data.factors().size());
    } else if (lower.matches("(ptp|ccipra|ccioph|mue|aoc|mcr_mue).*\\.(csv|txt)(\\.gz)?")) {
      EditLibrary library = CmsEditFiles.read(file, effective);
      edits = edits.with(library);
      library.pairTables().forEach(t -> add(file, t));
      library.unitTables().forEach(t -> add(file, t));
      library.addOnTables().forEach(t -> add(file, t));
    } else {
      skipped.add(name + ": its name is that of no file that is understood");
    }
  }

  private void gpci(Path file) throws IOException {
    try {
      FeeData data = CmsFeeFiles.localities(file);
      fees = fees.and(data);
      data.localities()
          .forEach((year, list) -> add(file, "localities", year + "-01-01", list.size()));
    } catch (TableException e) {
      skipped.add(String.valueOf(e.getMessage()));
    }
  }

  private void add(Path file, PairTable table) {
    add(
        file,
        "pairs, " + table.setting().name().toLowerCase(Locale.ROOT),
        table.source().effective().toString(),
        table.size());
  }

  private void add(Path file, UnitTable table) {
    add(
        file,
        "units, " + table.setting().name().toLowerCase(Locale.ROOT),
        table.source().effective().toString(),
        table.limits().size());
  }

  private void add(Path file, AddOnTable table) {
    add(file, "add-on codes", table.source().effective().toString(), table.rules().size());
  }

  private void add(Path file, String kind, String effective, long rows) {
    tables.add(new Imported(String.valueOf(file.getFileName()), kind, effective, rows));
    try {
      inputs.add(new Provenance.Input(kind, 1, Digests.ofFile(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void keep(BillingFolder into) throws IOException {
    Files.createDirectories(into.path());
    if (!edits.equals(EditLibrary.NONE)) {
      edits.write(into.index());
    }
    if (!fees.equals(FeeData.NONE)) {
      FeeTables.write(fees, into.fees());
    }
  }
}
