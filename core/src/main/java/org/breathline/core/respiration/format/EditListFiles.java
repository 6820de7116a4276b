package org.breathline.core.respiration.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.respiration.edit.BreathEdit;
import org.breathline.core.respiration.edit.EditList;
import org.breathline.core.respiration.edit.TraceFingerprint;
import org.breathline.core.respiration.edit.Turn;

/**
 * Edit lists as text, one edit a line; blank lines and comments from {@code #} on don't count:
 *
 * <pre>
 * breathline edits 1
 * trace 0123456789abcdef0123456789abcdef
 * move inhale 45.510 45.700
 * add exhale 50.100        # times in seconds on the trace's clock
 * remove inhale 89.200
 * </pre>
 *
 * <p>The second line says which trace they belong to ({@link TraceFingerprint}).
 */
public final class EditListFiles {

  private static final String FIRST_LINE = "breathline edits 1";
  private static final int MAX_EDITS = 10_000;

  private EditListFiles() {}

  /**
   * Reads an edit list.
   *
   * @throws TraceException that names the line and what was expected there
   * @throws IOException if the file cannot be read
   */
  public static EditList read(Path path) throws IOException {
    TextLines lines = TextLines.read(path);
    if (!nextWords(lines).equals(words(FIRST_LINE))) {
      throw lines.wrong("expected '" + FIRST_LINE + "'");
    }
    List<String> traceLine = nextWords(lines);
    if (traceLine.size() != 2 || !traceLine.getFirst().equals("trace")) {
      throw lines.wrong("expected 'trace' and the trace's fingerprint");
    }
    TraceFingerprint trace;
    try {
      trace = new TraceFingerprint(traceLine.get(1));
    } catch (IllegalArgumentException e) {
      throw lines.wrong("expected 32 hexadecimal digits after 'trace'");
    }
    List<BreathEdit> edits = new ArrayList<>();
    for (List<String> words = nextWords(lines); !words.isEmpty(); words = nextWords(lines)) {
      if (edits.size() == MAX_EDITS) {
        throw lines.wrong("expected at most " + MAX_EDITS + " edits");
      }
      edits.add(edit(lines, words));
    }
    return new EditList(trace, edits);
  }

  /** Writes an edit list; nothing is left behind if writing fails. */
  public static void write(EditList list, Path target) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(FIRST_LINE).append('\n').append("trace ").append(list.trace()).append('\n');
    list.edits().forEach(edit -> text.append(edit).append('\n'));
    WholeFile.write(target, text);
  }

  /** The words of the next line that has any; none at the end. */
  private static List<String> nextWords(TextLines lines) throws TraceException {
    while (lines.next()) {
      List<String> words = words(lines.line());
      if (!words.isEmpty()) {
        return words;
      }
    }
    return List.of();
  }

  private static List<String> words(String line) {
    int comment = line.indexOf('#');
    String text = (comment < 0 ? line : line.substring(0, comment)).strip();
    return text.isEmpty() ? List.of() : List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
  }

  private static BreathEdit edit(TextLines lines, List<String> words) throws TraceException {
    String verb = words.getFirst();
    int times =
        switch (verb) {
          case "move" -> 2;
          case "add", "remove" -> 1;
          default -> throw lines.wrong("expected move, add or remove");
        };
    if (words.size() != 2 + times) {
      throw lines.wrong(
          "expected '%s', inhale or exhale, and %s"
              .formatted(verb, times == 2 ? "two times" : "one time"));
    }
    Turn turn =
        switch (words.get(1)) {
          case "inhale" -> Turn.INHALE;
          case "exhale" -> Turn.EXHALE;
          default -> throw lines.wrong("expected inhale or exhale after '" + verb + "'");
        };
    double first = time(lines, words.get(2));
    return switch (verb) {
      case "move" -> new BreathEdit.Move(turn, first, time(lines, words.get(3)));
      case "add" -> new BreathEdit.Add(turn, first);
      default -> new BreathEdit.Remove(turn, first);
    };
  }

  private static double time(TextLines lines, String word) throws TraceException {
    try {
      double timeS = Double.parseDouble(word);
      if (Double.isFinite(timeS)) {
        return timeS;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw lines.wrong("expected a time in seconds");
  }
}
