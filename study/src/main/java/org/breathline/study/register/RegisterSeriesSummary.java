package org.breathline.study.register;

import java.util.List;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.RegistrationFigures;

/**
 * What registering a 4DCT gave; {@code register.json} and the JSON of {@code register --json}.
 *
 * @param result the folder of the result
 * @param registration the figures
 * @param fields the files, one a phase but the reference
 * @param provenance how it came to be
 */
public record RegisterSeriesSummary(
    String result, RegistrationFigures registration, List<Field> fields, Provenance provenance) {

  /**
   * A field, from the reference phase.
   *
   * @param percent the phase it leads to
   * @param volume the vectors as MetaImage, within the result
   * @param dicom the same as a Deformable Spatial Registration, within the result
   */
  public record Field(double percent, String volume, String dicom) {}
}
