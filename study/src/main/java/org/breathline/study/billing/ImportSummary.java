package org.breathline.study.billing;

import java.util.List;
import org.breathline.study.output.Provenance;

/**
 * What was imported; the JSON of {@code claim import --json}.
 *
 * @param provenance how it came to be
 * @param folder where it is kept
 * @param tables what was read
 * @param skipped files that are none of those that are understood, with the reason
 */
public record ImportSummary(
    Provenance provenance, String folder, List<Imported> tables, List<String> skipped) {

  /**
   * A table.
   *
   * @param file its name
   * @param kind what it holds
   * @param effective from which date of service
   * @param rows how many
   */
  public record Imported(String file, String kind, String effective, long rows) {}
}
