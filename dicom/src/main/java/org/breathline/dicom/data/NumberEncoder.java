package org.breathline.dicom.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Encodes numbers in the representation that an element has. */
final class NumberEncoder {

  private NumberEncoder() {}

  static ValueElement encode(int tag, Vr vr, int[] values) {
    double[] decimals = Arrays.stream(values).asDoubleStream().toArray();
    return switch (vr) {
      case IS ->
          text(tag, vr, Arrays.stream(values).mapToObj(Integer::toString).collect(joining()));
      case AT -> {
        byte[] bytes = new byte[4 * values.length];
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
          words.putShort((short) Tag.group(value)).putShort((short) Tag.element(value));
        }
        yield new ValueElement(tag, vr, bytes, CharacterSet.DEFAULT);
      }
      default -> encode(tag, vr, decimals);
    };
  }

  static ValueElement encode(int tag, Vr vr, double[] values) {
    if (vr == Vr.DS) {
      return text(
          tag, vr, Arrays.stream(values).mapToObj(DecimalString::format).collect(joining()));
    }
    byte[] bytes = new byte[vr.wordBytes() * values.length];
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      switch (vr) {
        case FL -> words.putFloat((float) value);
        case FD -> words.putDouble(value);
        case US -> words.putShort((short) whole(tag, value, 0, 0xFFFF));
        case SS -> words.putShort((short) whole(tag, value, Short.MIN_VALUE, Short.MAX_VALUE));
        case UL -> words.putInt((int) whole(tag, value, 0, 0xFFFFFFFFL));
        case SL -> words.putInt((int) whole(tag, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
        case SV -> words.putLong(whole(tag, value, Long.MIN_VALUE, Long.MAX_VALUE));
        case UV -> words.putLong(whole(tag, value, 0, Long.MAX_VALUE));
        default ->
            throw new IllegalArgumentException(
                Tag.describe(tag) + ": " + vr + " does not hold such numbers");
      }
    }
    return new ValueElement(tag, vr, bytes, CharacterSet.DEFAULT);
  }

  private static long whole(int tag, double value, long least, long most) {
    if (value != Math.rint(value) || value < least || value > most) {
      throw new IllegalArgumentException(
          Tag.describe(tag) + ": expected whole numbers from " + least + " to " + most);
    }
    return (long) value;
  }

  private static ValueElement text(int tag, Vr vr, String text) {
    return new ValueElement(
        tag, vr, text.getBytes(StandardCharsets.US_ASCII), CharacterSet.DEFAULT);
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joining() {
    return Collectors.joining("\\");
  }
}
