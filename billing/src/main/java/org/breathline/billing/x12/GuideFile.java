package org.breathline.billing.x12;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.billing.x12.Guide.ElementRule;
import org.breathline.billing.x12.Guide.LoopRule;
import org.breathline.billing.x12.Guide.Rule;
import org.breathline.billing.x12.Guide.SegmentRule;
import org.jspecify.annotations.Nullable;

/**
 * Guides as text. A line is one of
 *
 * <pre>
 * NM1 R1 @1=41|40 3! 8?=MI   a segment: required (R) or situational (S), at most once (1; * for
 *                            any number), then what is asked of its elements
 * loop 2010AA R1 ... end     a loop, beginning with the segment after it
 * part NAME ... end          lines for several places, taken in by "include NAME"
 * # ...                      a comment
 * </pre>
 *
 * An element is {@code 3!} (required), {@code 1=A|B} (required, one of these), {@code 8?=A|B} (one
 * of these if there), or {@code @1=A} (what tells the segment from others of its name); {@code 5-3}
 * is a component.
 */
final class GuideFile {

  private static final Pattern ELEMENT =
      Pattern.compile("(@?)(\\d+)(?:-(\\d+))?(?:(!)|(\\?)?=(\\S+))");
  private static final Pattern USE = Pattern.compile("([RS])(\\d+|\\*)");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Map<TransactionKind, Guide> READ = new EnumMap<>(TransactionKind.class);

  private final Iterator<String> lines;
  private final Map<String, List<Rule>> parts = new HashMap<>();

  private GuideFile(Iterator<String> lines) {
    this.lines = lines;
  }

  /** The guide of a transaction. */
  static synchronized Guide of(TransactionKind kind) {
    return READ.computeIfAbsent(kind, k -> parse(text(k.guide())));
  }

  /** Parses a guide; throws {@link IllegalArgumentException} on a line that is none. */
  static Guide parse(String text) {
    Iterator<String> lines =
        text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).iterator();
    return new Guide(new LoopRule("", true, 1, new GuideFile(lines).children()));
  }

  private static String text(String name) {
    try (InputStream in = GuideFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Rule> children() {
    List<Rule> children = new ArrayList<>();
    while (lines.hasNext()) {
      List<String> words = Arrays.asList(SPACE.split(lines.next(), -1));
      switch (words.getFirst()) {
        case "end" -> {
          return children;
        }
        case "part" -> parts.put(words.get(1), children());
        case "include" -> children.addAll(required(parts.get(words.get(1)), words));
        case "loop" ->
            children.add(
                new LoopRule(words.get(1), use(words.get(2)), most(words.get(2)), children()));
        default ->
            children.add(
                new SegmentRule(
                    words.getFirst(),
                    use(words.get(1)),
                    most(words.get(1)),
                    words.stream().skip(2).map(GuideFile::element).toList()));
      }
    }
    return children;
  }

  private static List<Rule> required(@Nullable List<Rule> part, List<String> words) {
    if (part == null) {
      throw new IllegalArgumentException("no such part: " + words);
    }
    return part;
  }

  private static boolean use(String text) {
    return match(USE, text).group(1).equals("R");
  }

  private static int most(String text) {
    String most = match(USE, text).group(2);
    return most.equals("*") ? Integer.MAX_VALUE : Integer.parseInt(most);
  }

  private static ElementRule element(String text) {
    Matcher m = match(ELEMENT, text);
    return new ElementRule(
        Integer.parseInt(m.group(2)),
        m.group(3) == null ? 0 : Integer.parseInt(m.group(3)),
        m.group(5) == null,
        !m.group(1).isEmpty(),
        m.group(6) == null ? List.of() : List.of(m.group(6).split("\\|", -1)));
  }

  private static Matcher match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a line of a guide: " + text);
    }
    return matcher;
  }
}
