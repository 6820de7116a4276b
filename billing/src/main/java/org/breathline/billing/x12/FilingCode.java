package org.breathline.billing.x12;

import java.util.Optional;
import org.breathline.billing.claim.LineOfBusiness;
import org.breathline.billing.claim.Payer;
import org.jspecify.annotations.Nullable;

/** SBR09, the claim filing indicator, and the line of business that it stands for. */
final class FilingCode {

  private FilingCode() {}

  /** What a payer's line of business is filed as. */
  static String usual(LineOfBusiness line, boolean institutional) {
    return switch (line) {
      case MEDICARE -> institutional ? "MA" : "MB";
      case MEDICARE_ADVANTAGE -> "16";
      case MEDICAID -> "MC";
      case COMMERCIAL -> "CI";
      case OTHER -> "11";
      case UNKNOWN -> "ZZ";
    };
  }

  static String of(Payer payer, boolean institutional) {
    return Optional.ofNullable(payer.filingCode())
        .orElse(usual(payer.lineOfBusiness(), institutional));
  }

  static LineOfBusiness line(String code) {
    return switch (code) {
      case "MA", "MB" -> LineOfBusiness.MEDICARE;
      case "16" -> LineOfBusiness.MEDICARE_ADVANTAGE;
      case "MC" -> LineOfBusiness.MEDICAID;
      case "CI", "BL", "12", "13", "14", "15", "HM", "FI" -> LineOfBusiness.COMMERCIAL;
      case "", "ZZ" -> LineOfBusiness.UNKNOWN;
      default -> LineOfBusiness.OTHER;
    };
  }

  /** What a payer has to keep of a code that its line of business does not give back. */
  static @Nullable String unusual(String code, boolean institutional) {
    return code.isEmpty() || usual(line(code), institutional).equals(code) ? null : code;
  }
}
