package org.breathline.exchange.waveform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.respiration.recording.VendorMark;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;

/**
 * What the annotations of a waveform (PS3.3, C.10.10) say about one of its channels. Those that say
 * something else, or say it by absolute times, are passed over.
 */
final class ChannelAnnotations {

  private static final CodedConcept END_OF_INSPIRATION =
      new CodedConcept("109024", "DCM", "End of inspiration");
  private static final CodedConcept END_OF_EXPIRATION =
      new CodedConcept("109023", "DCM", "End of expiration");

  /** A segment costs time by its length; no recording has nearly as many events. */
  private static final int MOST_POSITIONS = 100_000;

  private final int samples;
  private final double frequencyHz;
  private final BitSet beamOn = new BitSet();
  private final BitSet questionable = new BitSet();
  private final BitSet invalid = new BitSet();
  private final BitSet inhaled = new BitSet();
  private final BitSet exhaled = new BitSet();
  private int positions;
  private boolean rising;
  private boolean dayUnknown;

  private ChannelAnnotations(int samples, double frequencyHz) {
    this.samples = samples;
    this.frequencyHz = frequencyHz;
  }

  /** Reads the annotations of an object that concern a channel. */
  static ChannelAnnotations of(Dataset object, RespirationChannel channel) throws DicomException {
    ChannelAnnotations found =
        new ChannelAnnotations(channel.group().samples(), channel.group().frequencyHz());
    for (Dataset item : object.items(Tag.WAVEFORM_ANNOTATION_SEQUENCE)) {
      found.read(item, channel);
    }
    return found;
  }

  private void read(Dataset item, RespirationChannel channel) throws DicomException {
    String text = item.string(Tag.UNFORMATTED_TEXT_VALUE).orElse("");
    Optional<CodedConcept> concept = CodedConcept.find(item, Tag.CONCEPT_NAME_CODE_SEQUENCE);
    if (isBeamOn(text, concept)) {
      // The beam is an event of the whole group, whichever channel it was noted at.
      if (concerns(item, channel, true)) {
        mark(item, beamOn);
      }
      return;
    }
    if (!concerns(item, channel, false)) {
      return;
    }
    rising |= text.equals(AnnotationText.RISING);
    dayUnknown |= text.equals(AnnotationText.DAY_UNKNOWN);
    if (text.startsWith("QUESTIONABLE")) {
      mark(item, questionable);
    } else if (text.startsWith("INVALID") || text.startsWith("DISCONNECTED")) {
      mark(item, invalid);
    } else if (concept.isPresent() && concept.get().isSame(END_OF_INSPIRATION)) {
      mark(item, inhaled);
    } else if (concept.isPresent() && concept.get().isSame(END_OF_EXPIRATION)) {
      mark(item, exhaled);
    }
  }

  private static boolean isBeamOn(String text, Optional<CodedConcept> concept) {
    String words = text.toLowerCase(Locale.ROOT);
    return concept.filter(CodedConcept::isXrayOn).isPresent()
        || words.startsWith("beam on")
        || words.startsWith("x-ray on")
        || words.startsWith("x-ray beam on");
  }

  private static boolean concerns(Dataset item, RespirationChannel channel, boolean wholeGroup)
      throws DicomException {
    int[] pairs = item.integers(Tag.REFERENCED_WAVEFORM_CHANNELS);
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      boolean here = pairs[i] == channel.groupNumber() + 1;
      if (here && (wholeGroup || pairs[i + 1] == 0 || pairs[i + 1] == channel.channel() + 1)) {
        return true;
      }
    }
    return pairs.length == 0;
  }

  /** Marks the samples of an annotation; all of them where it has no range. */
  private void mark(Dataset item, BitSet target) throws DicomException {
    Optional<String> type = item.string(Tag.TEMPORAL_RANGE_TYPE);
    if (type.isEmpty()) {
      target.set(0, samples);
      return;
    }
    int[] at = positions(item);
    positions += at.length;
    if (positions > MOST_POSITIONS) {
      throw item.problem(
          Tag.REFERENCED_SAMPLE_POSITIONS, "expected at most " + MOST_POSITIONS + " positions");
    }
    switch (type.get()) {
      case "POINT", "MULTIPOINT" -> {
        for (int position : at) {
          set(target, position, position);
        }
      }
      case "SEGMENT", "MULTISEGMENT" -> {
        if (at.length % 2 != 0) {
          throw item.problem(Tag.TEMPORAL_RANGE_TYPE, "expected two positions a segment");
        }
        for (int i = 0; i < at.length; i += 2) {
          set(target, at[i], at[i + 1]);
        }
      }
      case "BEGIN" -> {
        if (at.length > 0) {
          set(target, at[0], samples - 1);
        }
      }
      case "END" -> {
        if (at.length > 0) {
          set(target, 0, at[0]);
        }
      }
      default ->
          throw item.problem(
              Tag.TEMPORAL_RANGE_TYPE,
              "expected POINT, MULTIPOINT, SEGMENT, MULTISEGMENT, BEGIN or END");
    }
  }

  /** Samples counted from 0; none where the annotation is placed by absolute times. */
  private int[] positions(Dataset item) throws DicomException {
    int[] numbers = item.integers(Tag.REFERENCED_SAMPLE_POSITIONS);
    if (numbers.length > 0) {
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] -= 1;
      }
      return numbers;
    }
    // PS3.3, C.18.7: seconds after the start of the data.
    double[] offsetsS = item.decimals(Tag.REFERENCED_TIME_OFFSETS);
    int[] nearest = new int[offsetsS.length];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = (int) Math.rint(offsetsS[i] * frequencyHz);
    }
    return nearest;
  }

  private void set(BitSet target, int first, int last) {
    int from = Math.max(first, 0);
    int to = Math.min(last, samples - 1);
    if (from <= to) {
      target.set(from, to + 1);
    }
  }

  /** The samples with the beam on. */
  BitSet beamOn() {
    return beamOn;
  }

  /** The samples whose phase is doubted. */
  BitSet questionable() {
    return questionable;
  }

  /** The samples that are said to be no measurement. */
  BitSet invalid() {
    return invalid;
  }

  /** Whether it is said that the amplitude rises with inhalation. */
  boolean rising() {
    return rising;
  }

  /** Whether the object's date is only that of its making. */
  boolean dayUnknown() {
    return dayUnknown;
  }

  /** The turns that the device marked, in the order of time. */
  List<VendorMark> marks(double[] timesS) {
    List<VendorMark> marks = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      if (inhaled.get(i)) {
        marks.add(new VendorMark(timesS[i], VendorMark.Kind.PHASE_ZERO));
      }
      if (exhaled.get(i)) {
        marks.add(new VendorMark(timesS[i], VendorMark.Kind.PHASE_PI));
      }
    }
    return marks;
  }
}
