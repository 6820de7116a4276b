package org.breathline.billing.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.billing.x12.Remittance.Adjustment;
import org.breathline.billing.x12.Remittance.PaidClaim;
import org.breathline.billing.x12.Remittance.PaidLine;

/** A remittance out of an 835 whose structure is right; sums that do not agree are faults. */
final class RemittanceReader {

  private static final int FIRST_REASON = 2;
  private static final int LAST_REASON = 17;
  private static final int REASON_WIDTH = 3;
  private static final int FIRST_OUTPATIENT_REMARK = 3;
  private static final int LAST_OUTPATIENT_REMARK = 7;

  private final Loop transaction;
  private final Values values;

  RemittanceReader(Loop transaction, List<X12Fault> faults) {
    this.transaction = transaction;
    this.values = new Values(faults);
  }

  Remittance read() {
    Segment bpr = transaction.segment("BPR").orElseThrow();
    BigDecimal payment = values.amount(bpr, 2, transaction);
    LocalDate date = values.day(bpr.element(16), bpr, 16, transaction).orElse(LocalDate.EPOCH);
    List<PaidClaim> claims = new ArrayList<>();
    for (Loop header : transaction.loops("2000")) {
      for (Loop loop : header.loops("2100")) {
        claims.add(claim(loop));
      }
    }
    BigDecimal sum =
        claims.stream()
            .map(PaidClaim::paid)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .subtract(providerAdjustments());
    if (sum.compareTo(payment) != 0) {
      values.fault(bpr, 2, 0, transaction, "not what the claims and PLB add up to");
    }
    return new Remittance(
        transaction.loop("1000A").orElseThrow().first().element(2),
        transaction.segment("TRN").orElseThrow().element(2),
        date,
        payment,
        claims);
  }

  /** PLB04, 06, 08 ...: positive ones take from the payment. */
  private BigDecimal providerAdjustments() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Segment plb : transaction.segments("PLB")) {
      for (int i = 4; i <= plb.elements().size(); i += 2) {
        sum = sum.add(values.amount(plb, i, transaction));
      }
    }
    return sum;
  }

  private PaidClaim claim(Loop loop) {
    Segment clp = loop.first();
    List<PaidLine> lines = loop.loops("2110").stream().map(this::line).toList();
    List<Adjustment> adjustments = adjustments(loop);
    BigDecimal charge = values.amount(clp, 3, loop);
    BigDecimal paid = values.amount(clp, 4, loop);
    Stream<Adjustment> all =
        Stream.concat(adjustments.stream(), lines.stream().flatMap(l -> l.adjustments().stream()));
    if (charge.subtract(Remittance.sum(all)).compareTo(paid) != 0) {
      values.fault(clp, 4, 0, loop, "not the charge less the adjustments");
    }
    return new PaidClaim(
        clp.element(1),
        clp.element(2),
        charge,
        paid,
        clp.element(7),
        adjustments,
        remarks(loop),
        lines);
  }

  private PaidLine line(Loop loop) {
    Segment svc = loop.first();
    BigDecimal charge = values.amount(svc, 2, loop);
    BigDecimal paid = values.amount(svc, 3, loop);
    List<Adjustment> adjustments = adjustments(loop);
    if (charge.subtract(Remittance.sum(adjustments.stream())).compareTo(paid) != 0) {
      values.fault(svc, 3, 0, loop, "not the charge less the adjustments");
    }
    List<String> modifiers = new ArrayList<>();
    for (int i = 3; i <= 6 && i <= svc.components(1); i++) {
      if (!svc.component(1, i).isEmpty()) {
        modifiers.add(svc.component(1, i));
      }
    }
    LocalDate date =
        loop.segment("DTM", "472")
            .or(() -> loop.segment("DTM", "150"))
            .flatMap(d -> values.day(d.element(2), d, 2, loop))
            .orElse(null);
    return new PaidLine(
        svc.component(1, 2),
        modifiers,
        date,
        charge,
        paid,
        adjustments,
        loop.segments("LQ").stream()
            .filter(lq -> lq.element(1).equals("HE"))
            .map(lq -> lq.element(2))
            .toList());
  }

  private List<Adjustment> adjustments(Loop loop) {
    List<Adjustment> adjustments = new ArrayList<>();
    for (Segment cas : loop.segments("CAS")) {
      for (int i = FIRST_REASON; i <= LAST_REASON; i += REASON_WIDTH) {
        if (!cas.element(i).isEmpty()) {
          adjustments.add(
              new Adjustment(cas.element(1), cas.element(i), values.amount(cas, i + 1, loop)));
        }
      }
    }
    return adjustments;
  }

  /** MOA03 to MOA07; MIA05 and MIA20 to MIA23. */
  private static List<String> remarks(Loop loop) {
    List<String> remarks = new ArrayList<>();
    loop.segment("MOA")
        .ifPresent(moa -> {
          for (int i = FIRST_OUTPATIENT_REMARK; i <= LAST_OUTPATIENT_REMARK; i++) {
            remarks.add(moa.element(i));
          }
        });
    loop.segment("MIA")
        .ifPresent(mia -> {
          for (int i : new int[] {5, 20, 21, 22, 23}) {
            remarks.add(mia.element(i));
          }
        });
    remarks.removeIf(String::isEmpty);
    return remarks;
  }
}
