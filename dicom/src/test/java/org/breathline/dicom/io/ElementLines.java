package org.breathline.dicom.io;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Element;
import org.breathline.dicom.data.EncapsulatedElement;
import org.breathline.dicom.data.SequenceElement;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.ValueElement;
import org.breathline.dicom.data.Vr;

/** Every element of a data set as a line of text, in the form of {@code pydicom_dump.py}. */
final class ElementLines {

  private ElementLines() {}

  static List<String> of(Dataset dataset) throws IOException {
    List<String> lines = new ArrayList<>();
    add(dataset, "", lines);
    return lines;
  }

  private static void add(Dataset dataset, String prefix, List<String> lines) throws IOException {
    for (Element element : dataset) {
      if (Tag.element(element.tag()) == 0) {
        continue;
      }
      String path = prefix + String.format(Locale.ROOT, "%08x", element.tag());
      if (element instanceof SequenceElement sequence) {
        lines.add(path + " SQ " + sequence.items().size());
        for (int i = 0; i < sequence.items().size(); i++) {
          add(sequence.items().get(i), path + "[" + i + "].", lines);
        }
      } else {
        lines.add(line(path, dataset, element).stripTrailing());
      }
    }
  }

  private static String line(String path, Dataset dataset, Element element) throws IOException {
    try {
      return path + " " + element.vr() + " " + text(dataset, element);
    } catch (DicomException e) {
      return path + " !";
    }
  }

  private static String text(Dataset dataset, Element element) throws IOException {
    return switch (element) {
      case EncapsulatedElement pixels -> {
        MessageDigest digest = sha1();
        long size = 0;
        for (BulkData fragment : pixels.fragments()) {
          digest.update(fragment.readAll());
          size += fragment.length();
        }
        yield size + " fragments " + HexFormat.of().formatHex(digest.digest());
      }
      case BulkElement bulk -> bytes(bulk.data().readAll());
      case ValueElement value when value.vr().kind() == Vr.Kind.BYTES -> bytes(value.bytes());
      case ValueElement value -> value(dataset, value);
      case SequenceElement sequence -> throw new IllegalStateException();
    };
  }

  private static String value(Dataset dataset, ValueElement value) throws IOException {
    return switch (value.vr()) {
      case AT -> join(dataset.integers(value.tag()), "%08x");
      case FL, FD, DS ->
          Arrays.stream(dataset.decimals(value.tag()))
              .mapToObj(number -> HexFormat.of().toHexDigits(Double.doubleToLongBits(number)))
              .collect(Collectors.joining(","));
      case IS ->
          Arrays.stream(dataset.decimals(value.tag()))
              .mapToObj(number -> Long.toString((long) number))
              .collect(Collectors.joining(","));
      case US, SS, UL, SL, UV, SV -> String.join(",", value.strings());
      case PN -> escape(trimmed(value).replaceAll("=+$", ""));
      default -> escape(trimmed(value));
    };
  }

  private static String trimmed(ValueElement value) {
    return value.strings().stream()
        .map(text -> text.replaceAll("^ +| +$", ""))
        .collect(Collectors.joining("\\"));
  }

  private static String join(int[] numbers, String format) {
    return Arrays.stream(numbers)
        .mapToObj(number -> String.format(Locale.ROOT, format, number))
        .collect(Collectors.joining(","));
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit >= 32 && unit < 127 && unit != '\\') {
        escaped.append(unit);
      } else {
        escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      }
    }
    return escaped.toString();
  }

  private static String bytes(byte[] value) {
    return value.length + " bytes " + HexFormat.of().formatHex(sha1().digest(value));
  }

  static String sha1(byte[] value) {
    return HexFormat.of().formatHex(sha1().digest(value));
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
