package org.breathline.core.planning;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.planning.beam.BeamsEyeView;
import org.breathline.core.planning.sequencing.LeafRaster;
import org.breathline.core.planning.template.PlanTemplate;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.BeamFrame;

/** Puts a template's beams around the target: isocentre, angles, beamlets. */
final class BeamPlacement {

  private static final double PIXEL_MM = 1;
  private static final double FULL_TURN = 360;

  private final PlanRequest request;
  private final RunLengthMask target;

  BeamPlacement(PlanRequest request) throws PlanRefusedException {
    this.request = request;
    this.target = request.aim();
  }

  /** The middle of the target, to the millimetre: couches are set to no less. */
  Vector3 isocentre() {
    Vector3 middle = target.centroid().orElseThrow();
    return new Vector3(Math.rint(middle.x()), Math.rint(middle.y()), Math.rint(middle.z()));
  }

  List<PlanBeam> beams() throws PlanRefusedException {
    PlanTemplate template = request.template();
    List<PlanBeam> beams = new ArrayList<>();
    for (double angle : template.gantryDeg()) {
      double gantry = mirrors() ? (FULL_TURN - angle) % FULL_TURN : angle;
      BeamFrame frame =
          BeamFrame.of(
              isocentre(),
              request.machine().sourceAxisMm(),
              request.position(),
              gantry,
              template.collimatorDeg(),
              0);
      BeamsEyeView view = view(frame);
      try {
        LeafRaster raster =
            new LeafRaster(
                BeamletGrid.over(view, template.beamletMm()), request.machine().collimator());
        beams.add(
            new PlanBeam(beams.size() + 1, gantry, template.collimatorDeg(), 0, frame, raster));
      } catch (IllegalArgumentException e) {
        throw new PlanRefusedException(
            "no beam of gantry %.0f degrees: %s".formatted(gantry, e.getMessage()));
      }
    }
    return beams;
  }

  /** The target's shadow with the template's margin. */
  BeamsEyeView view(BeamFrame frame) {
    return BeamsEyeView.of(target, frame, request.template().marginMm(), PIXEL_MM);
  }

  /** Whether the target is on the other side than the template's angles are for. */
  private boolean mirrors() {
    RunLengthMask external = request.structures().get(PlanRequest.EXTERNAL);
    if (request.template().side().isEmpty() || external == null || external.isEmpty()) {
      return false;
    }
    double middle = external.centroid().orElseThrow().x();
    boolean left = target.centroid().orElseThrow().x() > middle;
    return left == (request.template().side().get() == PlanTemplate.Side.RIGHT);
  }
}
