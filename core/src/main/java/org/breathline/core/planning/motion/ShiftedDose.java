package org.breathline.core.planning.motion;

import java.io.IOException;
import java.util.List;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.DoseModel;
import org.breathline.core.planning.PlanBeam;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.Segment;

/**
 * The dose to a patient who lies elsewhere than planned: beams stand where they stand in the room,
 * so that in the patient they are moved the other way.
 *
 * @param planned the dose to a patient who lies as planned
 * @param shiftMm where the patient lies instead, LPS mm
 */
public record ShiftedDose(DoseModel planned, Vector3 shiftMm) implements DoseModel {

  @Override
  public Grid grid() {
    return planned.grid();
  }

  @Override
  public InfluenceMatrix influence(List<PlanBeam> beams, int[] voxels, Progress progress)
      throws IOException {
    List<PlanBeam> moved =
        beams.stream()
            .map(beam ->
                new PlanBeam(
                    beam.number(),
                    beam.gantryDeg(),
                    beam.collimatorDeg(),
                    beam.couchDeg(),
                    moved(beam.frame()),
                    beam.raster()))
            .toList();
    return planned.influence(moved, voxels, progress);
  }

  @Override
  public FloatVolume dose(List<Segment> segments, Progress progress) throws IOException {
    List<Segment> moved =
        segments.stream()
            .map(s -> new Segment(moved(s.frame()), s.aperture(), s.monitorUnits()))
            .toList();
    return planned.dose(moved, progress);
  }

  private BeamFrame moved(BeamFrame frame) {
    return new BeamFrame(
        frame.isocentre().minus(shiftMm),
        frame.sourceAxisMm(),
        frame.x(),
        frame.y(),
        frame.towardsSource());
  }
}
