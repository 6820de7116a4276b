package org.breathline.exchange.waveform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;

/**
 * The channel of a waveform object that tells how the patient breathes.
 *
 * @param group its multiplex group
 * @param groupNumber the group's place in the Waveform Sequence, from 0
 * @param channel its place in the group, from 0
 * @param kind what makes it a breathing signal
 * @param others how many other channels would do too
 */
record RespirationChannel(
    MultiplexGroup group, int groupNumber, int channel, Kind kind, int others) {

  /** What makes a channel a breathing signal, the best first. */
  enum Kind {
    /** Its source is coded as respiration, or as effort or circumference (PS3.16, CID 3005). */
    RESPIRATION,
    /** Its label says so. */
    LABELLED,
    /** It is in a respiratory waveform object, and nothing says that it is something else. */
    UNNAMED,
    /** It is a flow, a pressure or a gas: it has the rhythm of breathing, not its depth. */
    FLOW
  }

  /** Thoracic and abdominal inductance, films and effort (PS3.16, CID 3005). */
  private static final int FIRST_EFFORT = 130427;

  private static final int LAST_EFFORT = 130433;

  /** All that was added to CID 3005 for sleep studies: flows, pressures, gases, effort. */
  private static final int FIRST_SLEEP = 130416;

  private static final int LAST_SLEEP = 130443;

  private static final String MULTI_CHANNEL_RESPIRATORY = "1.2.840.10008.5.1.4.1.1.9.6.2";

  /**
   * Chooses the channel: the best kind, of several alike the longest, of these the first.
   *
   * @throws org.breathline.dicom.data.DicomException if the object has none, or is damaged
   */
  static RespirationChannel of(Dataset object) throws IOException {
    String sopClass = object.string(Tag.SOP_CLASS_UID).orElse("");
    boolean respiratory =
        sopClass.equals(SopClass.RESPIRATORY_WAVEFORM)
            || sopClass.equals(MULTI_CHANNEL_RESPIRATORY);
    List<Dataset> groups = object.items(Tag.WAVEFORM_SEQUENCE);
    if (groups.isEmpty()) {
      throw object.problem(Tag.WAVEFORM_SEQUENCE, "expected an object with a waveform");
    }
    List<RespirationChannel> found = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      if (!mayBreathe(groups.get(g), respiratory)) {
        continue;
      }
      MultiplexGroup group = MultiplexGroup.of(groups.get(g));
      for (int c = 0; c < group.channels().size(); c++) {
        Optional<Kind> kind = kindOf(group.channels().get(c), respiratory);
        if (kind.isPresent()) {
          found.add(new RespirationChannel(group, g, c, kind.get(), 0));
        }
      }
    }
    RespirationChannel best =
        found.stream()
            .min(
                Comparator.comparing(RespirationChannel::kind)
                    .thenComparingDouble(c -> -c.group().samples() / c.group().frequencyHz()))
            .orElseThrow(() ->
                object.problem(
                    Tag.CHANNEL_SOURCE_SEQUENCE,
                    "expected a channel of respiration: none is coded or labelled so"));
    return new RespirationChannel(
        best.group, best.groupNumber, best.channel, best.kind, found.size() - 1);
  }

  /** Groups without such a channel are not read at all: what is wrong with them is no matter. */
  private static boolean mayBreathe(Dataset group, boolean respiratory) {
    return group.items(Tag.CHANNEL_DEFINITION_SEQUENCE).stream()
        .anyMatch(channel -> kindOf(channel, respiratory).isPresent());
  }

  private static Optional<Kind> kindOf(Dataset channel, boolean respiratory) {
    Optional<CodedConcept> source = CodedConcept.find(channel, Tag.CHANNEL_SOURCE_SEQUENCE);
    if (source.isPresent() && source.get().scheme().equals("DCM")) {
      CodedConcept concept = source.get();
      int code = concept.value().matches("[0-9]{6}") ? Integer.parseInt(concept.value()) : 0;
      if (concept.isSame(CodedConcept.RESPIRATION)
          || (code >= FIRST_EFFORT && code <= LAST_EFFORT)) {
        return Optional.of(Kind.RESPIRATION);
      }
      if (code >= FIRST_SLEEP && code <= LAST_SLEEP) {
        return Optional.of(Kind.FLOW);
      }
      if (concept.isXrayOn()) {
        return Optional.empty();
      }
    }
    if (isBeam(channel)) {
      return Optional.empty();
    }
    String words =
        (source.map(CodedConcept::meaning).orElse("")
                + " "
                + channel.string(Tag.CHANNEL_LABEL).orElse(""))
            .toLowerCase(Locale.ROOT);
    if (words.contains("resp") || words.contains("breath")) {
      return Optional.of(Kind.LABELLED);
    }
    return respiratory ? Optional.of(Kind.UNNAMED) : Optional.empty();
  }

  /** Whether a channel may say that the beam was on. */
  static boolean isBeam(Dataset channel) {
    if (CodedConcept.find(channel, Tag.CHANNEL_SOURCE_SEQUENCE)
        .filter(CodedConcept::isXrayOn)
        .isPresent()) {
      return true;
    }
    String label = channel.string(Tag.CHANNEL_LABEL).orElse("").toLowerCase(Locale.ROOT);
    return label.contains("beam")
        || label.contains("xray")
        || label.contains("x-ray")
        || label.startsWith("ttl");
  }
}
