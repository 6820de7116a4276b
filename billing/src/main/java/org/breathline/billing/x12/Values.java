package org.breathline.billing.x12;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts and days out of elements; what is none is noted as a fault. */
final class Values {

  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{0,6})?|-?\\.\\d{1,6}");
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int DAY_LENGTH = 8;

  private final List<X12Fault> faults;

  Values(List<X12Fault> faults) {
    this.faults = faults;
  }

  void fault(Segment segment, int element, int component, Loop loop, String reason) {
    faults.add(X12Fault.of(segment, element, component, loop.id(), reason));
  }

  /** An amount, or 0 with a fault. */
  BigDecimal amount(Segment segment, int element, Loop loop) {
    String text = segment.element(element);
    if (!AMOUNT.matcher(text).matches()) {
      fault(segment, element, 0, loop, "not an amount");
      return BigDecimal.ZERO;
    }
    return new BigDecimal(text);
  }

  /** An amount, absent where there is none. */
  Optional<BigDecimal> optionalAmount(Segment segment, int element, Loop loop) {
    return segment.element(element).isEmpty()
        ? Optional.empty()
        : Optional.of(amount(segment, element, loop));
  }

  /** First and last day, the same for a single one. */
  record Days(LocalDate first, LocalDate last) {}

  /** The days of a DTP. */
  Optional<Days> days(Segment dtp, Loop loop) {
    String text = dtp.element(3);
    return switch (dtp.element(2)) {
      case "D8" -> day(text, dtp, 3, loop).map(d -> new Days(d, d));
      case "DT" ->
          day(text.substring(0, Math.min(DAY_LENGTH, text.length())), dtp, 3, loop)
              .map(d -> new Days(d, d));
      default -> range(text, dtp, loop);
    };
  }

  private Optional<Days> range(String text, Segment dtp, Loop loop) {
    int dash = text.indexOf('-');
    if (dash != DAY_LENGTH) {
      fault(dtp, 3, 0, loop, "not two days");
      return Optional.empty();
    }
    Optional<LocalDate> first = day(text.substring(0, dash), dtp, 3, loop);
    Optional<LocalDate> last = day(text.substring(dash + 1), dtp, 3, loop);
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      fault(dtp, 3, 0, loop, "the last day is before the first");
      return Optional.empty();
    }
    return first.flatMap(f -> last.map(l -> new Days(f, l)));
  }

  Optional<LocalDate> day(String text, Segment segment, int element, Loop loop) {
    try {
      return Optional.of(LocalDate.parse(text, DAY));
    } catch (DateTimeException e) {
      fault(segment, element, 0, loop, "not a day");
      return Optional.empty();
    }
  }

  /** An element's text, absent where it is empty. */
  static @Nullable String text(Segment segment, int element) {
    String text = segment.element(element);
    return text.isBlank() ? null : text;
  }
}
