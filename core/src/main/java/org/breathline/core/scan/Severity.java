package org.breathline.core.scan;

/** What a finding means for the work that follows. */
public enum Severity {
  /** Sorting would show anatomy wrongly: it is not done. */
  REFUSE,
  /** Sorting is done; its result needs a look at this. */
  WARN,
  /** Good to know. */
  INFORM
}
