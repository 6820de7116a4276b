package org.breathline.study.replay;

import java.util.List;
import org.breathline.study.output.Provenance;

/**
 * The truth of a replayed scan; {@code replay.json} and the JSON of {@code replay --json}.
 *
 * @param result the folder of the result
 * @param phasesPercent the phases of the 4DCT
 * @param couchPositions how many
 * @param slicesPerPosition how many
 * @param rotationS the rotation time written
 * @param beamOnFromS first beam edge, seconds from the start of the trace
 * @param beamOnToS last beam edge, seconds from the start of the trace
 * @param acquisitions what was taken when
 * @param warnings what a person should know
 * @param provenance how it came to be
 */
public record ReplaySummary(
    String result,
    List<Double> phasesPercent,
    int couchPositions,
    int slicesPerPosition,
    double rotationS,
    double beamOnFromS,
    double beamOnToS,
    List<Acquisition> acquisitions,
    List<String> warnings,
    Provenance provenance) {

  /**
   * One acquisition.
   *
   * @param couchPosition from 0, by increasing position
   * @param traceTimeS its middle, seconds from the start of the trace
   * @param tracePhasePercent the phase of the trace then
   * @param takenPhasePercent the phase shown: the nearest one scanned, or interpolated the trace's
   */
  public record Acquisition(
      int couchPosition, double traceTimeS, double tracePhasePercent, double takenPhasePercent) {}
}
