package org.breathline.billing.fees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breathline.billing.table.Table;
import org.breathline.billing.table.TableException;

/**
 * The three tables of numbers: those of the build, for the codes of radiation oncology, and those
 * that a user's import wrote, in the same form.
 */
public final class FeeTables {

  private static final String VALUES = "relative-values.csv";
  private static final String LOCALITIES = "localities.csv";
  private static final String FACTORS = "conversion-factors.csv";

  private FeeTables() {}

  /** Where a table comes from. */
  private interface Opening {
    Table open(String name, String... needed) throws IOException, TableException;
  }

  static FeeData shipped() {
    Opening resource = (name, needed) -> Table.resource(FeeTables.class, name, needed);
    try {
      return new FeeData(releases(resource), localities(resource), factors(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TableException e) {
      throw new IllegalStateException("the build's own table", e);
    }
  }

  /**
   * Reads what {@link #write} wrote; a table that is not there is empty.
   *
   * @throws TableException if one is not what it should be
   */
  public static FeeData read(Path folder) throws IOException, TableException {
    Opening file = (name, needed) -> Table.open(folder.resolve(name), needed);
    return new FeeData(
        Files.exists(folder.resolve(VALUES)) ? releases(file) : List.of(),
        Files.exists(folder.resolve(LOCALITIES)) ? localities(file) : Map.of(),
        Files.exists(folder.resolve(FACTORS)) ? factors(file) : List.of());
  }

  /** Writes numbers alone, each table beside its place and then moved there. */
  public static void write(FeeData data, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<String> values = new ArrayList<>();
    values.add(
        "effective,release,code,modifier,status,work,pe_office,na_office,pe_facility,na_facility,"
            + "malpractice,pctc,global,multiple_procedure,supervision");
    for (Release release : data.releases()) {
      for (RelativeValue row : release.rows().values()) {
        values.add(line(release, row));
      }
    }
    List<String> localities = new ArrayList<>();
    localities.add("year,mac,state,locality,name,work,pe,malpractice");
    data.localities()
        .forEach((year, list) ->
            list.forEach(l ->
                localities.add(
                    "%d,%s,%s,%s,\"%s\",%s,%s,%s"
                        .formatted(
                            year,
                            l.mac(),
                            l.state(),
                            l.number(),
                            l.name(),
                            l.work(),
                            l.expense(),
                            l.malpractice()))));
    List<String> factors = new ArrayList<>();
    factors.add("from,through,factor,source");
    data.factors()
        .forEach(f ->
            factors.add(
                "%s,%s,%s,\"%s\"".formatted(f.from(), f.through(), f.factor(), f.source())));
    replace(folder.resolve(VALUES), values);
    replace(folder.resolve(LOCALITIES), localities);
    replace(folder.resolve(FACTORS), factors);
  }

  private static String line(Release release, RelativeValue row) {
    return String.join(
        ",",
        release.effective().toString(),
        "\"" + release.name() + "\"",
        row.code(),
        row.component().modifier(),
        row.status(),
        row.work().toPlainString(),
        row.officeExpense().toPlainString(),
        row.officeNotApplicable() ? "NA" : "",
        row.facilityExpense().toPlainString(),
        row.facilityNotApplicable() ? "NA" : "",
        row.malpractice().toPlainString(),
        row.pcTc(),
        row.globalDays(),
        row.multipleProcedure(),
        row.supervision());
  }

  private static void replace(Path file, List<String> lines) throws IOException {
    if (lines.size() == 1) {
      return;
    }
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    Files.write(beside, lines);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Release> releases(Opening opening) throws IOException, TableException {
    Map<LocalDate, Map<Release.Key, RelativeValue>> rows = new TreeMap<>();
    Map<LocalDate, String> names = new HashMap<>();
    try (Table table = opening.open(VALUES, "effective", "release")) {
      while (table.next()) {
        LocalDate effective = table.date("effective");
        RelativeValue value = row(table);
        names.put(effective, table.cell("release"));
        rows.computeIfAbsent(effective, _ -> new HashMap<>())
            .put(new Release.Key(value.code(), value.component()), value);
      }
    }
    List<Release> releases = new ArrayList<>();
    rows.forEach(
        (date, values) -> releases.add(new Release(names.getOrDefault(date, "RVU"), date, values)));
    return releases;
  }

  private static RelativeValue row(Table table) throws TableException {
    return new RelativeValue(
        table.cell("code"),
        Component.of(table.cell("modifier")).orElseThrow(() -> table.wrong("modifier", "one")),
        table.cell("status"),
        table.number("work"),
        table.number("peoffice"),
        table.cell("naoffice").equals("NA"),
        table.number("pefacility"),
        table.cell("nafacility").equals("NA"),
        table.number("malpractice"),
        table.cell("pctc"),
        table.cell("global"),
        table.cell("multipleprocedure"),
        table.cell("supervision"));
  }

  private static Map<Integer, List<Locality>> localities(Opening opening)
      throws IOException, TableException {
    Map<Integer, List<Locality>> localities = new HashMap<>();
    try (Table table = opening.open(LOCALITIES, "year", "locality")) {
      while (table.next()) {
        localities
            .computeIfAbsent(table.number("year").intValueExact(), _ -> new ArrayList<>())
            .add(
                new Locality(
                    table.cell("mac"),
                    table.cell("state"),
                    table.cell("locality"),
                    table.cell("name"),
                    table.number("work"),
                    table.number("pe"),
                    table.number("malpractice")));
      }
    }
    return localities;
  }

  private static List<ConversionFactor> factors(Opening opening)
      throws IOException, TableException {
    List<ConversionFactor> factors = new ArrayList<>();
    try (Table table = opening.open(FACTORS, "from")) {
      while (table.next()) {
        BigDecimal factor = table.number("factor");
        factors.add(
            new ConversionFactor(
                table.date("from"), table.date("through"), factor, table.cell("source")));
      }
    }
    return factors;
  }
}
