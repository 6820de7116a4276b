package org.breathline.core.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.core.evaluation.PlanGoal.Priority;
import org.breathline.core.evaluation.PlanGoal.Relation;

/**
 * The goals of a clinical protocol or a planning test, as data. A file of them has a line each:
 *
 * <pre>
 * # a comment
 * name: Lung, 60 Gy in 30 fractions
 * source: where the goals are from
 * prescription: 60 Gy in 30 to PTV
 * must Cord: Dmax &lt;= 50 Gy
 * should Lungs-GTV: V20Gy &lt;= 37 %
 * </pre>
 *
 * @param name what it is called
 * @param source where the goals are from
 * @param target the structure that the dose is prescribed to
 * @param prescriptionGy the dose over all fractions, Gy
 * @param fractions how many
 * @param goals in the order of the file
 */
public record PlanProtocol(
    String name,
    String source,
    String target,
    double prescriptionGy,
    int fractions,
    List<PlanGoal> goals) {

  /** The protocols that are built in, by the name to give to {@link #builtIn}. */
  public static final List<String> BUILT_IN =
      List.of(
          "tg119-cshape-easy",
          "tg119-cshape-hard",
          "tg119-multi-target",
          "tg119-prostate",
          "tg119-head-neck",
          "lung-60-30",
          "lung-sbrt-54-3",
          "lung-sbrt-50-5");

  private static final Pattern GOAL =
      Pattern.compile("(must|should)\\s+(.+?)\\s*:\\s*(\\S+)\\s*(>=|<=)\\s*(\\S+)\\s*(Gy|%|cc)");

  private static final Pattern PRESCRIPTION =
      Pattern.compile("(\\S+)\\s*Gy\\s+in\\s+(\\d{1,4})\\s+to\\s+(.+)");

  /** Keeps a copy of the list. */
  public PlanProtocol {
    goals = List.copyOf(goals);
  }

  /** A protocol that is built in, if there is one of this name. */
  public static Optional<PlanProtocol> builtIn(String name) {
    if (!BUILT_IN.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = PlanProtocol.class.getResourceAsStream(name + ".goals")) {
      if (in == null) {
        throw new IllegalStateException("the goals of " + name + " are not in the program");
      }
      return Optional.of(read(new InputStreamReader(in, StandardCharsets.UTF_8), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file of goals.
   *
   * @param reader its text
   * @param file what it is called, for messages
   * @throws PlanProtocolException if a line makes no sense or something is missing
   * @throws IOException if it cannot be read
   */
  public static PlanProtocol read(Reader reader, String file) throws IOException {
    String name = "";
    String source = "";
    Optional<Matcher> prescription = Optional.empty();
    List<PlanGoal> goals = new ArrayList<>();
    var lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String text = line.strip();
      if (text.startsWith("name:")) {
        name = text.substring("name:".length()).strip();
      } else if (text.startsWith("source:")) {
        source = text.substring("source:".length()).strip();
      } else if (text.startsWith("prescription:")) {
        Matcher found = PRESCRIPTION.matcher(text.substring("prescription:".length()).strip());
        if (!found.matches()) {
          throw new PlanProtocolException(
              file, number, "expected \"prescription: 60 Gy in 30 to PTV\"");
        }
        prescription = Optional.of(found);
      } else if (!text.isEmpty() && !text.startsWith("#")) {
        goals.add(goal(text, file, number));
      }
    }
    Matcher given =
        prescription.orElseThrow(
            () -> new PlanProtocolException(file, 0, "a line \"prescription: ...\" is missing"));
    if (name.isEmpty() || goals.isEmpty()) {
      throw new PlanProtocolException(file, 0, "a line \"name: ...\" and a goal are needed");
    }
    int fractions = Integer.parseInt(given.group(2));
    double dose = decimal(given.group(1), file, 0);
    return new PlanProtocol(name, source, given.group(3), dose, fractions, goals);
  }

  private static PlanGoal goal(String text, String file, int line) throws PlanProtocolException {
    Matcher found = GOAL.matcher(text);
    if (!found.matches()) {
      throw new PlanProtocolException(
          file, line, "expected a goal such as \"must PTV: D95% >= 60 Gy\"");
    }
    DoseMetric metric;
    try {
      metric = DoseMetric.parse(found.group(3));
    } catch (IllegalArgumentException e) {
      throw new PlanProtocolException(file, line, String.valueOf(e.getMessage()));
    }
    if (!metric.unit().symbol().equals(found.group(6))) {
      throw new PlanProtocolException(
          file, line, "%s is in %s".formatted(metric, metric.unit().symbol()));
    }
    return new PlanGoal(
        found.group(2),
        metric,
        found.group(4).equals(">=") ? Relation.AT_LEAST : Relation.AT_MOST,
        decimal(found.group(5), file, line),
        Priority.valueOf(found.group(1).toUpperCase(Locale.ROOT)));
  }

  private static double decimal(String text, String file, int line) throws PlanProtocolException {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number) && number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, with the numbers that are none.
    }
    throw new PlanProtocolException(file, line, "expected a number, found \"" + text + "\"");
  }
}
