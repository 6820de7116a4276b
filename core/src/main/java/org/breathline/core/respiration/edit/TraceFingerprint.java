package org.breathline.core.respiration.edit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.breathline.core.respiration.BreathingTrace;

/**
 * Tells traces apart: 32 hexadecimal digits of the SHA-256 of times and amplitudes. Names and dates
 * don't enter, nor does the choice of beam; the polarity does, for turned over, every end of
 * inhalation is one of exhalation.
 *
 * @param digits lower-case hexadecimal
 */
public record TraceFingerprint(String digits) {

  private static final int BYTES = 16;

  /** Checks the form; throws {@link IllegalArgumentException}. */
  public TraceFingerprint {
    digits = digits.toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{32}")) {
      throw new IllegalArgumentException("a trace's fingerprint is 32 hexadecimal digits");
    }
  }

  /** The fingerprint of a trace. */
  public static TraceFingerprint of(BreathingTrace trace) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    ByteBuffer sample = ByteBuffer.allocate(2 * Double.BYTES);
    for (int i = 0; i < trace.size(); i++) {
      sample.clear();
      // Adding 0 makes -0 the same as 0.
      sample.putDouble(trace.timeS(i) + 0.0).putDouble(trace.amplitude(i) + 0.0);
      digest.update(sample.array());
    }
    return new TraceFingerprint(HexFormat.of().formatHex(digest.digest(), 0, BYTES));
  }

  @Override
  public String toString() {
    return digits;
  }
}
