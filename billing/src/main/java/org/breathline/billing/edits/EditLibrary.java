package org.breathline.billing.edits;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All tables that are known, of any quarter. The date of service picks one: the last in force, or,
 * before the first, the first; {@link EditSource} then says how far it is from the date.
 *
 * @param pairTables PTP
 * @param unitTables MUE
 * @param addOnTables AOC
 */
public record EditLibrary(
    List<PairTable> pairTables, List<UnitTable> unitTables, List<AddOnTable> addOnTables) {

  /** Nothing. */
  public static final EditLibrary NONE = new EditLibrary(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public EditLibrary {
    pairTables = List.copyOf(pairTables);
    unitTables = List.copyOf(unitTables);
    addOnTables = List.copyOf(addOnTables);
  }

  /** The part that ships with the program. */
  public static EditLibrary shipped() {
    return ShippedEdits.LIBRARY;
  }

  /**
   * Reads an index.
   *
   * @throws IndexException if it is damaged or none
   */
  public static EditLibrary read(Path index) throws IOException, IndexException {
    return IndexFile.read(index);
  }

  /** Writes an index beside its place and moves it there. */
  public void write(Path index) throws IOException {
    IndexFile.write(this, index);
  }

  /** This and another. Whole tables go before parts: where one is known, no part is asked. */
  public EditLibrary with(EditLibrary other) {
    return new EditLibrary(
        joined(pairTables, other.pairTables),
        joined(unitTables, other.unitTables),
        joined(addOnTables, other.addOnTables));
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  /** The pairs for a date of service. */
  public Optional<PairTable> pairs(EditSetting setting, LocalDate date) {
    return pick(
        pairTables.stream().filter(t -> t.setting() == setting).toList(), PairTable::source, date);
  }

  /** The units for a date of service. */
  public Optional<UnitTable> units(EditSetting setting, LocalDate date) {
    return pick(
        unitTables.stream().filter(t -> t.setting() == setting).toList(), UnitTable::source, date);
  }

  /** The add-on codes for a date of service. */
  public Optional<AddOnTable> addOns(LocalDate date) {
    return pick(addOnTables, AddOnTable::source, date);
  }

  private interface Sourced<T> {
    EditSource source(T table);
  }

  private static <T> Optional<T> pick(List<T> tables, Sourced<T> sourced, LocalDate date) {
    boolean anyWhole = tables.stream().anyMatch(t -> sourced.source(t).whole());
    List<T> candidates =
        tables.stream()
            .filter(t -> sourced.source(t).whole() || !anyWhole)
            .sorted(Comparator.comparing((T t) -> sourced.source(t).effective()))
            .toList();
    List<T> inForce =
        candidates.stream().filter(t -> !sourced.source(t).isNewerThan(date)).toList();
    return inForce.isEmpty() ? candidates.stream().findFirst() : Optional.of(inForce.getLast());
  }
}
