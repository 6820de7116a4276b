package org.breathline.billing.fees;

import java.util.Locale;
import java.util.Optional;

/** Which part of a service is paid for. */
public enum Component {
  /** All of it: no modifier. */
  GLOBAL(""),
  /** The physician's work: modifier 26. */
  PROFESSIONAL("26"),
  /** Equipment, staff and supplies: modifier TC. */
  TECHNICAL("TC");

  private final String modifier;

  Component(String modifier) {
    this.modifier = modifier;
  }

  /** The modifier; empty for the whole. */
  public String modifier() {
    return modifier;
  }

  /** By its modifier, in either case; absent if it is none of these. */
  public static Optional<Component> of(String modifier) {
    String wanted = modifier.toUpperCase(Locale.ROOT);
    for (Component component : values()) {
      if (component.modifier.equals(wanted)) {
        return Optional.of(component);
      }
    }
    return Optional.empty();
  }
}
