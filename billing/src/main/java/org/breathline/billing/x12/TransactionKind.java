package org.breathline.billing.x12;

import java.util.Optional;

/** The transactions that are read. */
public enum TransactionKind {
  PROFESSIONAL_CLAIM("837", "005010X222A1", "837p.guide", "a professional claim"),
  INSTITUTIONAL_CLAIM("837", "005010X223A2", "837i.guide", "an institutional claim"),
  REMITTANCE("835", "005010X221A1", "835.guide", "a remittance advice"),
  CLAIM_ACKNOWLEDGEMENT("277", "005010X214", "277ca.guide", "a claim acknowledgement"),
  IMPLEMENTATION_ACKNOWLEDGEMENT("999", "005010X231A1", "999.guide", "an acknowledgement");

  private final String code;
  private final String version;
  private final String guide;
  private final String words;

  TransactionKind(String code, String version, String guide, String words) {
    this.code = code;
    this.version = version;
    this.guide = guide;
    this.words = words;
  }

  /** ST01. */
  public String code() {
    return code;
  }

  /** GS08 and, where the transaction has it, ST03. */
  public String version() {
    return version;
  }

  /** What it is, in a sentence. */
  public String words() {
    return words;
  }

  String guide() {
    return guide;
  }

  /** Whether claims stand in it. */
  public boolean isClaim() {
    return this == PROFESSIONAL_CLAIM || this == INSTITUTIONAL_CLAIM;
  }

  static Optional<TransactionKind> of(String code, String version) {
    for (TransactionKind kind : values()) {
      if (kind.code.equals(code) && kind.version.equals(version)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
