package org.breathline.billing.rules;

import java.util.List;

/** What a rule has to say of a claim. */
public sealed interface Finding {

  /** Which rule. */
  String rule();

  /** The lines it is about, 1 for the first; none for the whole claim. */
  List<Integer> lines();

  /** A sentence. */
  String statement();

  /** Where the rule stands. */
  RuleSource source();

  /**
   * A payer will deny it.
   *
   * @param denial by which codes
   * @param mending what to do
   */
  record Deny(
      String rule,
      List<Integer> lines,
      String statement,
      RuleSource source,
      Denial denial,
      String mending)
      implements Finding {

    /** Copies the list. */
    public Deny {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A payer may deny it.
   *
   * @param denial by which codes
   * @param mending what to do
   */
  record Warn(
      String rule,
      List<Integer> lines,
      String statement,
      RuleSource source,
      Denial denial,
      String mending)
      implements Finding {

    /** Copies the list. */
    public Warn {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Something to know or to have at hand.
   *
   * @param mending what to do; empty where there is nothing
   */
  record Advise(
      String rule, List<Integer> lines, String statement, RuleSource source, String mending)
      implements Finding {

    /** Copies the list. */
    public Advise {
      lines = List.copyOf(lines);
    }
  }

  /** It was looked at and is in order. */
  record Ok(String rule, List<Integer> lines, String statement, RuleSource source)
      implements Finding {

    /** Copies the list. */
    public Ok {
      lines = List.copyOf(lines);
    }
  }
}
