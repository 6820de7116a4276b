package org.breathline.dicom.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the text of a data set is encoded: what SpecificCharacterSet (0008,0005) says (PS3.3,
 * C.12.1.1.2). Text in any of the defined sets is decoded; bytes that the set does not define
 * become U+FFFD. Without code extensions text is encoded too.
 */
public final class CharacterSet {

  /**
   * The default repertoire, ASCII; what is not ASCII is read as Latin-1, as most writers mean it.
   */
  public static final CharacterSet DEFAULT =
      new CharacterSet(List.of(), StandardCharsets.ISO_8859_1);

  /** UTF-8. */
  public static final CharacterSet UTF_8 =
      new CharacterSet(List.of("ISO_IR 192"), StandardCharsets.UTF_8);

  /** Java's names of the sets without code extensions. */
  private static final Map<String, String> SINGLE =
      Map.ofEntries(
          Map.entry("ISO_IR 6", "ISO-8859-1"),
          Map.entry("ISO_IR 13", "JIS_X0201"),
          Map.entry("ISO_IR 100", "ISO-8859-1"),
          Map.entry("ISO_IR 101", "ISO-8859-2"),
          Map.entry("ISO_IR 109", "ISO-8859-3"),
          Map.entry("ISO_IR 110", "ISO-8859-4"),
          Map.entry("ISO_IR 126", "ISO-8859-7"),
          Map.entry("ISO_IR 127", "ISO-8859-6"),
          Map.entry("ISO_IR 138", "ISO-8859-8"),
          Map.entry("ISO_IR 144", "ISO-8859-5"),
          Map.entry("ISO_IR 148", "ISO-8859-9"),
          Map.entry("ISO_IR 166", "TIS-620"),
          Map.entry("ISO_IR 192", "UTF-8"),
          Map.entry("ISO_IR 203", "ISO-8859-15"),
          Map.entry("GB18030", "GB18030"),
          Map.entry("GBK", "GBK"));

  private final List<String> terms;
  private final Charset charset;
  private final boolean codeExtensions;

  private CharacterSet(List<String> terms, Charset charset) {
    this.terms = terms;
    this.charset = charset;
    this.codeExtensions =
        terms.size() > 1 || terms.stream().anyMatch(t -> t.startsWith("ISO 2022"));
  }

  /**
   * The set that the values of (0008,0005) name. Common misspellings ({@code ISO-IR 100}, {@code
   * ISO_IR_192}) are understood; a name that means nothing is read as the default repertoire.
   */
  public static CharacterSet of(List<String> terms) {
    if (terms.stream().allMatch(String::isBlank)) {
      return DEFAULT;
    }
    if (terms.size() == 1 && terms.getFirst().equals("ISO_IR 192")) {
      return UTF_8;
    }
    List<String> normal = terms.stream().map(CharacterSet::normalize).toList();
    return new CharacterSet(normal, charset(normal.getFirst()));
  }

  private static String normalize(String term) {
    String plain =
        term.strip().toUpperCase(java.util.Locale.ROOT).replace('_', ' ').replace('-', ' ');
    if (plain.startsWith("ISO IR ")) {
      return "ISO_IR " + plain.substring(7);
    }
    return plain;
  }

  private static Charset charset(String term) {
    String single = term.replace("ISO 2022 IR ", "ISO_IR ");
    return Optional.ofNullable(SINGLE.get(single))
        .map(Charset::forName)
        .orElse(StandardCharsets.ISO_8859_1);
  }

  /** The values of (0008,0005); none for the default repertoire. */
  public List<String> terms() {
    return terms;
  }

  /** Decodes text; escape sequences are followed. */
  public String decode(byte[] bytes) {
    return codeExtensions ? Iso2022Decoder.decode(bytes, charset) : new String(bytes, charset);
  }

  /** Encodes text, or nothing if this set cannot say it (or has code extensions). */
  public Optional<byte[]> encode(String text) {
    Charset target = terms.isEmpty() || codeExtensions ? StandardCharsets.US_ASCII : charset;
    try {
      ByteBuffer bytes =
          target
              .newEncoder()
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(text));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return Optional.of(exact);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CharacterSet that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return terms.isEmpty() ? "default repertoire" : String.join("\\", terms);
  }
}
