package org.breathline.billing.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import io.xlate.edi.stream.EDIStreamValidationError;
import io.xlate.edi.stream.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes a file apart into transactions. The envelope (ISA, GS, ST and their ends, control numbers
 * and counts) is StAEDI's to check; what is wrong with it is a fault like any other.
 *
 * <p>Memory is bounded: a file is at most {@value #LARGEST_FILE} bytes, {@value #MOST_SEGMENTS}
 * segments of at most {@value #MOST_ELEMENTS} elements of at most {@value #MOST_COMPONENTS}
 * components.
 */
final class Interchange {

  static final int LARGEST_FILE = 16 << 20;
  static final int MOST_SEGMENTS = 400_000;
  static final int MOST_ELEMENTS = 40;
  static final int MOST_COMPONENTS = 20;

  private static final int MOST_FAULTS = 50;

  /**
   * StAEDI tells of its own schemas' unused types; held here, or the setting would be forgotten.
   */
  private static final Logger STAEDI = Logger.getLogger("io.xlate.edi");

  static {
    STAEDI.setLevel(Level.WARNING);
  }

  private final String name;
  private final List<X12Fault> faults = new ArrayList<>();
  private final List<Transaction> transactions = new ArrayList<>();
  private List<Segment> segments = new ArrayList<>();
  private String version = "";
  private int number;
  private String id = "";
  private List<List<String>> elements = new ArrayList<>();
  private boolean ended;

  /**
   * A file taken apart.
   *
   * @param transactions the whole ones
   * @param faults of the envelope; the file is to be refused if there are any
   */
  record Taken(List<Transaction> transactions, List<X12Fault> faults) {

    /** Copies. */
    Taken {
      transactions = List.copyOf(transactions);
      faults = List.copyOf(faults);
    }
  }

  private Interchange(String name) {
    this.name = name;
  }

  /**
   * Reads a file.
   *
   * @throws X12Exception if it is no X12, or larger than is read
   * @throws IOException if it cannot be read
   */
  static Taken read(Path file) throws X12Exception, IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > LARGEST_FILE) {
      throw whole(name, "larger than 16 MiB; have it split");
    }
    return read(Files.readAllBytes(file), name);
  }

  /** Reads bytes; {@code name} is what messages call them. */
  static Taken read(byte[] bytes, String name) throws X12Exception {
    if (bytes.length > LARGEST_FILE) {
      throw whole(name, "larger than 16 MiB; have it split");
    }
    Interchange interchange = new Interchange(name);
    interchange.take(bytes);
    return new Taken(interchange.transactions, interchange.faults);
  }

  private static X12Exception whole(String name, String reason) {
    return new X12Exception(name, List.of(new X12Fault(0, "ISA", 0, 0, "", reason)));
  }

  private void take(byte[] bytes) throws X12Exception {
    if (bytes.length < 3 || bytes[0] != 'I' || bytes[1] != 'S' || bytes[2] != 'A') {
      throw whole(name, "not X12: it does not begin with an ISA segment");
    }
    EDIInputFactory factory = EDIInputFactory.newFactory();
    try (EDIStreamReader reader = factory.createEDIStreamReader(new ByteArrayInputStream(bytes))) {
      while (reader.hasNext()) {
        on(reader.next(), reader);
      }
    } catch (EDIStreamException | NoSuchElementException | IllegalStateException e) {
      ended = true;
      add(
          new X12Fault(
              number + 1,
              number == 0 ? "ISA" : "",
              0,
              0,
              "",
              number == 0
                  ? "the ISA segment is not 106 characters with a separator where each belongs"
                  : "not a segment: an identifier of two or three capitals and digits is expected"));
    } catch (IOException e) {
      throw new IllegalStateException("memory has no such fault", e);
    }
    if (!ended) {
      add(new X12Fault(number, "IEA", 0, 0, "", "the file ends before the interchange does"));
    }
  }

  private void on(EDIStreamEvent event, EDIStreamReader reader) throws X12Exception {
    switch (event) {
      case START_INTERCHANGE -> ended = false;
      case END_INTERCHANGE -> ended = true;
      case START_SEGMENT -> {
        number++;
        id = reader.getText();
        elements = new ArrayList<>();
        if (number > MOST_SEGMENTS) {
          throw whole(name, "more than " + MOST_SEGMENTS + " segments; have it split");
        }
      }
      case ELEMENT_DATA -> element(reader.getLocation(), reader.getText());
      case END_SEGMENT -> segment();
      case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR -> fault(reader);
      default -> {
        // Where loops begin and end is for the guide.
      }
    }
  }

  private void element(Location location, String text) throws X12Exception {
    int element = location.getElementPosition();
    int component = Math.max(1, location.getComponentPosition());
    if (element > MOST_ELEMENTS || component > MOST_COMPONENTS) {
      throw new X12Exception(
          name, List.of(new X12Fault(number, id, 0, 0, "", "more elements than any segment has")));
    }
    if (location.getElementOccurrence() > 1) {
      add(new X12Fault(number, id, element, 0, "", "repeated, which is not expected here"));
      return;
    }
    while (elements.size() < element) {
      elements.add(new ArrayList<>());
    }
    List<String> components = elements.get(element - 1);
    while (components.size() < component - 1) {
      components.add("");
    }
    if (components.size() < component) {
      components.add(text);
    }
  }

  private void segment() {
    Segment segment = new Segment(number, id, elements);
    switch (id) {
      case "ISA", "GE", "IEA" -> segments = new ArrayList<>();
      case "GS" -> version = segment.element(8);
      case "ST" -> {
        segments = new ArrayList<>();
        segments.add(segment);
      }
      case "SE" -> {
        segments.add(segment);
        transactions.add(new Transaction(segments.getFirst().element(1), version, segments));
        segments = new ArrayList<>();
      }
      default -> segments.add(segment);
    }
  }

  private void fault(EDIStreamReader reader) {
    EDIStreamValidationError error = reader.getErrorType();
    Location location = reader.getLocation();
    String tag = location.getSegmentTag() == null ? id : location.getSegmentTag();
    int element = Math.max(0, location.getElementPosition());
    boolean ofSegment = error.getCategory() == EDIStreamEvent.SEGMENT_ERROR;
    if (ofSegment && reader.getText() != null && reader.getText().length() <= 3) {
      tag = reader.getText();
    }
    add(new X12Fault(Math.max(1, number), tag, ofSegment ? 0 : element, 0, "", words(error)));
  }

  private static String words(EDIStreamValidationError error) {
    return switch (error) {
      case CONTROL_COUNT_DOES_NOT_MATCH_ACTUAL_COUNT -> "the count is not that of what is there";
      case CONTROL_REFERENCE_MISMATCH -> "the control number is not that of the beginning";
      case MANDATORY_SEGMENT_MISSING -> "the segment is missing";
      case UNEXPECTED_SEGMENT, UNRECOGNIZED_SEGMENT_ID, SEGMENT_NOT_IN_PROPER_SEQUENCE ->
          "the segment is not expected here";
      case REQUIRED_DATA_ELEMENT_MISSING -> "missing";
      case DATA_ELEMENT_TOO_LONG -> "longer than the standard has it";
      case DATA_ELEMENT_TOO_SHORT -> "shorter than the standard has it";
      case INVALID_DATE -> "not a date";
      case INVALID_TIME -> "not a time of day";
      case INVALID_CODE_VALUE -> "not one of the standard's codes";
      case INVALID_CHARACTER_DATA -> "a character that does not belong";
      default -> error.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    };
  }

  private void add(X12Fault fault) {
    if (faults.size() < MOST_FAULTS && !faults.contains(fault)) {
      faults.add(fault);
    }
  }
}
