package org.breathline.exchange.phase;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Element;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.ValueElement;
import org.breathline.exchange.phase.RespiratoryMark.Kind;
import org.breathline.exchange.phase.RespiratoryMark.Phase;
import org.breathline.exchange.phase.RespiratoryMark.Projection;
import org.breathline.exchange.phase.RespiratoryMark.Source;
import org.breathline.exchange.phase.RespiratoryMark.Unmarked;

/**
 * Finds a slice's respiratory mark. The standard's own attribute comes first, then words, then
 * private elements, then the temporal position; a time never decides, because several phases may
 * share one ContentTime. (0020,9241) is the cardiac percentage and is not looked at.
 */
public final class RespiratoryMarks {

  /** Philips, taken over from Elscint: the phase in words. */
  private static final String ELSCINT = "ELSCINT1";

  private RespiratoryMarks() {}

  /**
   * What the header says, {@link Unmarked} where it says nothing.
   *
   * @throws DicomException if an attribute that should say it cannot be understood
   */
  public static RespiratoryMark of(Dataset slice) throws DicomException {
    Optional<Kind> projection = projection(slice);
    if (projection.isPresent()) {
      return new Projection(projection.get());
    }
    Optional<RespiratoryMark> said =
        standard(slice)
            .or(() -> label(slice, Tag.SERIES_DESCRIPTION, Source.SERIES_DESCRIPTION))
            .or(() -> label(slice, Tag.IMAGE_COMMENTS, Source.IMAGE_COMMENTS))
            .or(() -> privateLabel(slice, 0x01e1, 0x1e))
            .or(() -> privateLabel(slice, 0x01f1, 0x41));
    return said.isPresent() ? said.get() : temporalPosition(slice);
  }

  private static Optional<Kind> projection(Dataset slice) {
    List<String> imageType = slice.strings(Tag.IMAGE_TYPE);
    for (String value : imageType) {
      switch (value.strip().toUpperCase(Locale.ROOT)) {
        case "MIP", "MAX", "MAX_IP" -> {
          return Optional.of(Kind.MIP);
        }
        case "MINIP", "MIN", "MIN_IP" -> {
          return Optional.of(Kind.MINIP);
        }
        case "MEAN", "AVERAGE", "AVG" -> {
          return Optional.of(Kind.MEAN);
        }
        default -> {}
      }
    }
    return Optional.empty();
  }

  private static Optional<RespiratoryMark> standard(Dataset slice) throws DicomException {
    for (Dataset item : slice.items(Tag.RESPIRATORY_SYNCHRONIZATION_SEQUENCE)) {
      OptionalDouble percent = item.decimal(Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE);
      if (percent.isPresent()) {
        return phase(percent.getAsDouble());
      }
    }
    OptionalDouble beside = slice.decimal(Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE);
    return beside.isPresent() ? phase(beside.getAsDouble()) : Optional.empty();
  }

  private static Optional<RespiratoryMark> phase(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      return Optional.empty();
    }
    return Optional.of(new Phase(percent == 100 ? 0 : percent, Source.RESPIRATORY_SYNCHRONIZATION));
  }

  private static Optional<RespiratoryMark> label(Dataset slice, int tag, Source source) {
    return slice.string(tag).flatMap(text -> PhaseLabel.parse(text, source));
  }

  private static Optional<RespiratoryMark> privateLabel(Dataset slice, int group, int element) {
    return slice
        .privateElement(group, ELSCINT, element)
        .flatMap(RespiratoryMarks::ascii)
        .flatMap(text -> PhaseLabel.parse(text, Source.PRIVATE_ELEMENT));
  }

  /** A private text may have come with any representation, or none in an implicit file. */
  private static Optional<String> ascii(Element element) {
    return element instanceof ValueElement value
        ? Optional.of(new String(value.bytes(), StandardCharsets.US_ASCII))
        : Optional.empty();
  }

  private static RespiratoryMark temporalPosition(Dataset slice) throws DicomException {
    int position = slice.integer(Tag.TEMPORAL_POSITION_IDENTIFIER).orElse(0);
    int count = slice.integer(Tag.NUMBER_OF_TEMPORAL_POSITIONS).orElse(0);
    return count >= 2 && position >= 1 && position <= count
        ? new Phase(100.0 * (position - 1) / count, Source.TEMPORAL_POSITION)
        : new Unmarked();
  }
}
