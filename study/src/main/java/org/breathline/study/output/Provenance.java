package org.breathline.study.output;

import java.util.List;
import java.util.Map;

/**
 * How a result came to be; part of every output.
 *
 * @param program always "breathline"
 * @param version the program's version
 * @param verb what was asked for
 * @param parameters every parameter with the value used, defaults included, in a fixed order
 * @param inputs what was read
 */
public record Provenance(
    String program,
    String version,
    String verb,
    Map<String, Object> parameters,
    List<Input> inputs) {

  /**
   * Something read.
   *
   * @param role what it was used as, such as "scan" or "trace"
   * @param files how many files it was
   * @param sha256 of the file; for a folder, of lines with its files' CRC-32C and length in
   *     increasing order, so that names do not matter
   */
  public record Input(String role, int files, String sha256) {}

  /** The provenance of a run of this version. */
  public static Provenance of(String verb, Map<String, Object> parameters, List<Input> inputs) {
    return new Provenance("breathline", Version.current(), verb, parameters, List.copyOf(inputs));
  }
}
