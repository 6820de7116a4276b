package org.breathline.billing.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breathline.billing.resource.YamlFile;
import org.breathline.billing.table.Table;
import org.breathline.billing.table.TableException;

/** What each modifier does on 77293, and what is none although it is written like one. */
public final class ModifierAdviser {

  private static final ModifierAdviser SHIPPED = new ModifierAdviser();

  private final Map<String, Advice> advice = new HashMap<>();
  private final Set<String> modifiers;
  private final Map<String, Boolean> facilityByPlace = new HashMap<>();

  /**
   * Advice on a modifier.
   *
   * @param modifier two characters
   * @param verdict ok; deny; warn; advise; pair: only to open a pair; repeat: only for a
   *     repetition; notice: needs a signed notice
   * @param text own words
   * @param source where it stands
   */
  public record Advice(String modifier, String verdict, String text, String source) {}

  private record AdviceList(List<Advice> modifiers) {}

  private ModifierAdviser() {
    YamlFile.resource(ModifierAdviser.class, "modifiers.yaml", AdviceList.class)
        .modifiers()
        .forEach(a -> advice.put(a.modifier(), a));
    modifiers = Set.of(text("modifier-codes.txt").strip().split("\\s+", -1));
    try (Table places = Table.resource(ModifierAdviser.class, "places.csv", "code", "setting")) {
      while (places.next()) {
        facilityByPlace.put(places.cell("code"), places.cell("setting").equals("facility"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TableException e) {
      throw new IllegalStateException("the build's own table", e);
    }
  }

  private static String text(String name) {
    try (InputStream in = ModifierAdviser.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The adviser of the build. */
  public static ModifierAdviser shipped() {
    return SHIPPED;
  }

  /** Advice on a modifier, where there is any. */
  public Optional<Advice> advice(String modifier) {
    return Optional.ofNullable(advice.get(modifier));
  }

  /** All advice, in the order of the modifiers. */
  public List<Advice> all() {
    return advice.values().stream().sorted(Comparator.comparing(Advice::modifier)).toList();
  }

  /** Whether it is a modifier at all, of CPT or HCPCS. */
  public boolean isModifier(String text) {
    return modifiers.contains(text);
  }

  /** Whether a place of service is a facility for the fee schedule; absent if it is no place. */
  public Optional<Boolean> isFacility(String place) {
    return Optional.ofNullable(facilityByPlace.get(place));
  }
}
