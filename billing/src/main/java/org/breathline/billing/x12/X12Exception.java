package org.breathline.billing.x12;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A file that is refused, or a claim that X12 cannot say. The message names segments and elements
 * and repeats nothing of what they hold.
 */
public final class X12Exception extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 5;

  private final transient List<X12Fault> faults;

  /** Refuses something called {@code name} for its faults, of which there is at least one. */
  public X12Exception(String name, List<X12Fault> faults) {
    super(message(name, faults));
    this.faults = List.copyOf(faults);
  }

  /** Everything that was found to be wrong. */
  public List<X12Fault> faults() {
    return faults == null ? List.of() : faults;
  }

  private static String message(String name, List<X12Fault> faults) {
    String shown =
        faults.stream().limit(SHOWN).map(X12Fault::words).collect(Collectors.joining("; "));
    int more = faults.size() - SHOWN;
    return name + ": " + shown + (more > 0 ? "; and " + more + " more." : ".");
  }
}
