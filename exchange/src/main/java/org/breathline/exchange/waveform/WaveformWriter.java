package org.breathline.exchange.waveform;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Vr;

/** Composes Respiratory Waveform objects (PS3.3, A.34.9): one multiplex group, one channel. */
final class WaveformWriter {

  /**
   * An object and what it lost.
   *
   * @param dataset the whole object
   * @param resampling what became of the samples
   */
  record Composed(Dataset dataset, Resampling resampling) {}

  private WaveformWriter() {}

  static Composed compose(BreathingTrace trace, WaveformContext context) {
    RegularTrace regular = RegularTrace.of(trace);
    SampleScale scale = SampleScale.of(regular);
    byte[] samples = scale.encode();
    Resampling resampling = regular.report(scale.step());
    AnnotationComposer annotations =
        new AnnotationComposer()
            .text(AnnotationText.RISING)
            .text(resampling.words())
            .concept(CodedConcept.XRAY_ON, regular.beamOn())
            .text(AnnotationText.APERIODIC, regular.aperiodic());
    if (!WaveformHeader.isDayKnown(trace, context)) {
      annotations.text(AnnotationText.DAY_UNKNOWN);
    }
    Dataset dataset = WaveformHeader.compose(trace, context, digest(regular, samples));
    dataset.setItems(Tag.WAVEFORM_SEQUENCE, List.of(group(regular, scale, trace.unit(), samples)));
    dataset.setItems(Tag.WAVEFORM_ANNOTATION_SEQUENCE, annotations.items());
    return new Composed(dataset, resampling);
  }

  private static Dataset group(
      RegularTrace regular, SampleScale scale, BreathingTrace.Unit unit, byte[] samples) {
    return new Dataset()
        .setDecimal(Tag.MULTIPLEX_GROUP_TIME_OFFSET, regular.startS() * 1000)
        .setString(Tag.WAVEFORM_ORIGINALITY, "DERIVED")
        .setInteger(Tag.NUMBER_OF_WAVEFORM_CHANNELS, 1)
        .setInteger(Tag.NUMBER_OF_WAVEFORM_SAMPLES, regular.size())
        .setDecimal(Tag.SAMPLING_FREQUENCY, regular.frequencyHz())
        .setString(Tag.MULTIPLEX_GROUP_LABEL, "RESPIRATION")
        .setItems(
            Tag.CHANNEL_DEFINITION_SEQUENCE,
            List.of(channel(scale, unit, !regular.aperiodic().isEmpty())))
        .setInteger(Tag.WAVEFORM_BITS_ALLOCATED, 16)
        .setString(Tag.WAVEFORM_SAMPLE_INTERPRETATION, "SS")
        .setBytes(
            Tag.WAVEFORM_PADDING_VALUE,
            Vr.OW,
            new byte[] {(byte) SampleScale.PADDING, (byte) (SampleScale.PADDING >> 8)})
        .setBytes(Tag.WAVEFORM_DATA, Vr.OW, samples);
  }

  private static Dataset channel(
      SampleScale scale, BreathingTrace.Unit unit, boolean questionable) {
    CodedConcept units =
        switch (unit) {
          case MILLIMETRE -> CodedConcept.MILLIMETRE;
          case ARBITRARY -> CodedConcept.ARBITRARY_UNIT;
        };
    Dataset channel =
        new Dataset()
            .setString(Tag.CHANNEL_LABEL, "Breathing")
            .setItems(Tag.CHANNEL_SOURCE_SEQUENCE, CodedConcept.RESPIRATION.items())
            .setDecimal(Tag.CHANNEL_SENSITIVITY, scale.step())
            .setItems(Tag.CHANNEL_SENSITIVITY_UNITS_SEQUENCE, units.items())
            .setDecimal(Tag.CHANNEL_SENSITIVITY_CORRECTION_FACTOR, 1)
            .setDecimal(Tag.CHANNEL_BASELINE, 0)
            .setDecimal(Tag.CHANNEL_SAMPLE_SKEW, 0)
            .setInteger(Tag.WAVEFORM_BITS_STORED, 16);
    return questionable
        ? channel.setString(Tag.CHANNEL_STATUS, "OK", "QUESTIONABLE")
        : channel.setString(Tag.CHANNEL_STATUS, "OK");
  }

  private static String digest(RegularTrace regular, byte[] samples) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (regular.startS() + "|" + regular.frequencyHz())
              .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(samples));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
