package org.breathline.dicom.data;

import java.util.Optional;

/** The value representations of DICOM PS3.5, section 6.2. */
public enum Vr {
  AE(Kind.TEXT, 1),
  AS(Kind.TEXT, 1),
  AT(Kind.NUMBER, 2),
  CS(Kind.TEXT, 1),
  DA(Kind.TEXT, 1),
  DS(Kind.TEXT, 1),
  DT(Kind.TEXT, 1),
  FL(Kind.NUMBER, 4),
  FD(Kind.NUMBER, 8),
  IS(Kind.TEXT, 1),
  LO(Kind.TEXT, 1),
  LT(Kind.TEXT, 1),
  OB(Kind.BYTES, 1),
  OD(Kind.BYTES, 8),
  OF(Kind.BYTES, 4),
  OL(Kind.BYTES, 4),
  OV(Kind.BYTES, 8),
  OW(Kind.BYTES, 2),
  PN(Kind.TEXT, 1),
  SH(Kind.TEXT, 1),
  SL(Kind.NUMBER, 4),
  SQ(Kind.SEQUENCE, 1),
  SS(Kind.NUMBER, 2),
  ST(Kind.TEXT, 1),
  SV(Kind.NUMBER, 8),
  TM(Kind.TEXT, 1),
  UC(Kind.TEXT, 1),
  UI(Kind.TEXT, 1),
  UL(Kind.NUMBER, 4),
  UN(Kind.BYTES, 1),
  UR(Kind.TEXT, 1),
  US(Kind.NUMBER, 2),
  UT(Kind.TEXT, 1),
  UV(Kind.NUMBER, 8);

  /** What a value is made of. */
  public enum Kind {
    /** Characters. */
    TEXT,
    /** Binary numbers (AT: pairs of them). */
    NUMBER,
    /** Bytes or words whose meaning other elements give. */
    BYTES,
    /** Nested data sets. */
    SEQUENCE
  }

  private static final Vr[] BY_CODE = new Vr[26 * 26];

  static {
    for (Vr vr : values()) {
      BY_CODE[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
    }
  }

  private final Kind kind;
  private final int wordBytes;

  Vr(Kind kind, int wordBytes) {
    this.kind = kind;
    this.wordBytes = wordBytes;
  }

  /** The representation that two characters of an explicit VR header name, if they name one. */
  public static Optional<Vr> find(int first, int second) {
    int a = first - 'A';
    int b = second - 'A';
    boolean letters = a >= 0 && a < 26 && b >= 0 && b < 26;
    return letters ? Optional.ofNullable(BY_CODE[a * 26 + b]) : Optional.empty();
  }

  /** What a value is made of. */
  public Kind kind() {
    return kind;
  }

  /** The bytes that change places together when the byte order changes: 1, 2, 4 or 8. */
  public int wordBytes() {
    return wordBytes;
  }

  /** The bytes of the length field in an explicit VR header (PS3.5, section 7.1.2): 2 or 4. */
  public int lengthBytes() {
    return switch (this) {
      case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> 4;
      default -> 2;
    };
  }

  /** The byte that makes an odd value even: a space for text, 0 for UIDs and bytes. */
  public byte padding() {
    return (byte) (kind == Kind.TEXT && this != UI ? ' ' : 0);
  }

  /** Whether a backslash separates values. */
  public boolean isMultiValued() {
    return switch (this) {
      case LT, ST, UT, UR -> false;
      default -> kind == Kind.TEXT;
    };
  }

  /** Whether SpecificCharacterSet (0008,0005) says how its text is encoded. */
  public boolean usesCharacterSet() {
    return switch (this) {
      case LO, LT, PN, SH, ST, UC, UT -> true;
      default -> false;
    };
  }
}
