package org.breathline.dicom.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text with code extensions (ISO/IEC 2022 as PS3.3, C.12.1.1.2 and PS3.5, 6.1.2.5 restrict
 * it): an escape sequence invokes a set into G0 (bytes below 0x80) or G1 (bytes from 0x80); line
 * and value delimiters bring the first set back.
 */
final class Iso2022Decoder {

  /** A set that an escape sequence invokes. */
  private record Invoked(Charset charset, int bytesPerCharacter) {}

  private static final Invoked ASCII = new Invoked(StandardCharsets.US_ASCII, 1);

  /** Sets invoked into G0, by what follows the escape byte (PS3.3, tables C.12-3 and C.12-4). */
  private static final Map<String, Invoked> G0 =
      Map.of(
          "(B", ASCII,
          // Differs from ASCII in the backslash and tilde only, which are delimiters to readers.
          "(J", ASCII,
          "$B", twoBytes("x-JIS0208"),
          "$@", twoBytes("x-JIS0208"),
          "$(D", twoBytes("JIS_X0212-1990"));

  /** Sets invoked into G1. */
  private static final Map<String, Invoked> G1 =
      Map.ofEntries(
          Map.entry("-A", oneByte("ISO-8859-1")),
          Map.entry("-B", oneByte("ISO-8859-2")),
          Map.entry("-C", oneByte("ISO-8859-3")),
          Map.entry("-D", oneByte("ISO-8859-4")),
          Map.entry("-L", oneByte("ISO-8859-5")),
          Map.entry("-G", oneByte("ISO-8859-6")),
          Map.entry("-F", oneByte("ISO-8859-7")),
          Map.entry("-H", oneByte("ISO-8859-8")),
          Map.entry("-M", oneByte("ISO-8859-9")),
          Map.entry("-b", oneByte("ISO-8859-15")),
          Map.entry("-T", oneByte("TIS-620")),
          Map.entry(")I", oneByte("JIS_X0201")),
          Map.entry("$)C", twoBytes("EUC-KR")),
          Map.entry("$)A", twoBytes("GB2312")));

  private static final int ESCAPE = 0x1B;

  private final byte[] bytes;
  private final Invoked first;
  private final StringBuilder text = new StringBuilder();
  private Invoked g0 = ASCII;
  private Invoked g1;
  private int at;

  private Iso2022Decoder(byte[] bytes, Charset charset) {
    this.bytes = bytes;
    this.first = new Invoked(charset, charset.newEncoder().maxBytesPerChar() > 1 ? 2 : 1);
    this.g1 = first;
  }

  private static Invoked oneByte(String charset) {
    return new Invoked(Charset.forName(charset), 1);
  }

  private static Invoked twoBytes(String charset) {
    return new Invoked(Charset.forName(charset), 2);
  }

  /** Decodes text that starts in the given set. */
  static String decode(byte[] bytes, Charset first) {
    Iso2022Decoder decoder = new Iso2022Decoder(bytes, first);
    while (decoder.at < bytes.length) {
      decoder.step();
    }
    return decoder.text.toString();
  }

  private void step() {
    int value = bytes[at] & 0xFF;
    if (value == ESCAPE && invoke()) {
      return;
    }
    if (value < 0x80) {
      if (value < 0x21 || g0.bytesPerCharacter() == 1) {
        text.append((char) value);
        at++;
        if (isDelimiter(value)) {
          g0 = ASCII;
          g1 = first;
        }
      } else {
        append(g0);
      }
    } else {
      append(g1);
    }
  }

  private void append(Invoked set) {
    int count = Math.min(set.bytesPerCharacter(), bytes.length - at);
    text.append(new String(bytes, at, count, set.charset()));
    at += count;
  }

  private boolean invoke() {
    for (int length = 2; length <= 3 && at + length < bytes.length; length++) {
      String sequence = new String(bytes, at + 1, length, StandardCharsets.ISO_8859_1);
      @Nullable Invoked intoG0 = G0.get(sequence);
      @Nullable Invoked intoG1 = G1.get(sequence);
      if (intoG0 != null || intoG1 != null) {
        g0 = intoG0 == null ? g0 : intoG0;
        g1 = intoG1 == null ? g1 : intoG1;
        at += 1 + length;
        return true;
      }
    }
    return false;
  }

  private static boolean isDelimiter(int value) {
    return switch (value) {
      case '\t', '\n', '\f', '\r', '\\', '^', '=' -> true;
      default -> false;
    };
  }
}
