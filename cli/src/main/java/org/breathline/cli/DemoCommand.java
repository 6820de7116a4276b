package org.breathline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.core.target.PhaseWindow;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.phantom.MakePhantom;
import org.breathline.study.phantom.PhantomRequest;
import org.breathline.study.phantom.PhantomSummary;
import org.breathline.study.simulate.Simulate;
import org.breathline.study.simulate.SimulateRequest;
import org.breathline.study.simulate.SimulationFigures;
import org.breathline.study.structures.TumourChoice;
import org.breathline.study.target.TargetMethod;
import org.breathline.study.target.TargetRecipe;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = "Scan a breathing phantom, sort the scan along its trace, and write a report.")
final class DemoCommand extends Verb {

  private static final long SEED = 1;
  private static final double MARGIN_MM = 5;

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
    PhantomSummary made =
        MakePhantom.run(
            new PhantomRequest(PhantomRequest.Size.SMALL, TumourSite.LUNG, SEED, Optional.empty()),
            phantom,
            progress);
    SimulationFigures figures =
        Simulate.run(
            new SimulateRequest(
                    phantom.resolve("scan"),
                    Optional.of(TraceRequest.of(phantom.resolve("trace.vxp"))))
                .withTarget(target(made)),
            result,
            progress);
    return new Outcome(figures, SimulateCommand.words(figures), result.resolve("report.html"));
  }

  /** As a person would click it, in the phase at the end of exhalation. */
  private static SimulateRequest.Target target(PhantomSummary phantom) {
    return new SimulateRequest.Target(
        new TumourChoice.Clicked(phantom.tumour().endExhale(), Optional.empty()),
        new TargetRecipe(
            MARGIN_MM,
            List.of(),
            TargetMethod.UNION,
            PhaseWindow.WHOLE,
            OptionalDouble.of(MARGIN_MM),
            TargetRecipe.USUAL_ERRORS,
            true,
            false),
        false,
        Optional.empty());
  }
}
