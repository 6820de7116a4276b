package org.breathline.billing.documentation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One entry of an {@link EvidenceChain}.
 *
 * @param number from 0
 * @param kind what it holds
 * @param at when it was appended, ISO 8601 in UTC
 * @param content what was recorded
 * @param previous the digest of the entry before, or of nothing for the first
 * @param sha256 of all of the above
 */
public record ChainEntry(
    int number, Kind kind, String at, JsonNode content, String previous, String sha256) {

  /** What an entry holds. */
  public enum Kind {
    /** A {@link SourceObject}; a later one with the same id replaces it. */
    OBJECT,
    /** A {@link Figure}. */
    FIGURE,
    /** What the program warned of. */
    WARNING,
    /** What a person stated: a part of a {@link Supplement} under its name. */
    STATEMENT,
    /** A {@link FrozenSign}. */
    SIGNATURE
  }
}
