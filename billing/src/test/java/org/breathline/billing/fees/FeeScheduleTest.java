package org.breathline.billing.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breathline.billing.table.Cells;
import org.breathline.billing.table.TableException;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Medicare allows, to the cent, against amounts computed from CMS's own files. */
final class FeeScheduleTest {

  private static final String CMS = "billing/cms/";
  private static final String RVU = CMS + "PPRRVU2026_Jul_nonQPP.csv";
  private static final String GPCI = CMS + "GPCI2026.csv";
  private static final FeeSchedule SHIPPED = FeeSchedule.shipped();

  @ParameterizedTest
  @CsvSource({
    "2020-05-05, GLOBAL, 460.86",
    "2020-05-05, PROFESSIONAL, 109.35",
    "2020-05-05, TECHNICAL, 351.51",
    "2021-05-05, GLOBAL, 455.01",
    "2022-05-05, GLOBAL, 428.08",
    "2022-05-05, PROFESSIONAL, 106.59",
    "2022-05-05, TECHNICAL, 321.49",
    "2023-05-05, GLOBAL, 418.85",
    "2023-05-05, PROFESSIONAL, 105.73",
    "2023-05-05, TECHNICAL, 313.12",
    "2024-01-01, GLOBAL, 401.12",
    "2024-03-08, GLOBAL, 401.12",
    "2024-03-09, GLOBAL, 407.77",
    "2024-12-31, GLOBAL, 407.77",
    "2024-05-05, PROFESSIONAL, 104.19",
    "2024-05-05, TECHNICAL, 303.58",
    "2026-07-01, GLOBAL, 401.81",
    "2026-07-01, PROFESSIONAL, 104.21",
    "2026-07-01, TECHNICAL, 297.60"
  })
  void theNationsAmountInAnOffice(LocalDate date, Component component, BigDecimal allowed) {
    Fee fee = SHIPPED.fee(FeeRequest.national("77293", date, component, FeeSetting.OFFICE));
    assertThat(fee.allowed()).isEqualTo(allowed);
    assertThat(fee.sources()).isNotEmpty();
  }

  @Test
  void inAFacilityThePhysiciansPartAlone() {
    LocalDate date = LocalDate.of(2026, 7, 1);
    assertThat(facility(date, Component.PROFESSIONAL).allowed()).isEqualTo("104.21");
    for (Component component : List.of(Component.GLOBAL, Component.TECHNICAL)) {
      assertThat(facility(date, component).allowed()).isNull();
      assertThat(facility(date, component).reason()).startsWith("NA in this setting");
    }
  }

  private static Fee facility(LocalDate date, Component component) {
    return SHIPPED.fee(FeeRequest.national("77293", date, component, FeeSetting.FACILITY));
  }

  @Test
  void whatIsNotKnownIsSaidAndNotMadeUp() {
    LocalDate y2025 = LocalDate.of(2025, 6, 1);
    assertThat(global("77293", y2025).reason())
        .isEqualTo(
            "Not known: no relative values of 2025 are held; import CMS's file of that year.");
    LocalDate y2026 = LocalDate.of(2026, 3, 14);
    assertThat(global("77014", y2026).reason()).contains("not among the codes held for RVU26C");
    assertThat(global("77293", y2026).notes())
        .anyMatch(n -> n.contains("No earlier release of 2026 is held"));
    FeeRequest technical =
        FeeRequest.national("77387", y2026, Component.TECHNICAL, FeeSetting.OFFICE);
    assertThat(SHIPPED.fee(technical).reason()).contains("status B");
    FeeRequest nowhere =
        FeeRequest.national("77293", y2026, Component.GLOBAL, FeeSetting.OFFICE).in("ZZ-99");
    assertThat(SHIPPED.fee(nowhere).reason()).contains("98 localities");
    FeeRequest split =
        FeeRequest.national("77336", y2026, Component.PROFESSIONAL, FeeSetting.OFFICE);
    assertThat(SHIPPED.fee(split).reason()).contains("no separate part for modifier 26");
  }

  private static Fee global(String code, LocalDate date) {
    return SHIPPED.fee(FeeRequest.national(code, date, Component.GLOBAL, FeeSetting.OFFICE));
  }

  @Test
  void anotherConversionFactorIsAnInput() {
    FeeRequest request =
        new FeeRequest(
            "77293",
            LocalDate.of(2026, 7, 1),
            Component.GLOBAL,
            FeeSetting.OFFICE,
            Optional.empty(),
            Optional.of(new BigDecimal("33.5675")));
    assertThat(SHIPPED.fee(request).allowed()).isEqualTo("403.82");
  }

