package org.breathline.billing.rules;

import java.util.List;

/**
 * What the rules have to say of a claim.
 *
 * @param findings in the order of the rules
 */
public record CheckResult(List<Finding> findings) {

  /** In one word. */
  public enum Verdict {
    /** A payer will deny something of it. */
    DENIED,
    /** A payer may deny something of it. */
    DOUBTFUL,
    /** Nothing speaks against it as far as the rules and their data go. */
    CLEAN
  }

  /** Copies the list. */
  public CheckResult {
    findings = List.copyOf(findings);
  }

  /** The verdict on the whole claim. */
  public Verdict verdict() {
    if (findings.stream().anyMatch(f -> f instanceof Finding.Deny)) {
      return Verdict.DENIED;
    }
    return findings.stream().anyMatch(f -> f instanceof Finding.Warn)
        ? Verdict.DOUBTFUL
        : Verdict.CLEAN;
  }
}
