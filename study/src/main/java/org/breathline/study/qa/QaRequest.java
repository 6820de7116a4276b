package org.breathline.study.qa;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.TraceRequest;

/**
 * What is to be tested.
 *
 * @param scan a 4DCT sorted by phase, or an unsorted scan
 * @param phantom the file that says what the phantom does
 * @param trace the breathing trace: needed for an unsorted scan, else read for its period
 * @param offsetS added to where the trace's beam-on edges put the scan; empty: as the images say
 * @param trend a CSV that gains a row; empty: none
 */
public record QaRequest(
    Path scan,
    Path phantom,
    Optional<TraceRequest> trace,
    OptionalDouble offsetS,
    Optional<Path> trend) {

  /** Checks what belongs together. */
  public QaRequest {
    if (offsetS.isPresent() && trace.isEmpty()) {
      throw new UsageException("--offset moves a --trace; there is none.");
    }
  }

  /** What the results must not replace; the trend is to outlive them. */
  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(List.of(scan, phantom));
    trace.ifPresent(t -> inputs.addAll(t.files()));
    trend.ifPresent(inputs::add);
    return inputs;
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    trace.ifPresent(t -> parameters.putAll(t.parameters()));
    parameters.put(
        "offsetS", offsetS.isPresent() ? (Object) offsetS.getAsDouble() : "from the images");
    parameters.put("trend", trend.isPresent());
    return parameters;
  }
}
