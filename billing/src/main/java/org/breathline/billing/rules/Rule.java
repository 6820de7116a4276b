package org.breathline.billing.rules;

/** One thing that is looked at. It keeps nothing between claims. */
interface Rule {

  /** Adds what it finds to the examination. */
  void examine(Examination claim);
}
