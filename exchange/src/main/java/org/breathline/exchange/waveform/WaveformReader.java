package org.breathline.exchange.waveform;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.recording.BeamOnRule;
import org.breathline.core.respiration.recording.SignalColumn;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDateTime;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;

/** Makes a recording of the respiration channel of a waveform object. */
final class WaveformReader {

  private static final String BEAM = "beam";

  private final Dataset object;
  private final RespirationChannel chosen;
  private final ChannelAnnotations annotations;
  private final List<TraceWarning> warnings = new ArrayList<>();

  private WaveformReader(Dataset object) throws IOException {
    this.object = object;
    this.chosen = RespirationChannel.of(object);
    this.annotations = ChannelAnnotations.of(object, chosen);
  }

  /** Reads an object; fails with a {@link DicomException} if it has no breathing signal. */
  static TraceRecording read(Dataset object) throws IOException {
    return new WaveformReader(object).recording();
  }

  private TraceRecording recording() throws IOException {
    double[] amplitudes = chosen.group().measured(chosen.channel());
    if (amplitudes.length < 2) {
      throw object.problem(Tag.NUMBER_OF_WAVEFORM_SAMPLES, "expected two samples at least");
    }
    double[] timesS = times(amplitudes.length);
    Validity[] validities = validities(amplitudes);
    fillLost(amplitudes, validities);
    BreathingTrace.Unit unit = unit(amplitudes);
    warn();
    TraceRecording recording =
        new TraceRecording(
            timesS,
            amplitudes,
            validities,
            unit,
            origin(),
            signals(amplitudes.length),
            annotations.marks(timesS),
            warnings);
    TraceOptions stated = TraceOptions.DETECT;
    if (annotations.rising()) {
      stated = stated.withPolarity(TraceOptions.Polarity.AS_RECORDED);
    }
    if (!annotations.beamOn().isEmpty()) {
      stated = stated.withBeamOn(new BeamOnRule(BEAM, 1));
    }
    return recording.stating(stated);
  }

  private double[] times(int samples) throws DicomException {
    double startS = chosen.group().startS(chosen.channel());
    double[] timesS = new double[samples];
    for (int i = 0; i < samples; i++) {
      timesS[i] = startS + i / chosen.group().frequencyHz();
      if (i > 0 && !(timesS[i] > timesS[i - 1])) {
        throw object.problem(
            Tag.MULTIPLEX_GROUP_TIME_OFFSET, "the offset is too large for the sampling frequency");
      }
    }
    return timesS;
  }

  private Validity[] validities(double[] amplitudes) {
    Validity[] validities = new Validity[amplitudes.length];
    int lost = 0;
    for (int i = 0; i < validities.length; i++) {
      if (!Double.isFinite(amplitudes[i]) || annotations.invalid().get(i)) {
        validities[i] = Validity.LOST;
        lost++;
      } else {
        validities[i] = annotations.questionable().get(i) ? Validity.APERIODIC : Validity.VALID;
      }
    }
    if (lost > 0) {
      warnings.add(
          new TraceWarning(
              Kind.LOST_SAMPLES, "%d of %d samples are lost".formatted(lost, validities.length)));
    }
    return validities;
  }

  /** Amplitudes are never NaN: a lost one is drawn straight between its neighbours. */
  private void fillLost(double[] amplitudes, Validity[] validities) throws DicomException {
    int last = -1;
    for (int i = 0; i < amplitudes.length; i++) {
      if (validities[i] == Validity.LOST) {
        continue;
      }
      double from = last < 0 ? amplitudes[i] : amplitudes[last];
      for (int k = last + 1; k < i; k++) {
        double share = last < 0 ? 0 : (double) (k - last) / (i - last);
        amplitudes[k] = from + share * (amplitudes[i] - from);
      }
      last = i;
    }
    if (last < 0) {
      throw object.problem(Tag.WAVEFORM_DATA, "every sample is padding: there is no amplitude");
    }
    Arrays.fill(amplitudes, last + 1, amplitudes.length, amplitudes[last]);
  }

  /** The unit, and lengths turned into millimetres. */
  private BreathingTrace.Unit unit(double[] amplitudes) {
    Dataset definition = chosen.group().channels().get(chosen.channel());
    Optional<CodedConcept> units =
        CodedConcept.find(definition, Tag.CHANNEL_SENSITIVITY_UNITS_SEQUENCE);
    double millimetres =
        switch (units.map(CodedConcept::value).orElse("")) {
          case "mm" -> 1;
          case "cm" -> 10;
          case "m" -> 1000;
          case "um" -> 0.001;
          default -> 0;
        };
    if (millimetres == 0) {
      return BreathingTrace.Unit.ARBITRARY;
    }
    for (int i = 0; i < amplitudes.length; i++) {
      amplitudes[i] *= millimetres;
    }
    return BreathingTrace.Unit.MILLIMETRE;
  }

  private void warn() {
    if (chosen.others() > 0) {
      warnings.add(
          new TraceWarning(
              Kind.ASSUMPTION,
              "the object has %d channels that may be breathing; taken is channel %d of group %d"
                  .formatted(chosen.others() + 1, chosen.channel() + 1, chosen.groupNumber() + 1)));
    }
    if (chosen.kind() == RespirationChannel.Kind.FLOW) {
      warnings.add(
          new TraceWarning(
              Kind.ASSUMPTION,
              "the channel is a flow, a pressure or a gas: its extremes are not the ends of"
                  + " inhalation and exhalation"));
    } else if (chosen.kind() != RespirationChannel.Kind.RESPIRATION) {
      warnings.add(
          new TraceWarning(
              Kind.ASSUMPTION, "the channel is not coded as respiration; taken by its name"));
    }
  }

  private BreathingTrace.Origin origin() {
    Optional<LocalDate> date =
        annotations.dayUnknown()
            ? Optional.empty()
            : object
                .string(Tag.ACQUISITION_DATE_TIME)
                .flatMap(DicomDateTime::parse)
                .map(DicomDateTime::date);
    boolean respiratory =
        object.string(Tag.SOP_CLASS_UID).orElse("").equals(SopClass.RESPIRATORY_WAVEFORM);
    return new BreathingTrace.Origin(
        object.string(Tag.PATIENT_ID),
        date,
        respiratory ? "DICOM Respiratory Waveform" : "DICOM waveform");
  }

  /** Beam-on by annotation, and channels sampled with the breathing that may be the beam. */
  private List<SignalColumn> signals(int samples) throws DicomException {
    List<SignalColumn> signals = new ArrayList<>();
    BitSet on = annotations.beamOn();
    if (!on.isEmpty()) {
      double[] beam = new double[samples];
      on.stream().forEach(i -> beam[i] = 1);
      signals.add(new SignalColumn(BEAM, beam));
    }
    List<Dataset> channels = chosen.group().channels();
    for (int c = 0; c < channels.size(); c++) {
      if (c != chosen.channel() && RespirationChannel.isBeam(channels.get(c))) {
        signals.add(new SignalColumn(name(channels.get(c), c), chosen.group().stored(c)));
      }
    }
    return signals;
  }

  /** The label is a name that the user can type, whatever stands in the file. */
  private static String name(Dataset channel, int number) {
    String label =
        channel
            .string(Tag.CHANNEL_LABEL)
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]+", "-");
    return label.isEmpty() || label.equals(BEAM) ? "channel-" + (number + 1) : label;
  }
}
