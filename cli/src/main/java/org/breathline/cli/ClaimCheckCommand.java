package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breathline.study.billing.CheckClaim;
import org.breathline.study.billing.ClaimSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Say what will be paid, what will be denied and why, and how it is mended.")
final class ClaimCheckCommand extends Verb {

  @Parameters(paramLabel = "FILE", description = "A claim as JSON or 837.")
  private Path file = Path.of("");

  @Option(
      names = "--context",
      paramLabel = "FILE",
      description = "What else is known, as JSON: earlier services, the target's side, the plan.")
  private @Nullable Path context;

  @Option(
      names = "--payer",
      paramLabel = "ID",
      description = "The payer profile (default: by the payer's name).")
  private @Nullable String payer;

  @Option(
      names = "--locality",
      paramLabel = "L",
      description = "For what Medicare pays, such as AK-01 (default: the nation).")
  private @Nullable String locality;

  @Option(names = "--all", description = "Show what is in order as well.")
  private boolean all;

  @Mixin private final BillingFolderOption billing = new BillingFolderOption();

  @Override
  Outcome run(Terminal progress) throws Exception {
    ClaimSummary summary =
        CheckClaim.run(
            new CheckClaim.Request(
                file,
                Optional.ofNullable(context),
                Optional.ofNullable(payer),
                Optional.ofNullable(locality)),
            billing.folder());
    return new Outcome(summary, words(summary), file);
  }

  private String words(ClaimSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        switch (summary.verdict()) {
          case DENIED -> "Something of this claim will be denied.";
          case DOUBTFUL -> "Something of this claim may be denied.";
          case CLEAN -> "Nothing speaks against this claim, as far as the rules and their data go.";
        });
    for (ClaimSummary.Said said : summary.findings()) {
      if (all || !said.severity().equals("ok")) {
        String where =
            said.lines().isEmpty()
                ? ""
                : "line %s: "
                    .formatted(
                        said.lines().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        lines.add("  %-7s %s%s".formatted(said.severity(), where, said.statement()));
        if (!said.carc().isEmpty()) {
          lines.add(
              "          as "
                  + Stream.concat(said.carc().stream(), said.rarc().stream())
                      .collect(Collectors.joining(", "))
                  + "; mended: "
                  + said.mending());
        }
      }
    }
    for (ClaimSummary.Payment payment : summary.payments()) {
      lines.add(
          "  line %d %s %s (%s)"
              .formatted(
                  payment.line(),
                  payment.code(),
                  payment.allowed() == null ? "-" : payment.allowed() + " USD",
                  payment.reason()));
    }
    return String.join(System.lineSeparator(), lines);
  }
}