  /** Read independently of the importers, summed in whole numbers of 10^-9 dollars. */
  @ParameterizedTest
  @ValueSource(strings = {"2024", "2026"})
  @RequiresData({GPCI, CMS + "gpci_2024.csv"})
  void everyLocalityOfAYear(String year) throws Exception {
    boolean later = year.equals("2026");
    List<String> lines =
        Files.readAllLines(TestData.get(CMS + (later ? "GPCI2026.csv" : "gpci_2024.csv")));
    long[] rvu = later ? new long[] {195, 998, 10} : new long[] {200, 1014, 11};
    long factor = later ? 334009 : 332875;
    int checked = 0;
    for (String line : lines) {
      List<String> cells = Cells.of(line);
      if (cells.size() < 7 || !cells.getFirst().matches("\\d{5}")) {
        continue;
      }
      long units = 0; // 10^-5 RVU
      for (int i = 0; i < 3; i++) {
        BigDecimal index = new BigDecimal(cells.get(4 + i)).setScale(3, RoundingMode.HALF_UP);
        units += rvu[i] * index.unscaledValue().longValueExact();
      }
      long cents = (units * factor + 5_000_000) / 10_000_000;
      String key = cells.get(1) + "-" + (cells.get(2).length() < 2 ? "0" : "") + cells.get(2);
      FeeRequest request =
          FeeRequest.national(
                  "77293", LocalDate.parse(year + "-07-15"), Component.GLOBAL, FeeSetting.OFFICE)
              .in(key);
      assertThat(SHIPPED.fee(request).allowed()).as(key).isEqualTo(BigDecimal.valueOf(cents, 2));
      checked++;
    }
    assertThat(checked)
        .isEqualTo(later ? 98 : 109)
        .isEqualTo(SHIPPED.localities(Integer.parseInt(year)).size());
    ValidationRecord.write(
        "billing",
        "localities of " + year + " in which 77293 pays what the formula gives",
        checked,
        "CMS relative values and GPCI files of " + year,
        "every one, to the cent",
        "localities");
  }

  @Test
  @RequiresData({RVU, GPCI})
  void importedFilesAnswerForEveryCode() throws Exception {
    FeeData values = CmsFeeFiles.relativeValues(TestData.get(RVU));
    FeeData indices = CmsFeeFiles.localities(TestData.get(GPCI));
    FeeSchedule whole = SHIPPED.with(values).with(indices);
    LocalDate date = LocalDate.of(2026, 8, 1);
    Release release = whole.release(date).orElseThrow();
    assertThat(release.effective()).isEqualTo("2026-07-01");
    assertThat(release.rows()).hasSizeGreaterThan(18_000);
    assertThat(whole.factor(date).orElseThrow().factor()).isEqualTo("33.4009");
    for (Release.Key key : SHIPPED.release(date).orElseThrow().rows().keySet()) {
      assertThat(release.find(key.code(), key.component()))
          .isEqualTo(SHIPPED.release(date).orElseThrow().find(key.code(), key.component()));
    }
    FeeRequest visit =
        FeeRequest.national("99213", date, Component.GLOBAL, FeeSetting.OFFICE).in("AK-01");
    assertThat(whole.fee(visit).allowed()).isNotNull();
    assertThat(release.rows().toString()).doesNotContain("motion", "radiotherapy");
  }

  @Test
  void aFileThatIsNoneIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("values.csv");
    Files.writeString(file, "HCPCS,MOD\n77293,\n");
    assertThat(refusal(() -> CmsFeeFiles.relativeValues(file)))
        .contains("values.csv has no title such as");
    Files.writeString(file, "2026 National x July Release,,\nHCPCS,MOD,DESCRIPTION\n");
    assertThat(refusal(() -> CmsFeeFiles.relativeValues(file)))
        .contains("values.csv has no column titled STATUS CODE");
    assertThat(refusal(() -> CmsFeeFiles.localities(file)))
        .contains("is no file of geographic practice cost indices");
    Files.writeString(file, "from,through,factor\n2026-01-01,2026-12-31,much\n");
    assertThat(refusal(() -> CmsFeeFiles.conversionFactors(file)))
        .isEqualTo("values.csv, line 2: column factor is not a number.");
  }

  private interface Reading {
    Object read() throws Exception;
  }

  private static String refusal(Reading reading) throws Exception {
    try {
      throw new AssertionError("read as " + reading.read());
    } catch (TableException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
