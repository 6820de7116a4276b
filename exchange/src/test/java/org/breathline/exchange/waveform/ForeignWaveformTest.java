package org.breathline.exchange.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TraceWarning;
import org.breathline.core.respiration.recording.SignalColumn;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.core.respiration.recording.VendorMark;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waveforms as other equipment writes them. */
class ForeignWaveformTest {

  private static final String GENERAL_ECG = "1.2.840.10008.5.1.4.1.1.9.1.2";
  private static final int SAMPLES = 40;
  private static final int PADDED = 7;

  private static Dataset channel(String label) {
    return new Dataset()
        .setString(Tag.CHANNEL_LABEL, label)
        .setItems(Tag.CHANNEL_SOURCE_SEQUENCE, new CodedConcept("2:1", "SCPECG", "Lead I").items());
  }

  /** Belt position in centimetres: a stored unit is 0.5 x 1.2 cm, and 0 is at 3 cm. */
  private static Dataset respiration() {
    return channel("belt")
        .setItems(Tag.CHANNEL_SOURCE_SEQUENCE, CodedConcept.RESPIRATION.items())
        .setDecimal(Tag.CHANNEL_SENSITIVITY, 0.5)
        .setItems(
            Tag.CHANNEL_SENSITIVITY_UNITS_SEQUENCE,
            new CodedConcept("cm", "UCUM", "centimeter").items())
        .setDecimal(Tag.CHANNEL_SENSITIVITY_CORRECTION_FACTOR, 1.2)
        .setDecimal(Tag.CHANNEL_BASELINE, 3)
        .setDecimal(Tag.CHANNEL_TIME_SKEW, 0.25);
  }

  private static int stored(int sample) {
    return sample == PADDED ? 99 : 20 + sample % 10;
  }

  /** Channels: noise, the given one, a beam that is on (0) in the middle. */
  private static Dataset group(SampleFormat format, Dataset middle) {
    ByteBuffer data =
        ByteBuffer.allocate(3 * SAMPLES * format.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SAMPLES; i++) {
      put(data, format, i);
      put(data, format, stored(i));
      put(data, format, i >= 10 && i < 30 ? 0 : 1);
    }
    ByteBuffer padding = ByteBuffer.allocate(Math.max(2, format.bytes()));
    put(padding.order(ByteOrder.LITTLE_ENDIAN), format, 99);
    Vr vr = format.bytes() == 1 ? Vr.OB : Vr.OW;
    return new Dataset()
        .setInteger(Tag.NUMBER_OF_WAVEFORM_CHANNELS, 3)
        .setInteger(Tag.NUMBER_OF_WAVEFORM_SAMPLES, SAMPLES)
        .setDecimal(Tag.SAMPLING_FREQUENCY, 40)
        .setDecimal(Tag.MULTIPLEX_GROUP_TIME_OFFSET, 1500)
        .setItems(
            Tag.CHANNEL_DEFINITION_SEQUENCE, List.of(channel("I"), middle, channel("X-Ray On")))
        .setInteger(Tag.WAVEFORM_BITS_ALLOCATED, 8 * format.bytes())
        .setString(Tag.WAVEFORM_SAMPLE_INTERPRETATION, format.name())
        .setBytes(Tag.WAVEFORM_PADDING_VALUE, vr, padding.array())
        .setBytes(Tag.WAVEFORM_DATA, vr, data.array());
  }

  private static void put(ByteBuffer data, SampleFormat format, int value) {
    switch (format.bytes()) {
      case 1 -> data.put((byte) value);
      case 2 -> data.putShort((short) value);
      default -> data.putInt(value);
    }
  }

  private static Dataset object(Dataset... groups) {
    return new Dataset()
        .setString(Tag.SOP_CLASS_UID, GENERAL_ECG)
        .setItems(Tag.WAVEFORM_SEQUENCE, Arrays.asList(groups));
  }

  private static Dataset annotation(CodedConcept concept, String type, int... positions) {
    return new Dataset()
        .setItems(Tag.CONCEPT_NAME_CODE_SEQUENCE, concept.items())
        .setInteger(Tag.REFERENCED_WAVEFORM_CHANNELS, 2, 0)
        .setString(Tag.TEMPORAL_RANGE_TYPE, type)
        .setInteger(Tag.REFERENCED_SAMPLE_POSITIONS, positions);
  }

