package org.breathline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.breathline.core.respiration.recording.BeamOnRule;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.TraceRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a user may decide about a trace, the same in every verb that reads one. */
final class TraceOptionGroup {

  @Option(names = "--invert", description = "Take the trace the other way up than detected.")
  private boolean invert;

  @Option(
      names = "--beam-on",
      paramLabel = "COLUMN=VALUE",
      description = "What says \"beam on\", such as ttlin=0 (default: detected, and shown).")
  private @Nullable String beamOn;

  @Option(
      names = "--edits",
      paramLabel = "FILE",
      description = "Corrections of the breaths: peaks moved, added or removed.")
  private @Nullable Path edits;

  TraceRequest request(Path trace) {
    return new TraceRequest(trace, invert, rule(), Optional.ofNullable(edits));
  }

  /**
   * A trace that may be left out; then nothing can be decided about it.
   *
   * @throws UsageException if something is
   */
  Optional<TraceRequest> request(Optional<Path> trace) {
    if (trace.isEmpty() && (invert || beamOn != null || edits != null)) {
      throw new UsageException("--invert, --beam-on and --edits say how to read a --trace.");
    }
    return trace.map(this::request);
  }

  private Optional<BeamOnRule> rule() {
    if (beamOn == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(BeamOnRule.parse(beamOn));
    } catch (IllegalArgumentException e) {
      throw new UsageException("--beam-on: " + e.getMessage() + ".");
    }
  }
}
