package org.breathline.core.image.format;

/** How a sample is kept in a file. */
public enum SampleType {
  /** Whole numbers, -128 to 127. */
  INT8(1),
  /** Whole numbers, 0 to 255, as masks have. */
  UINT8(1),
  /** Whole numbers, -32768 to 32767, as CT has. */
  INT16(2),
  /** Whole numbers, 0 to 65535. */
  UINT16(2),
  /** Whole numbers of 32 bits. */
  INT32(4),
  /** Whole numbers of 32 bits, 0 or more. */
  UINT32(4),
  /** Single precision. */
  FLOAT32(4),
  /** Double precision. */
  FLOAT64(8);

  private final int bytes;

  SampleType(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes a sample. */
  public int bytes() {
    return bytes;
  }

  /** Whether every value fits a short; others are read into floats. */
  boolean fitsShort() {
    return switch (this) {
      case INT8, UINT8, INT16 -> true;
      case UINT16, INT32, UINT32, FLOAT32, FLOAT64 -> false;
    };
  }
}
