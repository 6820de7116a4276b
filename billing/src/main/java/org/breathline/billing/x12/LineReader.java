package org.breathline.billing.x12;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breathline.billing.claim.ClaimLine;

/** A line of a claim out of its loop 2400. */
final class LineReader {

  private static final Pattern POINTER = Pattern.compile("[1-9]|1[0-2]");
  private static final int FIRST_MODIFIER = 3;
  private static final int LAST_MODIFIER = 6;

  private final boolean institutional;
  private final Values values;
  private final PartyReader parties;

  LineReader(boolean institutional, Values values, PartyReader parties) {
    this.institutional = institutional;
    this.values = values;
    this.parties = parties;
  }

  Optional<ClaimLine> line(Loop loop, Loop claim) {
    Segment service = loop.segment(institutional ? "SV2" : "SV1").orElseThrow();
    int procedure = institutional ? 2 : 1;
    if (service.components(procedure) < 2) {
      values.fault(service, procedure, 2, loop, "missing: a line without a procedure is not read");
      return Optional.empty();
    }
    Optional<Values.Days> days = loop.segment("DTP", "472").flatMap(dtp -> values.days(dtp, loop));
    if (days.isEmpty() && institutional) {
      days = claim.segment("DTP", "434").flatMap(dtp -> values.days(dtp, claim));
    }
    if (days.isEmpty()) {
      values.fault(loop.first(), 0, 0, loop, "no day of service (DTP with 472)");
      return Optional.empty();
    }
    List<String> modifiers = new ArrayList<>();
    for (int i = FIRST_MODIFIER; i <= LAST_MODIFIER; i++) {
      if (!service.component(procedure, i).isEmpty()) {
        modifiers.add(service.component(procedure, i));
      }
    }
    BigDecimal charge = values.amount(service, institutional ? 3 : 2, loop);
    BigDecimal units = values.amount(service, institutional ? 5 : 4, loop);
    if (!service.element(institutional ? 4 : 3).equals("UN")) {
      values.fault(
          service, institutional ? 4 : 3, 0, loop, "not UN: other units than those are not read");
    }
    List<Integer> pointers = institutional ? List.of() : pointers(service, loop);
    Values.Days day = days.get();
    return parties.made(
        service,
        procedure,
        loop,
        () ->
            new ClaimLine(
                service.component(procedure, 2),
                modifiers,
                institutional ? null : Values.text(service, 5),
                units,
                day.first(),
                day.last().equals(day.first()) ? null : day.last(),
                pointers,
                charge,
                institutional ? Values.text(service, 1) : null,
                parties.provider(loop, institutional ? "2420C" : "2420A").orElse(null),
                loop.segment("REF", "G1").map(r -> r.element(2)).orElse(null),
                loop.segment("NTE", "ADD").map(n -> n.element(2)).orElse(null)));
  }

  private List<Integer> pointers(Segment service, Loop loop) {
    List<Integer> pointers = new ArrayList<>();
    for (int i = 1; i <= service.components(7); i++) {
      String text = service.component(7, i);
      if (!POINTER.matcher(text).matches()) {
        values.fault(service, 7, i, loop, "not the number of a diagnosis");
        return List.of();
      }
      pointers.add(Integer.valueOf(text));
    }
    return pointers;
  }
}
