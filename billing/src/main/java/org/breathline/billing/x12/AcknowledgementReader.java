package org.breathline.billing.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.billing.x12.Acknowledgement.Problem;
import org.breathline.billing.x12.Acknowledgement.TransactionSet;

/** 277CA and 999 whose structure is right. */
final class AcknowledgementReader {

  private AcknowledgementReader() {}

  static List<ClaimAcknowledgement> claims(Loop transaction, List<X12Fault> faults) {
    List<ClaimAcknowledgement> claims =
        transaction
            .all("2200D")
            .map(loop ->
                new ClaimAcknowledgement(
                    loop.first().element(2),
                    loop.segment("REF", "1K").map(r -> r.element(2)).orElse(null),
                    Stream.concat(Stream.of(loop), loop.loops("2220D").stream())
                        .flatMap(l -> l.segments("STC").stream())
                        .map(stc ->
                            new ClaimAcknowledgement.Status(
                                stc.component(1, 1),
                                stc.component(1, 2),
                                stc.component(1, 3).isEmpty() ? null : stc.component(1, 3)))
                        .toList()))
            .toList();
    if (claims.isEmpty()) {
      faults.add(X12Fault.of(transaction.first(), "2200D", "no claim is acknowledged in it"));
    }
    return claims;
  }

  static Acknowledgement of(Loop transaction, List<X12Fault> faults) {
    List<TransactionSet> sets = new ArrayList<>();
    for (Loop set : transaction.loops("2000")) {
      List<Problem> problems = new ArrayList<>();
      for (Loop segment : set.loops("2100")) {
        Segment ik3 = segment.first();
        int position = number(ik3, 2, segment, faults);
        problems.add(new Problem(ik3.element(1), position, 0, ik3.element(4)));
        for (Loop element : segment.loops("2110")) {
          Segment ik4 = element.first();
          problems.add(
              new Problem(
                  ik3.element(1), position, number(ik4, 1, element, faults), ik4.element(3)));
        }
      }
      sets.add(
          new TransactionSet(
              set.first().element(2), set.segment("IK5").orElseThrow().element(1), problems));
    }
    return new Acknowledgement(
        transaction.segment("AK1").orElseThrow().element(2),
        transaction.segment("AK9").orElseThrow().element(1),
        sets);
  }

  private static int number(Segment segment, int element, Loop loop, List<X12Fault> faults) {
    String text = segment.element(element);
    if (text.isEmpty() || text.length() > 6 || !text.chars().allMatch(Character::isDigit)) {
      faults.add(X12Fault.of(segment, element, 0, loop.id(), "not a number"));
      return 0;
    }
    return Integer.parseInt(text);
  }
}
