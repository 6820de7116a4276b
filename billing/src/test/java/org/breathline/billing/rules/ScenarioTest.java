package org.breathline.billing.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimFormatException;
import org.breathline.billing.claim.ClaimJson;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Claims in plain files, one a case, each with its source and what must be found. What denies or
 * warns must be what the case expects, and nothing else.
 */
final class ScenarioTest {

  private static final Path FOLDER =
      TestData.projectRoot()
          .resolve("billing/src/test/resources/org/breathline/billing/rules/scenarios");

  private record Scenario(
      String title,
      String source,
      Claim claim,
      @Nullable ClaimContext context,
      List<Expected> expect,
      @Nullable List<String> never) {}

  private record Expected(
      String severity,
      String rule,
      @Nullable List<Integer> lines,
      @Nullable String carc,
      @Nullable String says) {

    boolean fits(Finding finding) {
      return finding.rule().equals(rule)
          && severityOf(finding).equals(severity)
          && (lines == null || finding.lines().equals(lines))
          && (says == null || finding.statement().contains(says))
          && (carc == null || denial(finding).carc().contains(carc));
    }
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return files().stream()
        .map(f -> DynamicTest.dynamicTest(String.valueOf(f.getFileName()), () -> check(f)));
  }

  @Test
  void thereAreAtLeast150() throws IOException {
    int cases = files().size();
    assertThat(cases).isGreaterThanOrEqualTo(150);
    ValidationRecord.write(
        "billing",
        "claim scenarios in files, each with its source, that give exactly the denials and warnings"
            + " expected",
        cases,
        "each case's source",
        "every one",
        "scenarios");
  }

  private static void check(Path file) throws IOException, ClaimFormatException {
    Scenario scenario =
        ClaimJson.parse(
            Files.readAllBytes(file), String.valueOf(file.getFileName()), Scenario.class);
    assertThat(scenario.source()).isNotBlank();
    ClaimContext context = scenario.context();
    List<Finding> found =
        new ClaimCheck(RuleData.shipped())
            .check(scenario.claim(), context == null ? ClaimContext.NONE : context)
            .findings();
    for (Expected expected : scenario.expect()) {
      assertThat(found).as(scenario.title()).anyMatch(expected::fits);
    }
    Set<String> wanted = new TreeSet<>();
    scenario.expect().stream()
        .filter(e -> speaksAgainst(e.severity()))
        .forEach(e -> wanted.add(e.severity() + " " + e.rule()));
    Set<String> against = new TreeSet<>();
    for (Finding finding : found) {
      if (speaksAgainst(severityOf(finding))) {
        against.add(severityOf(finding) + " " + finding.rule());
        assertThat(denial(finding).carc()).as(finding.rule()).isNotEmpty();
      }
      assertThat(finding.source().file()).isNotBlank();
    }
    assertThat(against).as(scenario.title()).isEqualTo(wanted);
    List<String> never = scenario.never();
    if (never != null) {
      for (Finding finding : found) {
        assertThat(never)
            .doesNotContain(finding.rule(), finding.rule() + " " + severityOf(finding));
      }
    }
  }

  private static boolean speaksAgainst(String severity) {
    return severity.equals("deny") || severity.equals("warn");
  }

  private static String severityOf(Finding finding) {
    return switch (finding) {
      case Finding.Deny _ -> "deny";
      case Finding.Warn _ -> "warn";
      case Finding.Advise _ -> "advise";
      case Finding.Ok _ -> "ok";
    };
  }

  private static Denial denial(Finding finding) {
    return switch (finding) {
      case Finding.Deny deny -> deny.denial();
      case Finding.Warn warn -> warn.denial();
      default -> new Denial(List.of(), List.of());
    };
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }
}
