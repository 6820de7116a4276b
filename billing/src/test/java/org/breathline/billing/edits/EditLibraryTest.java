package org.breathline.billing.edits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.breathline.billing.table.TableException;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of the NCCI: found by date, written, read back, refused where damaged. */
final class EditLibraryTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 8, 1);

  @TempDir Path folder;

  @Test
  void shipsWithThePairsUnitsAndPrimariesOf77293() {
    EditLibrary shipped = EditLibrary.shipped();
    PairTable pairs = shipped.pairs(EditSetting.PRACTITIONER, TODAY).orElseThrow();
    List<PairEdit> active =
        pairs.ofColumn1("77293").stream().filter(e -> e.appliesOn(TODAY)).toList();
    assertThat(active).hasSize(205);
    assertThat(active.stream().filter(e -> e.indicator() == 0)).hasSize(106);
    assertThat(active.stream().filter(e -> e.indicator() == 1)).hasSize(99);
    assertThat(active.stream().filter(e -> e.column2().startsWith("99"))).hasSize(148);
    PairTable hospital = shipped.pairs(EditSetting.OUTPATIENT, TODAY).orElseThrow();
    assertThat(hospital.ofColumn1("77293").stream().filter(e -> e.appliesOn(TODAY)))
        .hasSize(26)
        .allMatch(e -> e.indicator() == 1);
    assertThat(shipped.units(EditSetting.PRACTITIONER, TODAY).orElseThrow().find("77293"))
        .contains(new UnitLimit(1, 3));
    assertThat(shipped.addOns(TODAY).orElseThrow().find("77293").orElseThrow())
        .isEqualTo(new AddOnRule(1, Set.of("77295", "77301")));
  }

  @Test
  void thePrimariesAreNeverAPair() {
    for (PairTable table : EditLibrary.shipped().pairTables()) {
      for (String primary : List.of("77295", "77301")) {
        assertThat(table.find("77293", primary, TODAY)).isEmpty();
        assertThat(table.find(primary, "77293", TODAY)).isEmpty();
      }
    }
  }

  /** 99213 was a column-2 code of 77293 both before and after a change of its row. */
  @Test
  void theDateOfServicePicksTheRow() throws Exception {
    EditLibrary library =
        read(
            "ptp-practitioner-2024q3.csv",
            """
            column1,column2,effective_date,deletion_date,modifier_indicator,rationale
            77293,99213,20150101,20191231,0,First
            77293,99213,20200101,*,1,"Second, with a comma"
            77293,36000,20200101,20200101,9,Never
            """);
    PairTable pairs = library.pairs(EditSetting.PRACTITIONER, TODAY).orElseThrow();
    assertThat(find(pairs, "2014-12-31")).isEmpty();
    assertThat(find(pairs, "2019-12-31").orElseThrow().indicator()).isZero();
    assertThat(find(pairs, "2020-01-01").orElseThrow().indicator()).isEqualTo(1);
    assertThat(find(pairs, "2020-01-01").orElseThrow().rationale())
        .isEqualTo("Second, with a comma");
    assertThat(pairs.find("77293", "36000", LocalDate.of(2020, 1, 1))).isEmpty();
    assertThat(pairs.find("99213", "77293", TODAY)).isEmpty();
  }

  private static Optional<PairEdit> find(PairTable pairs, String date) {
    return pairs.find("77293", "99213", LocalDate.parse(date));
  }

  @Test
  void readsCmsOwnLayout() throws Exception {
    EditLibrary library =
        read(
            "ccipra-v302r0-f1.txt",
            """
            CPT only copyright 2023 American Medical Association.
            Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
            \t\tprior to 1996\tDate\tDate *=no data\t0=not allowed\t
            77293\t99213\t\t20150101\t*\t1\tMisuse of Column Two code with Column One code
            """);
    PairTable pairs = library.pairs(EditSetting.PRACTITIONER, TODAY).orElseThrow();
    assertThat(pairs.source().effective()).isEqualTo("2024-07-01");
    assertThat(pairs.find("77293", "99213", TODAY).orElseThrow().effective())
        .contains(LocalDate.of(2015, 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "mue_practitioner_eff2024-07-01_full.csv.gz, 2024-07-01",
    "aoc_2024q2_full.csv, 2024-04-01",
    "ptp_practitioner_2024-06_full.csv.gz, 2024-07-01",
    "ptp_2024-01.csv, 2024-01-01",
    "ccioph-v313r1-f2.txt, 2025-10-01"
  })
  void theNameSaysTheQuarter(String name, LocalDate effective) {
    assertThat(CmsEditFiles.effectiveIn(name)).contains(effective);
    assertThat(CmsEditFiles.effectiveIn("pairs.csv")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ptp-practitioner-2024q3.csv | a,b;1,2                                               | is none of CMS's tables
          ptp-practitioner-2024q3.csv | column1,column2,deletion_date,modifier_indicator;77293,9921,,1  | line 2: column 2 is not a code
          ptp-practitioner-2024q3.csv | column1,column2,deletion_date,modifier_indicator;77293,99213,2024,1 | line 2: cell 3 is not a date
          ptp-practitioner-2024q3.csv | column1,column2,deletion_date,modifier_indicator;77293,99213,20241399,1 | line 2: a date that is none
          ptp-practitioner-2024q3.csv | column1,column2,deletion_date,modifier_indicator;77293,99213,,x | line 2: cell 4 does not begin
          ptp-practitioner-2024q3.csv | column1,column2,deletion_date,modifier_indicator        | holds no pair
          ptp-2024q3.csv              | column1,column2,deletion_date,modifier_indicator;77293,99213,,1  | neither "practitioner" nor
          ptp-practitioner.csv        | column1,column2,deletion_date,modifier_indicator;77293,99213,,1  | does not say from when it holds
          mue-outpatient-2024q3.csv   | code,units,mai;77293,many,3                             | line 2: cell 2 is not a whole number
          """)
  void aBadFileIsRefusedWithItsLine(String name, String text, String message) {
    assertThatThrownBy(() -> read(name, text.replace(';', '\n') + "\n"))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith(name);
  }

  @Test
  void anIndexReadsBackAsItWasWritten() throws Exception {
    Path index = folder.resolve("edits.index");
    EditLibrary.shipped().write(index);
    EditLibrary back = EditLibrary.read(index);
    assertThat(back.unitTables()).isEqualTo(EditLibrary.shipped().unitTables());
    assertThat(back.addOnTables()).isEqualTo(EditLibrary.shipped().addOnTables());
    for (int i = 0; i < 2; i++) {
      PairTable one = EditLibrary.shipped().pairTables().get(i);
      PairTable two = back.pairTables().get(i);
      assertThat(two.source()).isEqualTo(one.source());
      assertThat(two.size()).isEqualTo(one.size());
      assertThat(two.ofColumn1("77293")).isEqualTo(one.ofColumn1("77293"));
    }
  }

  @Test
  void aDamagedIndexIsRefused() throws Exception {
    Path index = folder.resolve("edits.index");
    EditLibrary.shipped().write(index);
    byte[] sound = Files.readAllBytes(index);
    Property.holds(
        200,
        1,
        random -> {
          byte[] bytes = sound.clone();
          if (random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
          } else {
            bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
          }
          Path damaged = folder.resolve("damaged.index");
          write(damaged, bytes);
          assertThatThrownBy(() -> EditLibrary.read(damaged)).isInstanceOf(IndexException.class);
        });
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Any pairs in any order are found again, against a plain map. */
  @Test
  void findsWhatAMapFinds() {
    Property.holds(
        50,
        1,
        random -> {
          PairTableBuilder builder = new PairTableBuilder("random");
          Map<String, Integer> truth = new TreeMap<>();
          try {
            int plain = builder.rationale("", 1);
            for (int i = 0; i < 300; i++) {
              int one = random.nextInt(40);
              int two = random.nextInt(40);
              String key = CodeNumber.text(one) + CodeNumber.text(two);
              if (truth.putIfAbsent(key, random.nextInt(2)) == null) {
                builder.add(one, two, truth.get(key), 0, 0, plain, i);
              }
            }
          } catch (TableException e) {
            throw new AssertionError(e);
          }
          PairTable table =
              builder.build(new EditSource("random", TODAY, true), EditSetting.OUTPATIENT);
          for (int one = 0; one < 40; one++) {
            for (int two = 0; two < 40; two++) {
              String first = CodeNumber.text(one);
              String second = CodeNumber.text(two);
              assertThat(table.find(first, second, TODAY).map(PairEdit::indicator))
                  .isEqualTo(Optional.ofNullable(truth.get(first + second)));
            }
          }
        });
  }

  private EditLibrary read(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return CmsEditFiles.read(file, Optional.empty());
  }
}
