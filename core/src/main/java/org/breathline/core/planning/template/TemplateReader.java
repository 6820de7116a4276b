package org.breathline.core.planning.template;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.evaluation.PlanGoal;
import org.breathline.core.evaluation.PlanProtocol;

/** Reads the lines of a template. */
final class TemplateReader {

  private static final String STRUCTURE = "structure ";

  private final String file;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<DerivedStructure> structures = new ArrayList<>();
  private final List<Wish> wishes = new ArrayList<>();
  private int line;

  TemplateReader(String file) {
    this.file = file;
  }

  PlanTemplate read(Reader reader) throws IOException {
    var lines = new BufferedReader(reader);
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      String plain = text.strip();
      if (!plain.isEmpty() && !plain.startsWith("#")) {
        take(plain);
      }
    }
    line = 0;
    PlanProtocol protocol = protocol(setting("protocol"));
    List<Double> gantry = new ArrayList<>();
    for (String angle : setting("gantry").split("\\s+", -1)) {
      gantry.add(number(angle));
    }
    if (wishes.stream().noneMatch(Wish.Objective.class::isInstance)) {
      throw wrong("an objective is needed");
    }
    return new PlanTemplate(
        setting("name"),
        protocol,
        delivery(setting("delivery")),
        gantry,
        side(),
        number(settings.getOrDefault("collimator", "0")),
        settings.getOrDefault("aim", protocol.target()),
        millimetres(settings.getOrDefault("beamlet", "5 mm")),
        millimetres(setting("margin")),
        (int) number(settings.getOrDefault("segments", "10")),
        goal(setting("scale"), protocol),
        structures,
        wishes);
  }

  private void take(String text) throws PlanTemplateException {
    int colon = text.indexOf(':');
    if (text.startsWith(STRUCTURE)) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        throw wrong("expected a structure such as \"structure Rest = External - PTV\"");
      }
      structures.add(derived(text, equals));
    } else if (text.startsWith("objective ") || text.startsWith("constraint ")) {
      try {
        wishes.add(WishLine.parse(text));
      } catch (IllegalArgumentException e) {
        throw wrong(String.valueOf(e.getMessage()));
      }
    } else if (colon > 0) {
      settings.put(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    } else {
      throw wrong("expected \"setting: value\", \"structure\", \"objective\" or \"constraint\"");
    }
  }

  private DerivedStructure derived(String text, int equals) throws PlanTemplateException {
    try {
      return DerivedStructure.parse(
          text.substring(STRUCTURE.length(), equals).strip(), text.substring(equals + 1));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private String setting(String name) throws PlanTemplateException {
    String value = settings.get(name);
    if (value == null || value.isEmpty()) {
      throw wrong("a line \"%s: ...\" is missing".formatted(name));
    }
    return value;
  }

  private PlanProtocol protocol(String name) throws PlanTemplateException {
    return PlanProtocol.builtIn(name)
        .orElseThrow(() ->
            wrong(
                "no protocol \"%s\"; there are %s"
                    .formatted(name, String.join(", ", PlanProtocol.BUILT_IN))));
  }

  private Optional<PlanTemplate.Side> side() throws PlanTemplateException {
    String side = settings.getOrDefault("side", "");
    return switch (side) {
      case "" -> Optional.empty();
      case "left" -> Optional.of(PlanTemplate.Side.LEFT);
      case "right" -> Optional.of(PlanTemplate.Side.RIGHT);
      default -> throw wrong("a side is left or right, not " + side);
    };
  }

  private Delivery delivery(String word) throws PlanTemplateException {
    return Arrays.stream(Delivery.values())
        .filter(delivery -> delivery.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> wrong("expected conformal, step-and-shoot or sliding-window, found " + word));
  }

  /** A goal is read by the reader of protocols, which knows how they are written. */
  private PlanGoal goal(String text, PlanProtocol protocol) throws IOException {
    String lines =
        "name: scale\nprescription: %s Gy in %d to %s\nmust %s\n"
            .formatted(protocol.prescriptionGy(), protocol.fractions(), protocol.target(), text);
    return PlanProtocol.read(new StringReader(lines), file).goals().getFirst();
  }

  private double millimetres(String text) throws PlanTemplateException {
    if (!text.endsWith("mm")) {
      throw wrong("expected millimetres such as \"5 mm\", found \"" + text + "\"");
    }
    return number(text.substring(0, text.length() - 2).strip());
  }

  private double number(String text) throws PlanTemplateException {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the numbers that are none.
    }
    throw wrong("expected a number, found \"" + text + "\"");
  }

  private PlanTemplateException wrong(String expected) {
    return new PlanTemplateException(file, line, expected);
  }
}
