package org.breathline.study.report;

import java.time.Instant;
import java.util.List;

/**
 * A report before it is HTML or PDF.
 *
 * @param title what it is
 * @param subtitle one line below it
 * @param product the software and its version, shown on every page
 * @param created when, shown in UTC
 * @param blocks from top to bottom
 */
public record ReportDocument(
    String title, String subtitle, String product, Instant created, List<Block> blocks) {

  /** Stands on every page of every report. */
  public static final String INTENDED_USE = "For research and education. Not a medical device.";

  /** Of the text on a page, and of the widest figures, points. */
  public static final double WIDTH = 493;

  /** The language of every report, as a BCP 47 tag. */
  static final String LANGUAGE = "en";

  /** Copies the list. */
  public ReportDocument {
    blocks = List.copyOf(blocks);
  }

  /** When it was made, to the minute. */
  String createdText() {
    return created.toString().substring(0, 16).replace('T', ' ') + " UTC";
  }
}
