package org.breathline.study.phantom;

import java.util.List;
import org.breathline.core.geometry.Vector3;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * A phantom's scan and its truth in figures; {@code phantom.json} and the JSON of {@code phantom
 * --json}. Points are LPS mm, times on the trace's clock.
 *
 * @param result the folder of the result
 * @param protocol the cine scan
 * @param motion how far the phantom moves
 * @param tumour its tumour
 * @param phases the truth at each phase of the nominal breath
 * @param files what was written
 * @param warnings what a person should know
 * @param provenance how it came to be
 */
public record PhantomSummary(
    String result,
    Protocol protocol,
    Motion motion,
    TumourTruth tumour,
    List<Phase> phases,
    Files files,
    List<String> warnings,
    Provenance provenance) {

  /**
   * The cine scan.
   *
   * @param columns pixels in a row
   * @param rows pixels in a column
   * @param pixelMm their distance
   * @param sliceMm slice thickness and distance
   * @param couchPositions how many
   * @param slicesPerPosition imaged together
   * @param acquisitionsPerPosition at every stop
   * @param rotationS of the gantry
   * @param intervalS from one acquisition to the next
   * @param beamOnFromS first beam edge
   * @param beamOnToS last beam edge
   */
  public record Protocol(
      int columns,
      int rows,
      double pixelMm,
      double sliceMm,
      int couchPositions,
      int slicesPerPosition,
      int acquisitionsPerPosition,
      double rotationS,
      double intervalS,
      double beamOnFromS,
      double beamOnToS) {}

  /**
   * Motion from the typical end of exhalation to the typical end of inhalation, and breathing.
   *
   * @param domeMm descent of the right diaphragm's dome
   * @param chestApMm anterior motion of the sternum
   * @param chestLrMm lateral motion of each flank
   * @param hysteresisApMm between the way in and the way out
   * @param breaths in the trace
   * @param medianPeriodS of a breath
   */
  public record Motion(
      double domeMm,
      double chestApMm,
      double chestLrMm,
      double hysteresisApMm,
      int breaths,
      double medianPeriodS) {}

  /**
   * The tumour.
   *
   * @param site where it sits
   * @param diameterMm of the ball
   * @param endExhale its centre at the typical end of exhalation
   * @param leastMm the least of each coordinate of its centre while the scan ran
   * @param mostMm the greatest
   */
  public record TumourTruth(
      String site, double diameterMm, Vector3 endExhale, Vector3 leastMm, Vector3 mostMm) {}

  /**
   * A phase of the nominal breath.
   *
   * @param percent 0 at the end of inhalation
   * @param amplitude 0 at the typical end of exhalation, 1 at that of inhalation
   * @param tumour its centre
   * @param lungsMl both lungs with their vessels, without trachea and tumour, as far as they were
   *     scanned; absent where no labels were made
   */
  public record Phase(double percent, double amplitude, Vector3 tumour, @Nullable Double lungsMl) {}

  /**
   * What was written.
   *
   * @param scan folder of the cine scan
   * @param scanImages how many
   * @param planning folder of the planning CT
   * @param planningImages how many
   * @param trace the breathing trace
   * @param truth folder of the truth
   */
  public record Files(
      String scan,
      int scanImages,
      String planning,
      int planningImages,
      String trace,
      String truth) {}
}
