package org.breathline.core.scan;

import java.util.List;
import java.util.Optional;

/**
 * What became of a heap of slices.
 *
 * @param scan the scan; empty if a finding refuses it
 * @param findings what was found, refusals first
 */
public record ScanAssembly(Optional<TimedScan> scan, List<ScanFinding> findings) {

  /** Copies the list. */
  public ScanAssembly {
    findings = List.copyOf(findings);
  }
}
