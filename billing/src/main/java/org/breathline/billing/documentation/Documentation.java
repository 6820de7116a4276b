package org.breathline.billing.documentation;

import java.util.List;

/**
 * Whether a simulation may be billed as it is documented.
 *
 * @param lacking what is missing, in the order of a report; none: it may be billed
 * @param remarks what is worth knowing and no reason against billing
 */
public record Documentation(List<Lacking> lacking, List<String> remarks) {

  /** Said when something lacks. */
  public static final String NOT_BILLABLE = "not billable as documented";

  /** Copies. */
  public Documentation {
    lacking = List.copyOf(lacking);
    remarks = List.copyOf(remarks);
  }

  /**
   * Something missing.
   *
   * @param requirement what is not met
   * @param why in a sentence
   * @param mending what would meet it
   */
  public record Lacking(Requirement requirement, String why, String mending) {

    static Lacking of(Requirement requirement, String why) {
      return new Lacking(requirement, why, requirement.mending());
    }
  }

  /** Whether nothing lacks. */
  public boolean billable() {
    return lacking.isEmpty();
  }

  /** Whether a requirement is met. */
  public boolean meets(Requirement requirement) {
    return lacking.stream().noneMatch(l -> l.requirement() == requirement);
  }
}