  @ParameterizedTest
  @EnumSource
  void theRespirationChannelIsFoundAndScaled(SampleFormat format) throws IOException {
    // A group of other signals that is damaged: it is not looked at.
    Dataset ecg = new Dataset().setItems(Tag.CHANNEL_DEFINITION_SEQUENCE, List.of(channel("II")));
    TraceRecording recording = WaveformTraces.of(object(ecg, group(format, respiration())));

    assertThat(recording.size()).isEqualTo(SAMPLES);
    assertThat(recording.unit()).isEqualTo(Unit.MILLIMETRE);
    assertThat(recording.timesS()[2]).isCloseTo(1.5 + 0.25 + 2 / 40.0, within(1e-12));
    for (int i = 0; i < SAMPLES; i++) {
      double cm = (i == PADDED ? 27 : stored(i)) * 0.5 * 1.2 + 3;
      assertThat(recording.amplitudes()[i]).isCloseTo(10 * cm, within(1e-9));
      assertThat(recording.validities()[i]).isEqualTo(i == PADDED ? Validity.LOST : Validity.VALID);
    }
    SignalColumn beam = recording.signals().getFirst();
    assertThat(beam.name()).isEqualTo("x-ray-on");
    assertThat(beam.levels()).containsExactly(0, 1);
    assertThat(recording.stated()).isEqualTo(TraceOptions.DETECT);
  }

  @Test
  void annotationsSayTurnsAndBeam() throws IOException {
    Dataset object =
        object(group(SampleFormat.SS, channel("I")), group(SampleFormat.SS, respiration()))
            .setItems(
                Tag.WAVEFORM_ANNOTATION_SEQUENCE,
                List.of(
                    annotation(CodedConcept.XRAY_ON, "MULTISEGMENT", 3, 5, 39, 99),
                    annotation(
                        new CodedConcept("109024", "DCM", "End of inspiration"),
                        "MULTIPOINT",
                        4,
                        14),
                    annotation(
                        new CodedConcept("109023", "DCM", "End of expiration"), "POINT", 9)));
    TraceRecording recording = WaveformTraces.of(object);

    assertThat(recording.marks())
        .extracting(VendorMark::kind)
        .containsExactly(
            VendorMark.Kind.PHASE_ZERO, VendorMark.Kind.PHASE_PI, VendorMark.Kind.PHASE_ZERO);
    assertThat(recording.stated().beamOn().orElseThrow()).hasToString("beam=1");
    double[] beam = recording.signals().getFirst().values();
    for (int i = 0; i < SAMPLES; i++) {
      assertThat(beam[i]).isEqualTo((i >= 2 && i <= 4) || i >= 38 ? 1 : 0);
    }
  }

  @Test
  void aChannelTakenByItsNameIsWarnedOf() throws IOException {
    TraceRecording recording =
        WaveformTraces.of(object(group(SampleFormat.US, channel("Resp. belt"))));
    assertThat(recording.unit()).isEqualTo(Unit.ARBITRARY);
    assertThat(recording.warnings())
        .extracting(TraceWarning::kind)
        .contains(TraceWarning.Kind.ASSUMPTION);
  }

  @Test
  void aWaveformWithoutBreathingIsRefused() {
    assertThatThrownBy(() -> WaveformTraces.of(object(group(SampleFormat.SS, channel("II")))))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("(003A,0208) ChannelSourceSequence")
        .hasMessageContaining("expected a channel of respiration");
    assertThatThrownBy(() -> WaveformTraces.of(new Dataset()))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("expected an object with a waveform");
  }

  @Test
  void samplesThatAreNotThereAreNotAllocated() {
    Dataset group =
        group(SampleFormat.SL, respiration())
            .setInteger(Tag.NUMBER_OF_WAVEFORM_SAMPLES, Integer.MAX_VALUE);
    assertThatThrownBy(() -> WaveformTraces.of(object(group)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("(5400,1010) WaveformData")
        .hasMessageContaining("found 480");
  }

  @Test
  void companderSamplesAreRefused() {
    Dataset group =
        group(SampleFormat.UB, respiration()).setString(Tag.WAVEFORM_SAMPLE_INTERPRETATION, "MB");
    assertThatThrownBy(() -> WaveformTraces.of(object(group)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("expected SB, UB, SS, US, SL or UL");
  }
}
