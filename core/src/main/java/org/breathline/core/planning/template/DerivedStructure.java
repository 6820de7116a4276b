package org.breathline.core.planning.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Margin;
import org.breathline.core.structure.RunLengthMask;

/**
 * A structure made of others for planning, such as {@code Ring = PTV grown 25 - PTV grown 5}:
 * names, each with a margin in mm if it is grown, joined from left to right by {@code +} (or),
 * {@code -} (without) and {@code &} (and).
 *
 * @param name what it is called
 * @param terms in their order
 */
public record DerivedStructure(String name, List<Term> terms) {

  /** How a term is joined to those before it. */
  public enum Join {
    /** Either. */
    OR,
    /** The former without this one. */
    WITHOUT,
    /** Both. */
    AND
  }

  /**
   * A structure in the expression.
   *
   * @param join how it is joined; OR for the first
   * @param structure its name
   * @param growthMm what is added all around, mm
   */
  public record Term(Join join, String structure, double growthMm) {}

  /** Keeps a copy of the list. */
  public DerivedStructure {
    terms = List.copyOf(terms);
  }

  /**
   * Reads what stands to the right of the equals sign.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static DerivedStructure parse(String name, String expression) {
    List<Term> terms = new ArrayList<>();
    String[] words = expression.strip().split("\\s+", -1);
    Join join = Join.OR;
    int at = 0;
    while (at < words.length) {
      String structure = words[at++];
      double growth = 0;
      if (at + 1 < words.length && words[at].equals("grown")) {
        growth = number(words[at + 1]);
        at += 2;
      }
      terms.add(new Term(join, structure, growth));
      if (at < words.length) {
        join = join(words[at++]);
        if (at == words.length) {
          throw new IllegalArgumentException("a structure is missing at the end");
        }
      }
    }
    return new DerivedStructure(name, terms);
  }

  private static double number(String word) {
    try {
      return Double.parseDouble(word);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"grown\" needs millimetres, not " + word, e);
    }
  }

  private static Join join(String word) {
    return switch (word) {
      case "+" -> Join.OR;
      case "-" -> Join.WITHOUT;
      case "&" -> Join.AND;
      default -> throw new IllegalArgumentException("expected +, - or &, found " + word);
    };
  }

  /** Its voxels; nothing if one of the structures that it begins with or is cut by is not there. */
  Optional<RunLengthMask> mask(Map<String, RunLengthMask> structures) {
    Optional<RunLengthMask> mask = Optional.empty();
    for (Term term : terms) {
      RunLengthMask named = structures.get(term.structure());
      if (named == null) {
        if (mask.isEmpty()) {
          return Optional.empty();
        }
        // What is not contoured takes nothing away and adds nothing.
        continue;
      }
      RunLengthMask grown =
          term.growthMm() == 0
              ? named
              : Margin.isotropic(term.growthMm()).around(LevelSet.of(named)).mask();
      mask =
          Optional.of(
              mask.isEmpty()
                  ? grown
                  : switch (term.join()) {
                    case OR -> mask.get().union(grown);
                    case WITHOUT -> mask.get().minus(grown);
                    case AND -> mask.get().intersection(grown);
                  });
    }
    return mask;
  }

  /** The structures that it names. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    terms.forEach(term -> names.add(term.structure()));
    return names;
  }
}
