package org.breathline.study.simulate;

import java.nio.file.Path;
import java.util.Optional;
import org.breathline.study.breathing.TraceRequest;

/**
 * What is to be simulated.
 *
 * @param scan an unsorted scan, or a 4DCT sorted by phase
 * @param trace its breathing trace; needed for an unsorted scan
 */
public record SimulateRequest(Path scan, Optional<TraceRequest> trace) {

  /** What the results must not replace. */
  Path[] inputs() {
    return trace.map(t -> new Path[] {scan, t.file()}).orElseGet(() -> new Path[] {scan});
  }
}
