package org.breathline.study.billing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimForm;
import org.breathline.billing.claim.ClaimJson;
import org.breathline.billing.fhir.FhirClaims;
import org.breathline.billing.x12.ClaimWriter;
import org.breathline.billing.x12.Submitter;
import org.breathline.billing.x12.X12Exception;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;

/** Writes a claim in another format. */
public final class WriteClaim {

  /** What can be written. */
  public enum Format {
    /** A professional claim as X12. */
    X837P,
    /** A hospital's claim as X12. */
    X837I,
    /** FHIR R4, a collection. */
    FHIR,
    /** FHIR R4, a bundle as Da Vinci PAS asks for prior authorisation. */
    PAS,
    /** Our own JSON. */
    JSON
  }

  /**
   * What was written; the JSON of {@code claim write --json}.
   *
   * @param file where
   * @param format which
   * @param lines of the claim
   */
  public record Written(String file, String format, int lines) {}

  private WriteClaim() {}

  /**
   * Writes.
   *
   * @param claim the file of a claim
   * @param submitter who sends it; asked for by X12
   * @param test whether an 837 is marked as a test
   * @param out the file to write, beside its place first
   * @throws InputException if the claim cannot be read, or not be said in that format
   */
  public static Written run(Path claim, Format format, Submitter submitter, boolean test, Path out)
      throws IOException, InputException {
    Claim read = ClaimFile.readOne(claim);
    String text =
        switch (format) {
          case X837P -> x12(read, ClaimForm.PROFESSIONAL, submitter, test);
          case X837I -> x12(read, ClaimForm.INSTITUTIONAL, submitter, test);
          case FHIR -> FhirClaims.text(FhirClaims.claim(read, Instant.now()));
          case PAS -> FhirClaims.text(FhirClaims.priorAuthorisation(read, Instant.now()));
          case JSON -> ClaimJson.text(read);
        };
    Path beside = out.resolveSibling(out.getFileName() + ".part");
    Files.writeString(beside, text.endsWith("\n") ? text : text + "\n");
    Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
    return new Written(out.toString(), format.name(), read.lines().size());
  }

  private static String x12(Claim claim, ClaimForm form, Submitter submitter, boolean test)
      throws InputException {
    if (claim.form() != form) {
      throw new UsageException(
          "This is %s claim; the format is for the other kind."
              .formatted(
                  claim.form() == ClaimForm.PROFESSIONAL ? "a professional" : "a hospital's"));
    }
    try {
      return ClaimWriter.write(claim, submitter, 1, Instant.now(), test);
    } catch (X12Exception e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }
}
