package org.breathline.exchange.waveform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;

/**
 * Channels that were sampled together: one item of the Waveform Sequence (PS3.3, C.10.9). All
 * lengths are checked against the data before anything is allocated by them.
 */
final class MultiplexGroup {

  /** A day at 100 Hz. */
  private static final int MOST_SAMPLES = 8_640_000;

  private static final double SLOWEST_HZ = 0.01;
  private static final double FASTEST_HZ = 1e6;

  /** Three hundred years: no clock of a recording is further from its reference time. */
  private static final double LARGEST_OFFSET_MS = 1e13;

  private final Dataset item;
  private final List<Dataset> channels;
  private final int samples;
  private final double frequencyHz;
  private final double offsetS;
  private final SampleFormat format;
  private final ByteBuffer data;
  private final OptionalDouble padding;

  private MultiplexGroup(Dataset item) throws IOException {
    this.item = item;
    this.channels = item.items(Tag.CHANNEL_DEFINITION_SEQUENCE);
    if (channels.isEmpty()
        || item.requireInteger(Tag.NUMBER_OF_WAVEFORM_CHANNELS) != channels.size()) {
      throw item.problem(
          Tag.NUMBER_OF_WAVEFORM_CHANNELS,
          "expected the number of channel definitions, " + channels.size());
    }
    this.frequencyHz = item.requireDecimal(Tag.SAMPLING_FREQUENCY);
    if (!(frequencyHz >= SLOWEST_HZ && frequencyHz <= FASTEST_HZ)) {
      throw item.problem(Tag.SAMPLING_FREQUENCY, "expected 0.01 to 1,000,000 Hz");
    }
    double offsetMs = item.decimal(Tag.MULTIPLEX_GROUP_TIME_OFFSET).orElse(0);
    if (!(Math.abs(offsetMs) <= LARGEST_OFFSET_MS)) {
      throw item.problem(Tag.MULTIPLEX_GROUP_TIME_OFFSET, "expected at most 1e13 ms");
    }
    this.offsetS = offsetMs / 1000;
    this.format = SampleFormat.of(item);
    this.samples = item.requireInteger(Tag.NUMBER_OF_WAVEFORM_SAMPLES);
    this.data = data(item, (long) samples * channels.size() * format.bytes());
    this.padding = padding();
  }

  /** Reads an item's header; its samples are taken when asked for. */
  static MultiplexGroup of(Dataset item) throws IOException {
    return new MultiplexGroup(item);
  }

  private static ByteBuffer data(Dataset item, long bytes) throws IOException {
    Optional<BulkData> found = item.bulk(Tag.WAVEFORM_DATA);
    long there = found.map(BulkData::length).orElse(0L);
    if (found.isEmpty() || bytes <= 0 || there < bytes) {
      throw item.problem(
          Tag.WAVEFORM_DATA, "expected " + bytes + " bytes of samples, found " + there);
    }
    return ByteBuffer.wrap(found.get().readAll()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private OptionalDouble padding() throws IOException {
    Optional<BulkData> value = item.bulk(Tag.WAVEFORM_PADDING_VALUE);
    if (value.isEmpty() || value.get().length() < format.bytes()) {
      return OptionalDouble.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(value.get().readAll()).order(ByteOrder.LITTLE_ENDIAN);
    return OptionalDouble.of(format.at(bytes, 0));
  }

  /** The channel definitions, in the order of the samples. */
  List<Dataset> channels() {
    return channels;
  }

  /** The samples of each channel. */
  int samples() {
    return samples;
  }

  double frequencyHz() {
    return frequencyHz;
  }

  /**
   * The time of a channel's first sample, seconds after the object's Acquisition DateTime.
   *
   * @param channel counted from 0
   */
  double startS(int channel) throws DicomException {
    Dataset definition = channels.get(channel);
    double skewS =
        definition.decimal(Tag.CHANNEL_TIME_SKEW).orElse(0)
            + definition.decimal(Tag.CHANNEL_SAMPLE_SKEW).orElse(0) / frequencyHz;
    if (!(Math.abs(skewS) <= samples / frequencyHz)) {
      throw definition.problem(
          Tag.CHANNEL_TIME_SKEW, "expected a skew no longer than the waveform");
    }
    return offsetS + skewS;
  }

  /** The samples of a channel as they are stored; NaN for padding. */
  double[] stored(int channel) throws DicomException {
    if (samples > MOST_SAMPLES) {
      throw item.problem(
          Tag.NUMBER_OF_WAVEFORM_SAMPLES, "expected at most " + MOST_SAMPLES + " samples");
    }
    double[] values = new double[samples];
    for (int i = 0; i < samples; i++) {
      double value = format.at(data, i * channels.size() + channel);
      boolean present = padding.isEmpty() || value != padding.getAsDouble();
      values[i] = present ? value : Double.NaN;
    }
    return values;
  }

  /** The samples of a channel in its sensitivity's unit; NaN for padding. */
  double[] measured(int channel) throws DicomException {
    Dataset definition = channels.get(channel);
    double scale =
        definition.decimal(Tag.CHANNEL_SENSITIVITY).orElse(1)
            * definition.decimal(Tag.CHANNEL_SENSITIVITY_CORRECTION_FACTOR).orElse(1);
    double baseline = definition.decimal(Tag.CHANNEL_BASELINE).orElse(0);
    if (!Double.isFinite(scale) || scale == 0 || !Double.isFinite(baseline)) {
      throw definition.problem(Tag.CHANNEL_SENSITIVITY, "expected a finite scale other than 0");
    }
    double[] values = stored(channel);
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] * scale + baseline;
    }
    return values;
  }
}
