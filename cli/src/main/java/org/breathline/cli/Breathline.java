package org.breathline.cli;

import org.breathline.study.output.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: chooses the verb, and turns what went wrong into a sentence and an exit code. */
@Command(
    name = "breathline",
    mixinStandardHelpOptions = true,
    versionProvider = Breathline.VersionProvider.class,
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      InfoCommand.class,
      PhantomCommand.class,
      TraceCommand.class,
      ReplayCommand.class,
      SortCommand.class,
      SimulateCommand.class,
      RegisterCommand.class,
      MotionCommand.class,
      ItvCommand.class,
      DoseCommand.class,
      QaCommand.class,
      CodeCommand.class,
      FeeCommand.class,
      ClaimCommand.class,
      DenialsCommand.class,
      DemoCommand.class
    },
    description = "From breath to plan to bill: respiration-correlated CT simulation.",
    footer = {
      "",
      "Exit codes: 0 done, 1 a fault of the program, 2 usage, 3 bad input, 4 refused by a quality"
          + " gate, 130 cancelled.",
      "For research and education; not a medical device."
    })
public final class Breathline {

  private Breathline() {}

  /** Runs a verb and exits with its code. */
  public static void main(String[] arguments) {
    int exitCode = run(arguments);
    // Interrupted, the machine is ending already, with its own code, and waits for this thread: see
    // Terminal. To exit here would wait for that end, and so for ever.
    if (!Terminal.isProgramEnding()) {
      System.exit(exitCode);
    }
  }

  /** Runs a verb and returns its exit code. */
  public static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Breathline())
        .setExecutionExceptionHandler(new Failures())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  static final class VersionProvider implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"breathline " + Version.current()};
    }
  }
}
