package org.breathline.billing.fees;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A release of CMS's relative values.
 *
 * @param name as CMS calls it, such as RVU26C
 * @param effective from which date of service
 * @param rows by code and component
 */
public record Release(String name, LocalDate effective, Map<Key, RelativeValue> rows) {

  /** What a row is found by. */
  public record Key(String code, Component component) {}

  /** Copies the map. */
  public Release {
    rows = Map.copyOf(rows);
  }

  /** A row, if the release has it. */
  public Optional<RelativeValue> find(String code, Component component) {
    return Optional.ofNullable(rows.get(new Key(code, component)));
  }

  /** Whether it has the code in any component. */
  public boolean knows(String code) {
    return find(code, Component.GLOBAL).isPresent();
  }
}
