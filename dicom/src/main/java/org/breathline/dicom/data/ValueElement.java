package org.breathline.dicom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An element with text, numbers or bytes, kept as they are encoded (little endian) and decoded when
 * asked for. Not changed once made.
 */
public final class ValueElement implements Element {

  private final int tag;
  private final Vr vr;
  private final byte[] value;
  private final CharacterSet characterSet;

  /**
   * An element as encoded.
   *
   * @param tag the tag
   * @param vr its representation, no sequence
   * @param value the encoded value, little endian; not copied, not changed
   * @param characterSet how text is encoded
   */
  public ValueElement(int tag, Vr vr, byte[] value, CharacterSet characterSet) {
    if (vr == Vr.SQ) {
      throw new IllegalArgumentException(Tag.describe(tag) + ": a sequence is no plain value");
    }
    this.tag = tag;
    this.vr = vr;
    this.value = value;
    this.characterSet = characterSet;
  }

  @Override
  public int tag() {
    return tag;
  }

  @Override
  public Vr vr() {
    return vr;
  }

  /** The set that the text is encoded in. */
  public CharacterSet characterSet() {
    return characterSet;
  }

  /** The number of encoded bytes, padding included. */
  public int length() {
    return value.length;
  }

  /** A copy of the encoded bytes, little endian. */
  public byte[] bytes() {
    return value.clone();
  }

  /** The encoded bytes themselves, for reading only. */
  public ByteBuffer buffer() {
    return ByteBuffer.wrap(value).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether all bytes are ASCII without escape sequences, and so the same in every set. */
  boolean isAscii() {
    for (byte b : value) {
      if (b < 0 || b == 0x1B) {
        return false;
      }
    }
    return true;
  }

  /**
   * The values as text, without padding: of text the values between backslashes, of numbers their
   * decimal form. A value of blanks only is no value. Bytes of an unknown representation are read
   * as text.
   */
  public List<String> strings() {
    return switch (vr.kind()) {
      case TEXT -> text();
      case NUMBER -> numbersAsText();
      case BYTES -> vr == Vr.UN ? text() : List.of();
      case SEQUENCE -> List.of();
    };
  }

  private List<String> text() {
    String all =
        vr.usesCharacterSet() || vr == Vr.UN
            ? characterSet.decode(value)
            : new String(value, StandardCharsets.ISO_8859_1);
    all = strip(all, true);
    if (all.isEmpty()) {
      return List.of();
    }
    if (!vr.isMultiValued() && vr != Vr.UN) {
      return List.of(all);
    }
    List<String> values = new ArrayList<>(4);
    int start = 0;
    for (int end = all.indexOf('\\'); end >= 0; end = all.indexOf('\\', start)) {
      values.add(strip(all.substring(start, end), false));
      start = end + 1;
    }
    values.add(strip(all.substring(start), false));
    return values;
  }

  /** Trailing blanks and zeros are padding everywhere; leading blanks only outside long text. */
  private String strip(String text, boolean whole) {
    boolean leading = !whole && vr.isMultiValued() && vr != Vr.UC && vr != Vr.PN;
    int start = 0;
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
      end--;
    }
    while (leading && start < end && text.charAt(start) == ' ') {
      start++;
    }
    return text.substring(start, end);
  }

  private List<String> numbersAsText() {
    if (vr == Vr.AT) {
      List<String> tags = new ArrayList<>();
      ByteBuffer words = buffer();
      while (words.remaining() >= 4) {
        int group = words.getShort();
        tags.add(Tag.format(Tag.of(group, words.getShort())));
      }
      return tags;
    }
    boolean real = vr == Vr.FL || vr == Vr.FD;
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < value.length / vr.wordBytes(); i++) {
      texts.add(
          real
              ? Double.toString(real(i))
              : vr == Vr.UV ? Long.toUnsignedString(whole(i)) : Long.toString(whole(i)));
    }
    return texts;
  }

  /**
   * The values as real numbers.
   *
   * @throws NumberFormatException if a text is no number or the value is no whole number of words
   */
  public double[] decimals() {
    if (isNumeric()) {
      double[] numbers = new double[count()];
      boolean real = vr == Vr.FL || vr == Vr.FD;
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = real ? real(i) : whole(i);
      }
      return numbers;
    }
    return strings().stream().mapToDouble(DecimalString::parse).toArray();
  }

  /**
   * The values as whole numbers.
   *
   * @throws NumberFormatException if a value is none, or does not fit
   */
  public int[] integers() {
    if (isNumeric() && vr != Vr.FL && vr != Vr.FD) {
      int[] numbers = new int[count()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = toInt(whole(i));
      }
      return numbers;
    }
    double[] decimals = decimals();
    int[] numbers = new int[decimals.length];
    for (int i = 0; i < numbers.length; i++) {
      if (decimals[i] != Math.rint(decimals[i])) {
        throw new NumberFormatException("expected whole numbers");
      }
      numbers[i] = toInt((long) decimals[i]);
    }
    return numbers;
  }

  private static int toInt(long number) {
    if (number != (int) number) {
      throw new NumberFormatException("expected numbers of at most 32 bits");
    }
    return (int) number;
  }

  private boolean isNumeric() {
    return vr.kind() == Vr.Kind.NUMBER;
  }

  private int count() {
    int word = vr == Vr.AT ? 4 : vr.wordBytes();
    if (value.length % word != 0) {
      throw new NumberFormatException(
          "expected numbers of " + word + " bytes, found " + value.length + " bytes");
    }
    return value.length / word;
  }

  private double real(int index) {
    return vr == Vr.FL ? buffer().getFloat(index * 4) : buffer().getDouble(index * 8);
  }

  private long whole(int index) {
    ByteBuffer words = buffer();
    return switch (vr) {
      case US -> Short.toUnsignedLong(words.getShort(index * 2));
      case SS -> words.getShort(index * 2);
      case UL -> Integer.toUnsignedLong(words.getInt(index * 4));
      case SL -> words.getInt(index * 4);
      case AT -> Tag.of(words.getShort(index * 4), words.getShort(index * 4 + 2));
      default -> words.getLong(index * 8);
    };
  }

  /** Equal in tag, representation, bytes and character set. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ValueElement that
        && tag == that.tag
        && vr == that.vr
        && characterSet.equals(that.characterSet)
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return 31 * tag + Arrays.hashCode(value);
  }

  /** The tag and size; never the value, which might be a patient's. */
  @Override
  public String toString() {
    return Tag.describe(tag) + " " + vr + ", " + value.length + " bytes";
  }
}
