package org.breathline.billing.documentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.breathline.billing.claim.ClaimFormatException;
import org.breathline.billing.claim.ClaimJson;

/**
 * Evidence, statements and signatures in the order in which they came. Each entry carries the
 * SHA-256 of itself and of the digest before it, so an entry that was changed, removed, added in
 * between or moved is found. What no chain shows by itself is that its end was cut off: the report
 * prints the last digest ({@link #head}), and the claim's attachment number begins with it.
 *
 * <p>As a file it has one entry a line, JSON with sorted names, and is only ever appended to.
 */
public final class EvidenceChain {

  /** What stands before the first entry. */
  public static final String START = "0".repeat(64);

  /** No chain of evidence is longer; a longer file is refused unread. */
  private static final long LARGEST_FILE = 64L << 20;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<ChainEntry> entries;

  private EvidenceChain(List<ChainEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** The first entry that does not fit, and why. */
  public record Break(int number, String why) {}

  /** Something to be appended. */
  public record Draft(ChainEntry.Kind kind, Object content) {}

  /** A chain without entries. */
  public static EvidenceChain empty() {
    return new EvidenceChain(List.of());
  }

  /** From the first to the last. */
  public List<ChainEntry> entries() {
    return entries;
  }

  /** The digest of the last entry, which stands for the whole chain. */
  public String head() {
    return entries.isEmpty() ? START : entries.getLast().sha256();
  }

  /** This chain with more entries at its end. */
  public EvidenceChain plus(Instant at, List<Draft> drafts) {
    List<ChainEntry> longer = new ArrayList<>(entries);
    String previous = head();
    for (Draft draft : drafts) {
      ChainEntry unsigned =
          new ChainEntry(
              longer.size(), draft.kind(), at.toString(), tree(draft.content()), previous, "");
      previous = digest(unsigned);
      longer.add(
          new ChainEntry(
              unsigned.number(),
              unsigned.kind(),
              unsigned.at(),
              unsigned.content(),
              unsigned.previous(),
              previous));
    }
    return new EvidenceChain(longer);
  }

  /** Where the chain is broken; empty if it is whole. */
  public Optional<Break> verify() {
    String previous = START;
    for (int i = 0; i < entries.size(); i++) {
      ChainEntry entry = entries.get(i);
      if (entry.number() != i) {
        return Optional.of(new Break(i, "it has another number: one was removed or moved"));
      }
      if (!entry.previous().equals(previous)) {
        return Optional.of(new Break(i, "it does not follow from the entry before it"));
      }
      if (!digest(entry).equals(entry.sha256())) {
        return Optional.of(new Break(i, "what it holds is not what was recorded"));
      }
      previous = entry.sha256();
    }
    return Optional.empty();
  }

  /** What entries of a kind hold, oldest first. */
  public <T> List<T> contents(ChainEntry.Kind kind, Class<T> type) throws ClaimFormatException {
    List<T> contents = new ArrayList<>();
    for (ChainEntry entry : entries) {
      if (entry.kind() == kind) {
        byte[] json = entry.content().toString().getBytes(StandardCharsets.UTF_8);
        contents.add(ClaimJson.parse(json, "evidence entry " + entry.number(), type));
      }
    }
    return contents;
  }

  /** The newest entry for every object. */
  public List<SourceObject> objects() throws ClaimFormatException {
    TreeMap<String, SourceObject> newest = new TreeMap<>();
    for (SourceObject object : contents(ChainEntry.Kind.OBJECT, SourceObject.class)) {
      newest.put(object.id(), object);
    }
    return List.copyOf(newest.values());
  }

  /** Whether something is recorded as it is. */
  public boolean holds(Draft draft) {
    JsonNode content = tree(draft.content());
    return entries.stream().anyMatch(e -> e.kind() == draft.kind() && e.content().equals(content));
  }

  /** As a file has it. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (ChainEntry entry : entries) {
      text.append(canonical(MAPPER.valueToTree(entry))).append('\n');
    }
    return text.toString();
  }

  /**
   * Reads a chain; whether it is whole is for {@link #verify}.
   *
   * @throws ClaimFormatException if a line is no entry
   * @throws IOException if the file cannot be read
   */
  public static EvidenceChain read(Path file) throws ClaimFormatException, IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > LARGEST_FILE) {
      throw new ClaimFormatException(name + " is larger than any chain of evidence (64 MiB).");
    }
    List<ChainEntry> entries = new ArrayList<>();
    Iterator<String> lines = Files.readString(file).lines().iterator();
    while (lines.hasNext()) {
      byte[] line = lines.next().getBytes(StandardCharsets.UTF_8);
      ChainEntry entry =
          ClaimJson.parse(
              line, "%s, line %d".formatted(name, entries.size() + 1), ChainEntry.class);
      requireWhole(entry, name, entries.size() + 1);
      entries.add(entry);
    }
    return new EvidenceChain(entries);
  }

  /** A file may leave out what the compiler demands. */
  @SuppressWarnings("NullAway")
  private static void requireWhole(ChainEntry entry, String name, int line)
      throws ClaimFormatException {
    if (entry.kind() == null
        || entry.at() == null
        || entry.content() == null
        || entry.previous() == null
        || entry.sha256() == null) {
      throw new ClaimFormatException("%s, line %d: not a whole entry.".formatted(name, line));
    }
  }

  private static JsonNode tree(Object content) {
    // By way of text, so that what is held in memory is what a file gives back.
    try {
      return MAPPER.readTree(ClaimJson.text(content));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(ChainEntry entry) {
    ObjectNode signed = MAPPER.createObjectNode();
    signed.put("number", entry.number());
    signed.put("kind", entry.kind().name());
    signed.put("at", entry.at());
    signed.set("content", entry.content());
    signed.put("previous", entry.previous());
    return sha256(canonical(signed));
  }

  /** The SHA-256, in hexadecimal, of something as an entry would hold it. */
  static String digestOf(Object content) {
    return sha256(canonical(tree(content)));
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** JSON on one line with the names of every object sorted. */
  static String canonical(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, String> members = new TreeMap<>();
      node.properties().forEach(p -> members.put(p.getKey(), canonical(p.getValue())));
      List<String> parts = new ArrayList<>();
      members.forEach(
          (name, value) -> parts.add(MAPPER.getNodeFactory().textNode(name) + ":" + value));
      return "{" + String.join(",", parts) + "}";
    }
    if (node.isArray()) {
      List<String> parts = new ArrayList<>();
      node.forEach(child -> parts.add(canonical(child)));
      return "[" + String.join(",", parts) + "]";
    }
    return node.toString();
  }
}
