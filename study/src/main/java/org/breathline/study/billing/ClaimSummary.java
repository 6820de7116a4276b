package org.breathline.study.billing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.breathline.billing.rules.CheckResult.Verdict;
import org.breathline.billing.rules.Finding;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What will become of a claim; the JSON of {@code claim check --json}. Nothing in it says whose it
 * is.
 *
 * @param provenance how it came to be
 * @param verdict on the whole claim
 * @param findings what the rules have to say
 * @param payments what Medicare allows for each line
 */
public record ClaimSummary(
    Provenance provenance, Verdict verdict, List<Said> findings, List<Payment> payments) {

  /**
   * A finding.
   *
   * @param severity deny, warn, advise or ok
   * @param rule which
   * @param lines 1 for the first; none for the whole claim
   * @param statement a sentence
   * @param carc predicted reason codes
   * @param rarc predicted remark codes
   * @param mending what to do; empty where there is nothing
   * @param source where the rule stands
   */
  public record Said(
      String severity,
      String rule,
      List<Integer> lines,
      String statement,
      List<String> carc,
      List<String> rarc,
      String mending,
      Source source) {

    static Said of(Finding finding) {
      return switch (finding) {
        case Finding.Deny d -> said("deny", d, d.denial().carc(), d.denial().rarc(), d.mending());
        case Finding.Warn w -> said("warn", w, w.denial().carc(), w.denial().rarc(), w.mending());
        case Finding.Advise a -> said("advise", a, List.of(), List.of(), a.mending());
        case Finding.Ok o -> said("ok", o, List.of(), List.of(), "");
      };
    }

    private static Said said(
        String severity, Finding f, List<String> carc, List<String> rarc, String mending) {
      return new Said(
          severity, f.rule(), f.lines(), f.statement(), carc, rarc, mending, Source.of(f));
    }
  }

  /**
   * Where a rule stands.
   *
   * @param file or document
   * @param effective from when, or absent
   * @param through until when, or absent
   * @param row what in it was used
   */
  public record Source(
      String file, @Nullable String effective, @Nullable String through, String row) {

    static Source of(Finding finding) {
      var source = finding.source();
      return new Source(
          source.file(),
          source.effective() == null ? null : source.effective().toString(),
          source.through() == null ? null : source.through().toString(),
          source.row());
    }
  }

  /**
   * What a line pays.
   *
   * @param line 1 for the first
   * @param code billed
   * @param allowed US dollars for all its units; null where there is none or it is not known
   * @param reason why there is no amount, or what it is
   */
  public record Payment(
      int line,
      String code,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal allowed,
      String reason) {}
}
