package org.breathline.exchange.waveform;

import java.nio.ByteBuffer;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;

/** How a waveform's samples are encoded (PS3.3, C.10.9.1.5): linear, of 8, 16 or 32 bits. */
enum SampleFormat {
  SB(1) {
    @Override
    double at(ByteBuffer data, int index) {
      return data.get(index);
    }
  },
  UB(1) {
    @Override
    double at(ByteBuffer data, int index) {
      return Byte.toUnsignedLong(data.get(index));
    }
  },
  SS(2) {
    @Override
    double at(ByteBuffer data, int index) {
      return data.getShort(2 * index);
    }
  },
  US(2) {
    @Override
    double at(ByteBuffer data, int index) {
      return Short.toUnsignedLong(data.getShort(2 * index));
    }
  },
  SL(4) {
    @Override
    double at(ByteBuffer data, int index) {
      return data.getInt(4 * index);
    }
  },
  UL(4) {
    @Override
    double at(ByteBuffer data, int index) {
      return (double) Integer.toUnsignedLong(data.getInt(4 * index));
    }
  };

  private final int bytes;

  SampleFormat(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes of one sample. */
  int bytes() {
    return bytes;
  }

  /**
   * A sample.
   *
   * @param data little endian
   * @param index counted in samples
   */
  abstract double at(ByteBuffer data, int index);

  /** The format that a multiplex group names. */
  static SampleFormat of(Dataset group) throws DicomException {
    String name = group.requireString(Tag.WAVEFORM_SAMPLE_INTERPRETATION);
    int bits = group.requireInteger(Tag.WAVEFORM_BITS_ALLOCATED);
    for (SampleFormat format : values()) {
      if (format.name().equals(name)) {
        if (bits != 8 * format.bytes) {
          throw group.problem(
              Tag.WAVEFORM_BITS_ALLOCATED,
              "expected " + 8 * format.bytes + " bits for samples of kind " + name);
        }
        return format;
      }
    }
    throw group.problem(
        Tag.WAVEFORM_SAMPLE_INTERPRETATION, "expected SB, UB, SS, US, SL or UL: linear samples");
  }
}
