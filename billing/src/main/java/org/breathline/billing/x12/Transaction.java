package org.breathline.billing.x12;

import java.util.List;

/**
 * A transaction as it stands in a file.
 *
 * @param code ST01
 * @param version GS08
 * @param segments from ST to SE
 */
record Transaction(String code, String version, List<Segment> segments) {

  /** Copies. */
  Transaction {
    segments = List.copyOf(segments);
  }
}
