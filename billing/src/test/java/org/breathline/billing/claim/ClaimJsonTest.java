package org.breathline.billing.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A claim as JSON: in, out, by its schema, and refused with the place and the reason. */
final class ClaimJsonTest {

  private static final Path SCHEMA =
      TestData.projectRoot().resolve("docs/schemas/claim.schema.json");

  @ParameterizedTest
  @ValueSource(strings = {"professional.json", "institutional.json"})
  void makesTheRoundTripAndKeepsToItsSchema(String name) throws Exception {
    Claim claim = ClaimJson.parse(bytes(name), name);
    String text = ClaimJson.text(claim);
    assertThat(ClaimJson.parse(text.getBytes(StandardCharsets.UTF_8), name)).isEqualTo(claim);
    assertThat(schema().validate(text, InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(text.replace("\"frequency\"", "\"often\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void keepsAmountsExactly() throws Exception {
    Claim claim = ClaimJson.parse(bytes("professional.json"), "p");
    assertThat(claim.charge()).isEqualTo(new BigDecimal("5300.10"));
    assertThat(claim.sumOfLines()).isEqualTo(claim.charge());
    assertThat(ClaimJson.text(claim)).contains("5300.10");
    assertThat(claim.diagnoses().getFirst().code()).isEqualTo("C34.11");
    assertThat(claim.diagnoses().getFirst().withoutDot()).isEqualTo("C3411");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "77301", "units": 1     | "77301", "units": 0        | at lines[0]: units are not more than 0
          "77301", "units": 1     | "7730", "units": 1         | at lines[0]: code is not five letters or digits
          [1, 2]                  | [1, 3]                     | diagnosisPointers: 3 is not between 1 and 2
          "2026-03-14"            | "14.03.2026"               | at lines[0].date
          "id": "CASE-1"          | "id": ""                   | id is empty
          "frequency": "1",       | "frequency":"1", "Doe": 1, | at the top: a name that is not one of attachments
          "self"                  | "spouse"                   | at coverage: a dependent is given
          "placeOfService": "11", | "placeOfService": "11"     | not JSON
          "charge": 5300.10       | "charge": "much"           | at charge: not what docs/schemas says
          """)
  void refusesWithPlaceAndReason(String good, String bad, String message) throws IOException {
    String text = new String(bytes("professional.json"), StandardCharsets.UTF_8);
    assertThat(text).contains(good);
    byte[] broken = text.replace(good, bad).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ClaimJson.parse(broken, "broken.json"))
        .isInstanceOf(ClaimFormatException.class)
        .hasMessageStartingWith("broken.json")
        .hasMessageContaining(message)
        .message()
        .doesNotContain("TESTER", "PAT", "1951", "1EG4", "Doe", "much");
  }

  @Test
  void saysNothingOfThePatient() throws Exception {
    Claim claim = ClaimJson.parse(bytes("institutional.json"), "i");
    assertThat(claim + " " + claim.coverage() + claim.coverage().patient() + claim.providers())
        .doesNotContain("TESTER", "KIM", "ALEX", "1999", "W000000001");
    assertThat(claim.coverage().patient()).isEqualTo(claim.coverage().dependent());
  }

  @Test
  void refusesAHugeFileUnread(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("huge.json");
    Files.write(file, new byte[(8 << 20) + 1]);
    assertThatThrownBy(() -> ClaimJson.read(file))
        .isInstanceOf(ClaimFormatException.class)
        .hasMessage("huge.json is larger than any claim (8 MiB).");
  }

  @ParameterizedTest
  @CsvSource({"1234567893, true", "1234567890, false", "12345, false", "123456789X, false"})
  void knowsTheCheckDigitOfAnNpi(String npi, boolean valid) {
    assertThat(new Provider(npi, "N", null, null, null, null).hasValidNpi()).isEqualTo(valid);
  }

  /** Every component of every record stands in the schema, and nothing else does. */
  @Test
  void theSchemaIsOfTheseRecords() throws IOException {
    JsonNode schema = JsonMapper.builder().build().readTree(SCHEMA.toFile());
    Map<String, Class<?>> records =
        Map.of(
            "address", Address.class,
            "person", Person.class,
            "payer", Payer.class,
            "coverage", Coverage.class,
            "provider", Provider.class,
            "providers", Providers.class,
            "diagnosis", Diagnosis.class,
            "attachment", Attachment.class,
            "institutional", InstitutionalDetails.class,
            "line", ClaimLine.class);
    assertThat(names(schema)).isEqualTo(components(Claim.class));
    records.forEach((name, type) ->
        assertThat(names(schema.path("$defs").path(name))).as(name).isEqualTo(components(type)));
  }

  private static List<String> names(JsonNode schema) {
    List<String> names = new ArrayList<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> components(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = ClaimJsonTest.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return in.readAllBytes();
    }
  }
}
