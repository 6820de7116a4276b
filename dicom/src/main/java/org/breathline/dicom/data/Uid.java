package org.breathline.dicom.data;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Unique identifiers: those of this implementation, and new ones (PS3.5, section 9 and B.2). */
public final class Uid {

  /** Identifies this implementation in the files it writes. */
  public static final String IMPLEMENTATION_CLASS = fromName("org.breathline.dicom");

  /** The name of this implementation in the files it writes; at most 16 characters. */
  public static final String IMPLEMENTATION_VERSION = "BREATHLINE_0_1";

  /** The most characters that a UID may have. */
  public static final int MAX_LENGTH = 64;

  private Uid() {}

  /** A new random UID, {@code 2.25.} and a version 4 UUID in decimal. */
  public static String random() {
    return fromUuid(UUID.randomUUID());
  }

  /**
   * The UID that belongs to a name: always the same one for the same name, so that outputs can be
   * reproduced. It is {@code 2.25.} and the version 8 UUID (RFC 9562) of the name's SHA-256.
   */
  public static String fromName(String name) {
    byte[] hash;
    try {
      hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    hash[6] = (byte) ((hash[6] & 0x0F) | 0x80);
    hash[8] = (byte) ((hash[8] & 0x3F) | 0x80);
    return "2.25." + new BigInteger(HexFormat.of().formatHex(hash, 0, 16), 16);
  }

  private static String fromUuid(UUID uuid) {
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }

  /** Whether a text is a UID: numbers without leading zeros, joined by dots, at most 64 long. */
  public static boolean isValid(String text) {
    return text.length() <= MAX_LENGTH && text.matches("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))*");
  }
}
