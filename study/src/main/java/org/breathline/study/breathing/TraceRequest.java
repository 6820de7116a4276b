package org.breathline.study.breathing;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.respiration.recording.BeamOnRule;

/**
 * A trace and what the user decided about it.
 *
 * @param file the trace
 * @param invert whether to take it the other way up than detected
 * @param beamOn what says "beam on"; empty: detected
 * @param edits corrections of its breaths; empty: none
 */
public record TraceRequest(
    Path file, boolean invert, Optional<BeamOnRule> beamOn, Optional<Path> edits) {

  /** Everything detected. */
  public static TraceRequest of(Path file) {
    return new TraceRequest(file, false, Optional.empty(), Optional.empty());
  }

  /** What is read, and must not be replaced by results. */
  public List<Path> files() {
    return edits.map(e -> List.of(file, e)).orElseGet(() -> List.of(file));
  }

  /** For the provenance; paths are left out, what they hold is in its inputs. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("invert", invert);
    parameters.put("beamOn", beamOn.map(BeamOnRule::toString).orElse("detected"));
    parameters.put("edited", edits.isPresent());
    return parameters;
  }
}
