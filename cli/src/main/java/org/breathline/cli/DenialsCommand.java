package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breathline.study.billing.ReadDenials;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "denials",
    description = "Read a remittance (835): what was not paid, why, and how it is mended.")
final class DenialsCommand extends Verb {

  @Parameters(paramLabel = "835FILE", description = "The remittance.")
  private Path file = Path.of("");

  @Option(
      names = "--claim",
      paramLabel = "FILE",
      description = "The claim that it answers, to tell which denials the rules had foreseen.")
  private @Nullable Path claim;

  @Mixin private final BillingFolderOption billing = new BillingFolderOption();

  @Override
  Outcome run(Terminal progress) throws Exception {
    ReadDenials.Summary summary =
        ReadDenials.run(file, Optional.ofNullable(claim), billing.folder());
    return new Outcome(summary, words(summary), file);
  }

  private static String words(ReadDenials.Summary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%d claims, %s USD paid, %d denials."
            .formatted(
                summary.claims(), summary.payment().toPlainString(), summary.denials().size()));
    for (ReadDenials.Denied denied : summary.denials()) {
      lines.add(
          "  %s line %d %s: %s USD, %s (%s)"
              .formatted(
                  denied.claim(),
                  denied.line(),
                  denied.code() == null ? "whole claim" : denied.code(),
                  denied.amount().toPlainString(),
                  denied.cause(),
                  Stream.concat(
                          Stream.of(denied.group() + "-" + denied.carc()), denied.rarc().stream())
                      .collect(Collectors.joining(", "))));
      lines.add("      mended: " + denied.mending());
      List<String> predicted = denied.predictedBy();
      if (predicted != null) {
        lines.add(
            predicted.isEmpty()
                ? "      no rule had foreseen it"
                : "      foreseen by " + String.join(", ", predicted));
      }
    }
    return String.join(System.lineSeparator(), lines);
  }
}
