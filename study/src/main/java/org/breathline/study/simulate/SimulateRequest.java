package org.breathline.study.simulate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.study.breathing.TraceRequest;

/**
 * What is to be simulated.
 *
 * @param scan an unsorted scan, or a 4DCT sorted by phase
 * @param trace its breathing trace; needed for an unsorted scan
 * @param offsetS added to where the trace's beam-on edges (without them: its first sample) put the
 *     scan; empty: checked, and where need be found, by the images
 * @param register whether the phases are registered with one another
 */
public record SimulateRequest(
    Path scan, Optional<TraceRequest> trace, OptionalDouble offsetS, boolean register) {

  /** The whole chain, with the clocks as beam-on edges and images have them. */
  public SimulateRequest(Path scan, Optional<TraceRequest> trace) {
    this(scan, trace, OptionalDouble.empty(), true);
  }

  /** The same without the registration, which takes most of the time. */
  public SimulateRequest withoutRegistration() {
    return new SimulateRequest(scan, trace, offsetS, false);
  }

  /** What the results must not replace. */
  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(List.of(scan));
    trace.ifPresent(t -> inputs.addAll(t.files()));
    return inputs;
  }
}
