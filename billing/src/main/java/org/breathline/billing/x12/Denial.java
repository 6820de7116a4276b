package org.breathline.billing.x12;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service, or a whole claim, that a payer did not pay for a reason that can be looked at.
 *
 * @param claimId the provider's number for the claim
 * @param line its number in the remittance, from 1; 0 for the whole claim
 * @param code of the procedure, or absent for the whole claim
 * @param group CO, OA, PI or PR
 * @param reason CARC
 * @param remarks RARC
 * @param amount not paid for it, in US dollars
 * @param cause what stands behind it
 * @param mending what may be done
 */
public record Denial(
    String claimId,
    int line,
    @Nullable String code,
    String group,
    String reason,
    List<String> remarks,
    BigDecimal amount,
    Cause cause,
    String mending) {

  /** Copies. */
  public Denial {
    remarks = List.copyOf(remarks);
  }

  /** What stands behind a denial: our own mapping from CARC, not the code lists' words. */
  public enum Cause {
    NO_PRIMARY(
        "no primary procedure",
        "Bill 77295 or 77301 of the same date on the same claim or by the same group, and send a"
            + " corrected claim."),
    PAIR(
        "bundled with another procedure",
        "Look the pair up in NCCI: with indicator 1 and separate services, correct the modifier;"
            + " with 0, do not bill both."),
    UNITS("more units than allowed", "One unit a date (MUE 1, MAI 3): send a corrected claim."),
    NECESSITY(
        "medical necessity",
        "Appeal with the indication known before the scan, the diagnosis, and the report."),
    AUTHORISATION(
        "authorisation",
        "Send the authorisation's number, or ask for one after the fact where the payer allows it."),
    RECORDS("records missing", "Send the report and the record of evidence."),
    MODIFIER(
        "modifier",
        "26 alone in a facility, none in an office; 59 or X{EPSU} only on a pair with indicator 1."),
    PLACE("place of service", "In a facility bill 26 alone; the technical part is the facility's."),
    DUPLICATE("duplicate", "Find the claim it repeats before sending it again."),
    INCOMPLETE("incomplete claim", "Mend what the remark names, and send a corrected claim."),
    OTHER("another reason", "Not in our table: look the codes up in the code lists of X12.");

    private final String words;
    private final String mending;

    Cause(String words, String mending) {
      this.words = words;
      this.mending = mending;
    }

    /** In a few words. */
    public String words() {
      return words;
    }

    /** What may be done. */
    public String mending() {
      return mending;
    }

    /** What stands behind a CARC. */
    static Cause of(String carc) {
      return switch (carc) {
        case "107", "B15" -> NO_PRIMARY;
        case "236", "97" -> PAIR;
        case "151", "222" -> UNITS;
        case "50", "11" -> NECESSITY;
        case "197", "198", "284" -> AUTHORISATION;
        case "252", "226" -> RECORDS;
        case "4", "182" -> MODIFIER;
        case "5", "58" -> PLACE;
        case "18" -> DUPLICATE;
        case "16" -> INCOMPLETE;
        default -> OTHER;
      };
    }
  }
}
