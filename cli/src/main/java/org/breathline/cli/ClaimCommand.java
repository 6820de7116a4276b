package org.breathline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "claim",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "WHAT",
    subcommands = {
      ClaimCheckCommand.class,
      ClaimFromCommand.class,
      ClaimWriteCommand.class,
      ClaimImportCommand.class
    },
    description =
        "Claims: make them from a study, check them by dated rules, write them. Each takes --json.")
final class ClaimCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "claim: say what, one of " + String.join(", ", spec.subcommands().keySet()) + ".");
  }
}
