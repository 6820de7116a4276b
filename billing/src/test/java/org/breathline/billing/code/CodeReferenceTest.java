package org.breathline.billing.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.breathline.billing.rules.RuleData;
import org.breathline.billing.table.Table;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;

/** The pages of the codes: complete, with a source for everything, and without a descriptor. */
final class CodeReferenceTest {

  private static final String DESCRIPTORS = "billing/cms/pprrvu_2020_2024_all_releases_radonc.csv";
  private static final CodeReference REFERENCE =
      new CodeReference(RuleData.shipped(), LocalDate.of(2026, 7, 15));

  @Test
  void thePageOf77293Answers() {
    CodeEntry page = REFERENCE.page("77293").orElseThrow();
    assertThat(page.sections().stream().map(CodeEntry.Section::title))
        .contains(
            "Clinical context",
            "Workflow",
            "Sites of service",
            "Documentation needed",
            "Primaries",
            "Payment by locality",
            "Modifiers",
            "Payers",
            "Common denials and their mending",
            "Related codes");
    assertThat(page.toString())
        .contains(
            "with 77295 or 77301 alone",
            "whole 401.81 USD, 26 104.21 USD, TC 297.60 USD",
            "column 1 of 205 pairs, 106 of them with indicator 0",
            "AK-01");
  }

  @Test
  void everyStatementHasASourceAndADateOrSaysThatItHasNone() {
    assertThat(CodeReference.codes()).hasSize(20);
    for (String code : CodeReference.codes()) {
      CodeEntry page = REFERENCE.page(code).orElseThrow();
      assertThat(page.words()).isNotBlank();
      for (CodeEntry.Section section : page.sections()) {
        assertThat(section.statements()).isNotEmpty();
        for (CodeEntry.Statement statement : section.statements()) {
          assertThat(List.of(statement.text(), statement.source(), statement.date()))
              .as(code + ", " + section.title())
              .doesNotContain("");
        }
      }
    }
  }

  @Test
  @RequiresData(DESCRIPTORS)
  void noDescriptorStandsOnAnyPage() throws Exception {
    StringBuilder pages = new StringBuilder();
    for (String code : CodeReference.codes()) {
      pages.append(REFERENCE.page(code).orElseThrow());
    }
    String text = pages.toString().toLowerCase(Locale.ROOT);
    try (Table table = Table.open(TestData.get(DESCRIPTORS), "hcpcs", "description")) {
      while (table.next()) {
        assertThat(text).doesNotContain(table.cell("description").toLowerCase(Locale.ROOT));
      }
    }
  }
}
