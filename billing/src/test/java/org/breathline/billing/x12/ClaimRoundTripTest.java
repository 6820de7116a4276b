package org.breathline.billing.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimJson;
import org.breathline.billing.claim.ClaimLine;
import org.breathline.billing.claim.Diagnosis;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims out and in again are the same, and another parser reads the same out of them. */
final class ClaimRoundTripTest {

  static Stream<Claim> claims() {
    return Stream.of(X12Claims.professional(), X12Claims.ofADependent(), X12Claims.institutional());
  }

  @ParameterizedTest
  @MethodSource("claims")
  void comesBackAsItWent(Claim claim) throws Exception {
    assertThat(read(write(claim))).containsExactly(claim);
  }

  @ParameterizedTest
  @MethodSource("claims")
  void isTheSameToAnotherParser(Claim claim) throws Exception {
    assertThat(byAnotherParser(write(claim), claim.form())).containsExactly(gist(claim));
  }

  @Test
  void itsEnvelopeIsWhole() throws Exception {
    String text = write(X12Claims.professional());
    assertThat(text)
        .startsWith(
            "ISA*00*          *00*          *ZZ*SUB1           *ZZ*12345          *260316*0830*^*00501*000000007*0*T*:~");
    assertThat(text.lines().filter(l -> l.startsWith("CLM")))
        .containsExactly("CLM*CASE-1*5301.10***11:B:7*Y*A*Y*Y~");
    assertThat(text.lines().filter(l -> l.startsWith("SV1")).toList().get(1))
        .isEqualTo("SV1*HC:77293:59:XS*801.10*UN*1*22**1:2~");
  }

  /**
   * The sample that is called valid, with the very faults that {@code samples.txt} names mended
   * (and its ICD-9 and six-character code replaced), is valid: so there are no others.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"x12_valid.txt", "x12_valid_different_separators.txt", "x12_multiple_isa.txt"})
  @RequiresData("billing/x12")
  void aMendedSampleIsValid(String name) throws Exception {
    String text =
        Files.readString(TestData.get("billing/x12").resolve(name), StandardCharsets.US_ASCII);
    boolean other = name.contains("separators");
    String mended = other ? text.replace('~', '*').replace('_', '~').replace('^', ':') : text;
    // The separators themselves again, as the file has them.
    mended =
        mended
            .replace("HI*BK*8901*BF*87200*BF:5559", "HI*ABK:C3431*ABF:J449*ABF:I10")
            .replace("HI*BK*1987*BF*4134*BF:5559", "HI*ABK:C3432*ABF:J449*ABF:I10")
            .replace("HL*2*1*22*1", "HL*2*1*22*0")
            .replace("HL*2*3*22*1", "HL*3*1*22*0")
            .replace("SBR*P**", "SBR*P*18*")
            .replace("*500***", "*12.25***")
            .replace("HC:478331:", "HC:77293:")
            .replace("SE*25*", "SE*34*");
    if (other) {
      mended = mended.replace(':', '^').replace('~', '_').replace('*', '~');
    }
    List<Claim> claims = read(mended);
    assertThat(claims.stream().map(c -> c.lines().getFirst().code()))
        .startsWith("99211", "77293")
        .hasSize(name.contains("multiple") ? 4 : 2);
    if (!other) {
      assertThat(byAnotherParser(mended, ClaimForm.PROFESSIONAL))
          .containsExactlyElementsOf(claims.stream().map(ClaimRoundTripTest::gist).toList());
    }
  }

  @Test
  void whatX12CannotSayIsRefusedAndNamed() throws Exception {
    Claim claim = fromJson("professional.json");
    assertThatThrownBy(() -> write(withId(claim, "A*B")))
        .isInstanceOf(X12Exception.class)
        .hasMessageContaining("CLM01")
        .message()
        .doesNotContain("A*B", "TESTER");
    assertThatThrownBy(() -> write(fromJson("institutional.json")))
        .isInstanceOf(X12Exception.class)
        .hasMessageContaining("N301: the billing provider's address is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CLM*CASE-1*5301.10     | CLM*CASE-1*5301.11    | CLM02 (loop 2300): not the sum
          CLM*CASE-1*5301.10     | CLM*CASE-1*many       | CLM02 (loop 2300): not an amount
          HI*ABK:C3431           | HI*ABK:8901X9         | HI01 (loop 2300): code is not an ICD-10-CM
          HC:77301               | HC:773011             | SV101 (loop 2400): code is not five
          DTP*472*D8*20260314    | DTP*472*D8*20261314   | DTP03 (loop 2400): not a day
          SBR*P*18               | SBR*P*                | SBR02 (loop 2000B): 18
          NM1*IL*1*TESTER        | NM1*ZZ*1*TESTER       | NM101 (loop 2000B): not one of IL
          11:B:7                 | 11:A:7                | CLM05-2 (loop 2300): not one of B
          """)
  void refusesWithSegmentAndElement(String good, String bad, String message) throws Exception {
    String text = write(X12Claims.professional());
    assertThat(text).contains(good);
    assertThatThrownBy(() -> read(text.replace(good, bad)))
        .isInstanceOf(X12Exception.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("TESTER", "1AB2C34DE56", "SAMPLE", "1956");
  }

  private static Claim withId(Claim c, String id) {
    return new Claim(
        id,
        c.form(),
        c.frequency(),
        c.originalReference(),
        c.coverage(),
        c.providers(),
        c.placeOfService(),
        c.institutional(),
        c.diagnoses(),
        c.priorAuthorisation(),
        c.referralNumber(),
        c.attachments(),
        c.charge(),
        c.lines());
  }

  private static Claim fromJson(String name) throws Exception {
    try (var in = Claim.class.getResourceAsStream(name)) {
      assertThat(in).isNotNull();
      return ClaimJson.parse(in.readAllBytes(), name);
    }
  }

  private static String write(Claim claim) throws X12Exception {
    return ClaimWriter.write(claim, X12Claims.SUBMITTER, 7, X12Claims.AT, true);
  }

  private static List<Claim> read(String text) throws X12Exception {
    X12File.Contents contents = X12File.read(text.getBytes(StandardCharsets.US_ASCII), "test");
    assertThat(contents).isInstanceOf(X12File.Contents.Claims.class);
    return ((X12File.Contents.Claims) contents).claims();
  }

  /** What of a claim both parsers are asked for. */
  private record Gist(
      String id, BigDecimal charge, String member, List<String> diagnoses, List<String> lines) {}

