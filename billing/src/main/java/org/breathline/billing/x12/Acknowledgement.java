package org.breathline.billing.x12;

import java.util.List;

/**
 * What a 999 says of a group of transactions.
 *
 * @param group the control number of the group it answers (AK102)
 * @param code AK901: A accepted, E with errors, P in part, R refused
 * @param sets what it says of each transaction
 */
public record Acknowledgement(String group, String code, List<TransactionSet> sets) {

  /** Copies. */
  public Acknowledgement {
    sets = List.copyOf(sets);
  }

  /** Whether all of it was taken. */
  public boolean accepted() {
    return code.equals("A") || code.equals("E");
  }

  /**
   * What it says of a transaction.
   *
   * @param control its control number (AK202)
   * @param code IK501: A accepted, E with errors, R refused
   * @param problems segments and elements that it names
   */
  public record TransactionSet(String control, String code, List<Problem> problems) {

    /** Copies. */
    public TransactionSet {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A segment or element that was found wrong.
   *
   * @param segment its identifier
   * @param position its number in the transaction
   * @param element from 1; 0 for the segment itself
   * @param code IK304 or IK403
   */
  public record Problem(String segment, int position, int element, String code) {}
}
