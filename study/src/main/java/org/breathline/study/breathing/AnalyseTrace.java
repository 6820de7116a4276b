package org.breathline.study.breathing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.breathline.study.InputException;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.BreathingResult;
import org.breathline.study.report.TraceReport;

/**
 * Reads a trace and says what it holds: the breath table, and on request a report with its plot.
 */
public final class AnalyseTrace {

  private AnalyseTrace() {}

  /**
   * Analyses a trace.
   *
   * @param out receives {@code trace.html}, {@code trace.pdf} and {@code trace.json}; empty:
   *     nothing is written
   * @throws InputException if there is no breath in it, or the edits do not fit it
   * @throws IOException if it is bad
   */
  public static TraceReport.Figures run(TraceRequest request, Optional<Path> out)
      throws IOException, InputException {
    LoadedTrace trace = LoadedTrace.load(request);
    BreathingResult breathing = new BreathingResult(trace.interpretation(), trace.cycles());
    Provenance provenance = Provenance.of("trace", request.parameters(), trace.inputs());
    if (out.isPresent()) {
      try (OutputFolder folder =
          OutputFolder.create(out.get(), request.files().toArray(Path[]::new))) {
        TraceReport.write(breathing, provenance, Instant.now(), folder.staging());
        Json.write(provenance, folder.staging().resolve(OutputFolder.MANIFEST));
        folder.commit();
      }
    }
    return TraceReport.figures(breathing, provenance);
  }
}
