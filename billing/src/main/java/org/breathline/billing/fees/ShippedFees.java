package org.breathline.billing.fees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breathline.billing.table.Table;
import org.breathline.billing.table.TableException;

/** CMS's numbers for the codes of radiation oncology that are part of the build. */
final class ShippedFees {

  private ShippedFees() {}

  static FeeData read() {
    try {
      return new FeeData(releases(), localities(), factors());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TableException e) {
      throw new IllegalStateException("the build's own table", e);
    }
  }

  private static List<Release> releases() throws IOException, TableException {
    Map<LocalDate, Map<Release.Key, RelativeValue>> rows = new TreeMap<>();
    Map<LocalDate, String> names = new HashMap<>();
    try (Table table =
        Table.resource(ShippedFees.class, "relative-values.csv", "effective", "release")) {
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

  private static Map<Integer, List<Locality>> localities() throws IOException, TableException {
    Map<Integer, List<Locality>> localities = new HashMap<>();
    try (Table table = Table.resource(ShippedFees.class, "localities.csv", "year", "locality")) {
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

  private static List<ConversionFactor> factors() throws IOException, TableException {
    List<ConversionFactor> factors = new ArrayList<>();
    try (Table table = Table.resource(ShippedFees.class, "conversion-factors.csv", "from")) {
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
