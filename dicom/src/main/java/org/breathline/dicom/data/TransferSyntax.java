package org.breathline.dicom.data;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a data set is encoded (PS3.5, section 10 and annex A). */
public enum TransferSyntax {
  IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2"),
  EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1"),
  ENCAPSULATED_UNCOMPRESSED("1.2.840.10008.1.2.1.98"),
  DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1.99"),
  EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2"),
  JPEG_BASELINE("1.2.840.10008.1.2.4.50"),
  JPEG_EXTENDED("1.2.840.10008.1.2.4.51"),
  JPEG_LOSSLESS("1.2.840.10008.1.2.4.57"),
  JPEG_LOSSLESS_FIRST_ORDER("1.2.840.10008.1.2.4.70"),
  JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80"),
  JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81"),
  JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90"),
  JPEG_2000("1.2.840.10008.1.2.4.91"),
  RLE_LOSSLESS("1.2.840.10008.1.2.5");

  private static final Map<String, TransferSyntax> BY_UID =
      Arrays.stream(values()).collect(Collectors.toMap(TransferSyntax::uid, Function.identity()));

  private final String uid;

  TransferSyntax(String uid) {
    this.uid = uid;
  }

  /** The transfer syntax of a UID, if it is one of these. */
  public static Optional<TransferSyntax> find(String uid) {
    return Optional.ofNullable(BY_UID.get(uid));
  }

  /** The UID. */
  public String uid() {
    return uid;
  }

  /** Whether element headers name the value representation. */
  public boolean isExplicitVr() {
    return this != IMPLICIT_VR_LITTLE_ENDIAN;
  }

  /** Whether numbers are big endian. */
  public boolean isBigEndian() {
    return this == EXPLICIT_VR_BIG_ENDIAN;
  }

  /** Whether the data set is compressed as a whole. */
  public boolean isDeflated() {
    return this == DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
  }

  /** Whether pixel data is in fragments. */
  public boolean isEncapsulated() {
    return switch (this) {
      case IMPLICIT_VR_LITTLE_ENDIAN,
          EXPLICIT_VR_LITTLE_ENDIAN,
          DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
          EXPLICIT_VR_BIG_ENDIAN ->
          false;
      default -> true;
    };
  }
}
