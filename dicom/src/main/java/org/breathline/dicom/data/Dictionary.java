package org.breathline.dicom.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The data elements of DICOM PS3.6 and the private ones that are read by name. */
public final class Dictionary {

  private record Entry(List<Vr> vrs, String keyword) {}

  /** A group or element pattern: {@code (tag & mask) == value}. */
  private record Pattern(int mask, int value, Entry entry) {}

  private record PrivateKey(String creator, int group, int element) {}

  private static final Dictionary INSTANCE = load();

  private final int[] tags;
  private final Entry[] entries;
  private final List<Pattern> repeating;
  private final Map<String, Integer> byKeyword;
  private final Map<PrivateKey, Entry> privates;

  private Dictionary(
      Map<Integer, Entry> standard, List<Pattern> repeating, Map<PrivateKey, Entry> privates) {
    this.tags = standard.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    this.entries = Arrays.stream(tags).mapToObj(standard::get).toArray(Entry[]::new);
    this.byKeyword = new HashMap<>();
    standard.forEach((tag, entry) -> byKeyword.put(entry.keyword(), tag));
    this.repeating = repeating;
    this.privates = privates;
  }

  /** The keyword of a standard element, such as {@code Rows}. */
  public static Optional<String> keyword(int tag) {
    return Optional.ofNullable(INSTANCE.entry(tag)).map(Entry::keyword);
  }

  /** The tag of a keyword. */
  public static OptionalInt tag(String keyword) {
    Integer tag = INSTANCE.byKeyword.get(keyword);
    return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
  }

  /**
   * The value representation of an element: of several, the one that a data set with unsigned
   * pixels of more than 8 bits has. Group lengths are UL, private creators LO, everything unknown
   * UN.
   */
  public static Vr vr(int tag) {
    Entry entry = INSTANCE.entry(tag);
    if (entry != null) {
      return entry.vrs().contains(Vr.OW) ? Vr.OW : entry.vrs().getFirst();
    }
    if (Tag.element(tag) == 0) {
      return Vr.UL;
    }
    return Tag.isPrivateCreator(tag) ? Vr.LO : Vr.UN;
  }

  /** All value representations that the standard allows for an element; empty if unknown. */
  public static List<Vr> vrs(int tag) {
    Entry entry = INSTANCE.entry(tag);
    return entry == null ? List.of() : entry.vrs();
  }

  /** The value representation of a private element, if it is one that is read by name. */
  public static Optional<Vr> privateVr(String creator, int tag) {
    PrivateKey key = new PrivateKey(creator, Tag.group(tag), Tag.element(tag) & 0xFF);
    return Optional.ofNullable(INSTANCE.privates.get(key)).map(entry -> entry.vrs().getFirst());
  }

  private @Nullable Entry entry(int tag) {
    int index = Arrays.binarySearch(tags, tag);
    if (index >= 0) {
      return entries[index];
    }
    for (Pattern pattern : repeating) {
      if ((tag & pattern.mask()) == pattern.value()) {
        return pattern.entry();
      }
    }
    return null;
  }

  private static Dictionary load() {
    Map<Integer, Entry> standard = new HashMap<>(8192);
    List<Pattern> repeating = new java.util.ArrayList<>();
    Map<PrivateKey, Entry> privates = new HashMap<>();
    try (BufferedReader lines = new BufferedReader(open())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split(" ", 4);
        List<Vr> vrs = Arrays.stream(parts[1].split("/", -1)).map(Vr::valueOf).toList();
        Entry entry = new Entry(vrs, parts[2]);
        if (parts.length == 4) {
          int group = Integer.parseInt(parts[0], 0, 4, 16);
          int element = Integer.parseInt(parts[0], 6, 8, 16);
          privates.put(new PrivateKey(parts[3], group, element), entry);
        } else if (parts[0].indexOf('x') >= 0) {
          int mask =
              Integer.parseUnsignedInt(parts[0].replaceAll("[^x]", "F").replace('x', '0'), 16);
          // Repeating groups are the even ones.
          int even = parts[0].startsWith("xx", 2) ? 0x10000 : 0;
          int value = Integer.parseUnsignedInt(parts[0].replace('x', '0'), 16);
          repeating.add(new Pattern(mask | even, value, entry));
        } else {
          standard.put(Integer.parseUnsignedInt(parts[0], 16), entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Dictionary(standard, repeating, privates);
  }

  private static InputStreamReader open() throws IOException {
    InputStream stream = Dictionary.class.getResourceAsStream("dictionary.txt");
    if (stream == null) {
      throw new IOException("the DICOM dictionary is not in the program");
    }
    return new InputStreamReader(stream, StandardCharsets.US_ASCII);
  }
}
