package org.breathline.billing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimJson;
import org.breathline.billing.edits.CmsEditFiles;
import org.breathline.billing.edits.EditLibrary;
import org.breathline.billing.edits.EditSetting;
import org.breathline.billing.edits.PairEdit;
import org.breathline.billing.edits.PairTable;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CMS's whole table of 2.5 million pairs, against the file read line by line. */
final class WholeFilesTest {

  private static final String PAIRS = "billing/cms/ptp_practitioner_2024-06_full.csv.gz";
  private static final LocalDate DATE = LocalDate.of(2024, 8, 1);

  @Test
  @RequiresData(PAIRS)
  void all205PairsOf77293AreAnsweredAsInTheFile(@TempDir Path folder) throws Exception {
    EditLibrary read = CmsEditFiles.read(TestData.get(PAIRS), Optional.empty());
    Path index = folder.resolve("edits.index");
    read.write(index);
    EditLibrary library = EditLibrary.read(index);
    PairTable pairs = library.pairs(EditSetting.PRACTITIONER, DATE).orElseThrow();
    assertThat(pairs.size()).isEqualTo(2_546_017);

    RuleData data = RuleData.shipped().with(library);
    List<String> active = activeRows();
    assertThat(active).hasSize(205);
    for (String row : active) {
      String second = row.substring(6, 11);
      String indicator = row.split(",", -1)[3];
      PairEdit edit = pairs.find("77293", second, DATE).orElseThrow();
      assertThat(edit.indicator()).isEqualTo(Integer.parseInt(indicator));
      Finding found = pairFinding(data, second);
      assertThat(found).isInstanceOf(Finding.Deny.class);
      assertThat(found.statement())
          .contains(second + " is denied")
          .contains("indicator " + indicator);
      assertThat(found.source().file()).isEqualTo("ptp_practitioner_2024-06_full.csv.gz");
    }
    for (String primary : List.of("77295", "77301")) {
      assertThat(pairs.find("77293", primary, DATE)).isEmpty();
      assertThat(pairs.find(primary, "77293", DATE)).isEmpty();
    }
    ValidationRecord.write(
        "billing",
        "active pairs of 77293 answered as in CMS's practitioner file",
        active.size(),
        "the file, read line by line",
        "every one",
        "pairs");
  }

  private static List<String> activeRows() throws IOException {
    List<String> rows = new ArrayList<>();
    try (var in = new GZIPInputStream(Files.newInputStream(TestData.get(PAIRS)));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("77293,") && line.contains(",9999-12-31,")) {
          rows.add(line);
        }
      }
    }
    return rows;
  }

  private static Finding pairFinding(RuleData data, String second) throws Exception {
    String json =
        """
        {"id": "C", "form": "professional", "frequency": "1",
         "coverage": {"payer": {"name": "MEDICARE", "id": "0", "lineOfBusiness": "medicare"},
           "memberId": "M", "subscriber": {"lastName": "C", "sex": "unknown"}, "relationship": "self"},
         "providers": {"billing": {"npi": "1234567893", "name": "S"}}, "placeOfService": "11",
         "diagnoses": [{"code": "C34.11"}], "charge": 2,
         "lines": [
           {"code": "77293", "units": 1, "date": "2024-08-01", "diagnosisPointers": [1], "charge": 1},
           {"code": "%s", "units": 1, "date": "2024-08-01", "diagnosisPointers": [1], "charge": 1}]}
        """
            .formatted(second);
    Claim claim = ClaimJson.parse(json.getBytes(StandardCharsets.UTF_8), "made");
    return new ClaimCheck(data)
        .check(claim, ClaimContext.NONE).findings().stream()
            .filter(f -> f.rule().equals("pair.ptp") && f.lines().equals(List.of(1, 2)))
            .findFirst()
            .orElseThrow();
  }
}
