package org.breathline.core.planning.sequencing;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.planning.beam.BeamsEyeView;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.PatientPosition;

/** A ball of 20 mm radius at the isocentre, its beamlets and the leaves over them. */
final class TestBeamlets {

  static final MultileafCollimator LEAVES =
      new MultileafCollimator(
          MultileafCollimator.Travel.X,
          -60,
          -50,
          -40,
          -30,
          -20,
          -10,
          -5,
          0,
          5,
          10,
          15,
          20,
          30,
          40,
          50,
          60);

  private TestBeamlets() {}

  static LeafRaster ball() {
    Grid grid =
        new Grid(21, 21, 21, new Vector3(-30, -30, -30), new Vector3(3, 3, 3), Orientation.AXIAL);
    RunLengthMask ball = RunLengthMask.of(grid, offset -> grid.point(offset).length() <= 20);
    BeamFrame frame = BeamFrame.of(Vector3.ZERO, 1000, PatientPosition.HFS, 40, 0, 0);
    return new LeafRaster(BeamletGrid.over(BeamsEyeView.of(ball, frame, 5, 1), 5), LEAVES);
  }
}
