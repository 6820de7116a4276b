package org.breathline.billing.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample file has its expected result in {@code samples.txt}: valid, refused with what is
 * wrong in which segment and element, or not a claim; and why.
 */
@RequiresData("billing/x12")
final class X12SamplesTest {

  /** A line of the table. */
  record Sample(String file, String verdict, String faults, String reason) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Sample> samples() throws IOException {
    try (InputStream in = X12SamplesTest.class.getResourceAsStream("samples.txt")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .map(l -> Arrays.stream(l.split("\\|", -1)).map(String::strip).toList())
          .map(c -> new Sample(c.get(0), c.get(1), c.get(2), c.get(3)));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void isWhatTheTableSays(Sample sample) throws Exception {
    Path file = TestData.get("billing/x12").resolve(sample.file());
    assertThat(sample.reason()).isNotBlank();
    try {
      X12File.Contents contents = X12File.read(file);
      assertThat(sample.verdict())
          .isEqualTo(contents instanceof X12File.Contents.Claims ? "valid" : "not a claim, valid");
    } catch (X12Exception e) {
      assertThat(sample.verdict()).isIn("refused", "not a claim, refused");
      assertThat(summary(e.faults())).isEqualTo(sample.faults());
      assertThat(e).message().doesNotContain("DOE", "JOHN", "ANGELASZEK", "WONDER", "SMITH");
    }
  }

  @Test
  void theTableIsOfAllOfThem() throws Exception {
    try (Stream<Path> files = Files.list(TestData.get("billing/x12"))) {
      assertThat(samples().map(Sample::file))
          .containsExactlyInAnyOrderElementsOf(
              files.map(f -> String.valueOf(f.getFileName())).toList());
    }
  }

  /** The first segments and elements named, and how many faults there are. */
  private static String summary(List<X12Fault> faults) {
    return faults.stream()
            .limit(8)
            .map(f -> (f.segment() + " " + f.name()).strip())
            .collect(Collectors.joining(", "))
        + (faults.size() > 8 ? ", ... of " + faults.size() : "");
  }
}
