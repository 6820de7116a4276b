package org.breathline.billing.claim;

import org.jspecify.annotations.Nullable;

/**
 * The cover under which a claim is made.
 *
 * @param payer who is asked
 * @param memberId the subscriber's number with the payer
 * @param groupNumber or absent
 * @param subscriber who holds the cover
 * @param relationship what the patient is to the subscriber
 * @param dependent the patient where it is not the subscriber, else absent
 */
public record Coverage(
    Payer payer,
    String memberId,
    @Nullable String groupNumber,
    Person subscriber,
    Relationship relationship,
    @Nullable Person dependent) {

  /** Checks that patient and relationship fit; throws {@link IllegalArgumentException}. */
  public Coverage {
    Texts.required("payer", payer);
    Texts.present("memberId", memberId);
    Texts.clean("groupNumber", groupNumber);
    Texts.required("subscriber", subscriber);
    Texts.required("relationship", relationship);
    if ((relationship == Relationship.SELF) != (dependent == null)) {
      throw new IllegalArgumentException(
          "a dependent is given if, and only if, the relationship is not \"self\"");
    }
  }

  /** The patient: the dependent, or else the subscriber. */
  public Person patient() {
    return dependent == null ? subscriber : dependent;
  }

  /** Says nothing of who is covered. */
  @Override
  public String toString() {
    return "Coverage[" + payer + "]";
  }
}
