package org.breathline.cli;

import java.nio.file.Path;
import org.breathline.billing.x12.Submitter;
import org.breathline.study.UsageException;
import org.breathline.study.billing.WriteClaim;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "write", description = "Write a claim as X12 or FHIR.")
final class ClaimWriteCommand extends Verb {

  @Parameters(paramLabel = "FILE", description = "A claim as JSON or 837.")
  private Path file = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      description = "837p, 837i, fhir, pas (FHIR for prior authorisation) or json.")
  private String format = "";

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
  private Path out = Path.of("");

  @Option(names = "--submitter-name", paramLabel = "NAME", description = "Who sends an 837.")
  private String name = "";

  @Option(names = "--submitter-id", paramLabel = "ID", description = "Its number, for an 837.")
  private String id = "";

  @Option(names = "--contact", paramLabel = "NAME", description = "Its contact, for an 837.")
  private String contact = "";

  @Option(names = "--phone", paramLabel = "N", description = "The contact's telephone, digits.")
  private String phone = "";

  @Option(names = "--receiver-name", paramLabel = "NAME", description = "Default: the payer.")
  private @Nullable String receiverName;

  @Option(names = "--receiver-id", paramLabel = "ID", description = "Default: the payer's.")
  private @Nullable String receiverId;

  @Option(names = "--production", description = "Mark an 837 as meant (default: as a test).")
  private boolean production;

  @Override
  Outcome run(Terminal progress) throws Exception {
    WriteClaim.Written written =
        WriteClaim.run(
            file,
            which(format),
            new Submitter(name, id, contact, phone, receiverName, receiverId),
            !production,
            out);
    return new Outcome(written, "%d lines.".formatted(written.lines()), out);
  }

  private static WriteClaim.Format which(String name) {
    return switch (name) {
      case "837p" -> WriteClaim.Format.X837P;
      case "837i" -> WriteClaim.Format.X837I;
      case "fhir" -> WriteClaim.Format.FHIR;
      case "pas" -> WriteClaim.Format.PAS;
      case "json" -> WriteClaim.Format.JSON;
      default -> throw new UsageException("--format is 837p, 837i, fhir, pas or json.");
    };
  }
}
