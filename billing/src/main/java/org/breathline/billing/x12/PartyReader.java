package org.breathline.billing.x12;

import java.util.Optional;
import java.util.function.Supplier;
import org.breathline.billing.claim.Address;
import org.breathline.billing.claim.Person;
import org.breathline.billing.claim.Provider;
import org.breathline.billing.claim.Sex;
import org.jspecify.annotations.Nullable;

/** Persons and providers out of their loops (NM1 with N3, N4, DMG, PRV and REF). */
final class PartyReader {

  private final Values values;

  PartyReader(Values values) {
    this.values = values;
  }

  Optional<Person> person(Loop loop) {
    Segment nm1 = loop.first();
    Optional<Segment> dmg = loop.segment("DMG");
    Sex sex =
        switch (dmg.map(d -> d.element(3)).orElse("U")) {
          case "F" -> Sex.FEMALE;
          case "M" -> Sex.MALE;
          default -> Sex.UNKNOWN;
        };
    return made(
        nm1,
        0,
        loop,
        () ->
            new Person(
                nm1.element(3),
                Values.text(nm1, 4),
                Values.text(nm1, 5),
                dmg.flatMap(d -> values.day(d.element(2), d, 2, loop)).orElse(null),
                sex,
                address(loop)));
  }

  /** The provider of a loop right in another, if it is there. */
  Optional<Provider> provider(Loop around, String id) {
    return around.loop(id).flatMap(l -> provider(l, l.segment("PRV")));
  }

  Optional<Provider> provider(Loop loop, Optional<Segment> taxonomy) {
    Segment nm1 = loop.first();
    String tax = loop.segment("REF", "EI").map(r -> r.element(2)).orElse(null);
    return made(
        nm1,
        0,
        loop,
        () ->
            new Provider(
                nm1.element(8).equals("XX") ? Values.text(nm1, 9) : null,
                nm1.element(3),
                nm1.element(2).equals("1") ? Values.text(nm1, 4) : null,
                taxonomy.map(p -> Values.text(p, 3)).orElse(null),
                tax,
                address(loop)));
  }

  private static @Nullable Address address(Loop loop) {
    Segment n3 = loop.segment("N3").orElse(null);
    Segment n4 = loop.segment("N4").orElse(null);
    if (n3 == null || n4 == null) {
      return null;
    }
    return new Address(
        n3.element(1),
        Values.text(n3, 2),
        n4.element(1),
        Values.text(n4, 2),
        Values.text(n4, 3),
        Values.text(n4, 4));
  }

  /** Makes a value; that it cannot be made is a fault with its own reason, which names no value. */
  <T> Optional<T> made(Segment segment, int element, Loop loop, Supplier<T> maker) {
    try {
      return Optional.of(maker.get());
    } catch (IllegalArgumentException e) {
      values.fault(segment, element, 0, loop, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
