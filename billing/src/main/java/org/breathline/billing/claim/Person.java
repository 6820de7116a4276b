package org.breathline.billing.claim;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber or a patient.
 *
 * @param lastName family name
 * @param firstName given name, or absent
 * @param middleName or absent
 * @param birthDate or absent
 * @param sex as the payer has it
 * @param address or absent
 */
public record Person(
    String lastName,
    @Nullable String firstName,
    @Nullable String middleName,
    @Nullable LocalDate birthDate,
    Sex sex,
    @Nullable Address address) {

  /** Checks the texts; throws {@link IllegalArgumentException}. */
  public Person {
    Texts.present("lastName", lastName);
    Texts.clean("firstName", firstName);
    Texts.clean("middleName", middleName);
    Texts.required("sex", sex);
  }

  /** Says nothing of who it is. */
  @Override
  public String toString() {
    return "Person[withheld]";
  }
}
