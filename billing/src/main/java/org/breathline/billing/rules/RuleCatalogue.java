package org.breathline.billing.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.breathline.billing.resource.YamlFile;
import org.jspecify.annotations.Nullable;

/** What each rule predicts, how it is mended and where it stands: {@code rules.yaml}. */
public final class RuleCatalogue {

  private static final RuleCatalogue SHIPPED =
      new RuleCatalogue(
          YamlFile.resource(RuleCatalogue.class, "rules.yaml", RuleList.class).rules());

  private final Map<String, Entry> byId;

  /**
   * A rule.
   *
   * @param id such as add-on.primary
   * @param carc predicted
   * @param rarc predicted
   * @param mending what to do
   * @param file where it stands
   * @param row in it
   * @param from first date of service, or absent
   * @param through last date of service, or absent
   */
  public record Entry(
      String id,
      List<String> carc,
      List<String> rarc,
      String mending,
      String file,
      String row,
      @Nullable LocalDate from,
      @Nullable LocalDate through) {

    Denial denial() {
      return new Denial(carc, rarc);
    }

    RuleSource source() {
      return new RuleSource(file, from, through, row);
    }

    boolean holdsOn(LocalDate date) {
      return (from == null || !date.isBefore(from)) && (through == null || !date.isAfter(through));
    }
  }

  private record RuleList(List<Entry> rules) {}

  private RuleCatalogue(List<Entry> entries) {
    byId = entries.stream().collect(Collectors.toMap(Entry::id, Function.identity()));
  }

  /** The rules of the build. */
  public static RuleCatalogue shipped() {
    return SHIPPED;
  }

  /** A rule; throws {@link IllegalArgumentException} if there is none. */
  public Entry get(String id) {
    Entry entry = byId.get(id);
    if (entry == null) {
      throw new IllegalArgumentException("no rule " + id);
    }
    return entry;
  }

  /** All of them. */
  public List<Entry> all() {
    return byId.values().stream().sorted(Comparator.comparing(Entry::id)).toList();
  }
}
