package org.breathline.study.billing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breathline.billing.claim.Claim;
import org.breathline.billing.claim.ClaimFormatException;
import org.breathline.billing.claim.ClaimJson;
import org.breathline.billing.x12.X12Exception;
import org.breathline.billing.x12.X12File;
import org.breathline.study.InputException;

/** Claims in a file, as JSON or as X12: which of them it is, the file itself says. */
public final class ClaimFile {

  private static final int LOOKED_AT = 3;

  private ClaimFile() {}

  /**
   * Reads the claims of a file.
   *
   * @throws InputException if it is no claim, or anything in it is wrong
   * @throws IOException if it cannot be read
   */
  public static List<Claim> read(Path file) throws IOException, InputException {
    try {
      if (!isX12(file)) {
        return List.of(ClaimJson.read(file));
      }
      return switch (X12File.read(file)) {
        case X12File.Contents.Claims(List<Claim> claims) -> claims;
        case X12File.Contents.Remittances _,
            X12File.Contents.ClaimAcknowledgements _,
            X12File.Contents.Acknowledgements _ ->
            throw new InputException(file + " is X12, but holds no claim.");
      };
    } catch (ClaimFormatException | X12Exception e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Reads the only claim of a file. */
  public static Claim readOne(Path file) throws IOException, InputException {
    List<Claim> claims = read(file);
    if (claims.size() != 1) {
      throw new InputException(
          "%s holds %d claims; one at a time is looked at.".formatted(file, claims.size()));
    }
    return claims.getFirst();
  }

  /** Whether a file begins as X12 does. */
  static boolean isX12(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return X12File.begins(in.readNBytes(LOOKED_AT));
    }
  }
}
