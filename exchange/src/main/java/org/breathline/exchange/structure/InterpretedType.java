package org.breathline.exchange.structure;

import java.util.Locale;
import org.breathline.core.structure.StructureType;

/**
 * RT ROI Interpreted Type (3006,00A4) and what a structure is for. The standard has no term for
 * IGTV and ITV: they are written as GTV and CTV, which they enclose over the phases, with their own
 * name as the label of the observation, and recognised by that.
 */
final class InterpretedType {

  private InterpretedType() {}

  /** The term to write. */
  static String term(StructureType type) {
    return switch (type) {
      case EXTERNAL, GTV, CTV, PTV, ORGAN, AVOIDANCE, MARKER, SUPPORT, BOLUS -> type.name();
      case IGTV -> "GTV";
      case ITV -> "CTV";
      case OTHER -> "";
    };
  }

  /**
   * What a structure is for.
   *
   * @param term as written, maybe nothing
   * @param label of the observation, maybe nothing
   * @param name of the structure: tells the kind of target where the term does not
   */
  static StructureType of(String term, String label, String name) {
    String plain = term.strip().toUpperCase(Locale.ROOT);
    StructureType named = byName(label.isBlank() ? name : label);
    return switch (plain) {
      case "GTV" -> named == StructureType.IGTV ? named : StructureType.GTV;
      case "CTV" -> named == StructureType.ITV ? named : StructureType.CTV;
      case "" -> byName(name);
      case "FIXATION" -> StructureType.SUPPORT;
      default -> {
        for (StructureType type : StructureType.values()) {
          if (type.name().equals(plain)) {
            yield type;
          }
        }
        yield StructureType.OTHER;
      }
    };
  }

  /** Names of targets begin with what they are: "GTV-1", "itv lung", "PTV_60". */
  private static StructureType byName(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    for (StructureType type : StructureType.values()) {
      if (type.isTarget() && upper.startsWith(type.name())) {
        return type;
      }
    }
    return upper.equals("BODY") || upper.startsWith("EXTERNAL")
        ? StructureType.EXTERNAL
        : StructureType.OTHER;
  }
}