  private static Gist gist(Claim claim) {
    return new Gist(
        claim.id(),
        claim.charge(),
        claim.coverage().memberId(),
        claim.diagnoses().stream().map(Diagnosis::withoutDot).toList(),
        claim.lines().stream()
            .map((ClaimLine l) ->
                l.code() + l.modifiers() + l.charge().toPlainString() + l.diagnosisPointers())
            .toList());
  }

  private static List<Gist> byAnotherParser(String text, ClaimForm form) throws Exception {
    boolean hospital = form == ClaimForm.INSTITUTIONAL;
    X12Reader reader =
        new X12Reader(
            hospital ? FileType.ANSI837_5010_X223 : FileType.ANSI837_5010_X222,
            new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    // Its guide has one HI for the principal, the other diagnoses and the conditions alike.
    assertThat(reader.getErrors())
        .allMatch(e -> hospital && e.equals("HI in loop 2300 appears too many times"));
    assertThat(reader.getFatalErrors()).isEmpty();
    List<Gist> gists = new ArrayList<>();
    for (com.imsweb.x12.Loop interchange : reader.getLoops()) {
      for (com.imsweb.x12.Loop subscriber : interchange.findLoop("2000B")) {
        for (com.imsweb.x12.Loop claim : subscriber.findLoop("2300")) {
          gists.add(gist(subscriber, claim, hospital));
        }
      }
    }
    return gists;
  }

  private static Gist gist(
      com.imsweb.x12.Loop subscriber, com.imsweb.x12.Loop claim, boolean hospital) {
    List<String> diagnoses = new ArrayList<>();
    claim.getSegments().stream()
        .filter(s -> s.getId().equals("HI"))
        .flatMap(s -> s.getElements().stream())
        .map(e -> e.getSubValues())
        .filter(v -> v.getFirst().startsWith("AB"))
        .forEach(v -> diagnoses.add(v.get(1)));
    List<String> lines = new ArrayList<>();
    for (com.imsweb.x12.Loop line : claim.findLoop("2400")) {
      com.imsweb.x12.Segment sv = line.getSegment(hospital ? "SV2" : "SV1");
      List<String> procedure = sv.getElement(hospital ? "SV202" : "SV101").getSubValues();
      List<Integer> pointers =
          hospital
              ? List.of()
              : sv.getElement("SV107").getSubValues().stream().map(Integer::valueOf).toList();
      lines.add(
          procedure.get(1)
              + procedure.subList(2, procedure.size())
              + sv.getElementValue(hospital ? "SV203" : "SV102")
              + pointers);
    }
    return new Gist(
        claim.getSegment("CLM").getElementValue("CLM01"),
        new BigDecimal(claim.getSegment("CLM").getElementValue("CLM02")),
        Optional.ofNullable(subscriber.getLoop("2010BA"))
            .map(l -> l.getSegment("NM1").getElementValue("NM109"))
            .orElse(""),
        diagnoses,
        lines);
  }
}
