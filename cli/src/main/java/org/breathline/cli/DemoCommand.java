package org.breathline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.breathline.core.phantom.TumourSite;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.phantom.MakePhantom;
import org.breathline.study.phantom.PhantomRequest;
import org.breathline.study.report.SimulationFigures;
import org.breathline.study.simulate.Simulate;
import org.breathline.study.simulate.SimulateRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = "Scan a breathing phantom, sort the scan along its trace, and write a report.")
final class DemoCommand extends Verb {

  private static final long SEED = 1;

  @Option(
      names = "--no-serve",
      description = "Serve nothing afterwards (this version has no server: it never does).")
  @SuppressWarnings("UnusedVariable") // accepted, so that scripts need not change once there is one
  private boolean noServe;

  @Override
  Outcome run(Terminal progress) throws Exception {
    Path demo = StateFolder.path().resolve("demo");
    Path phantom = demo.resolve("phantom");
    Path result = demo.resolve("result");
    MakePhantom.run(
        new PhantomRequest(PhantomRequest.Size.SMALL, TumourSite.LUNG, SEED, Optional.empty()),
        phantom,
        progress);
    SimulationFigures figures =
        Simulate.run(
            new SimulateRequest(
                phantom.resolve("scan"),
                Optional.of(TraceRequest.of(phantom.resolve("trace.vxp")))),
            result,
            progress);
    return new Outcome(figures, SimulateCommand.words(figures), result.resolve("report.html"));
  }
}
