package org.breathline.core.registration.quality;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.registration.LandmarkPair;

/** A phantom at the end of exhalation and at the end of inhalation, 8 mm apart on average. */
final class BreathingPair {

  static final Grid GRID =
      new Grid(
          170, 130, 64, new Vector3(-170, -130, -150), new Vector3(2, 2, 4), Orientation.AXIAL);

  private static final MotionState EXHALE = MotionState.REFERENCE;
  private static final MotionState INHALE = new MotionState(1, 0.9);

  private final Phantom phantom =
      new Phantom(11, MotionParameters.ofMeanLandmark(8), Optional.empty());

  final ShortVolume fixed = phantom.volume(GRID, EXHALE, 15, 1);
  final ShortVolume moving = phantom.volume(GRID, INHALE, 15, 2);
  final DisplacementField truth = phantom.displacements(GRID, EXHALE, INHALE);
  final DisplacementField back = phantom.displacements(GRID, INHALE, EXHALE);

  Vector3 trueDisplacement(Vector3 point) {
    return phantom.motion().displacement(point, EXHALE, INHALE);
  }

  List<LandmarkPair> landmarks() {
    List<Vector3> before = phantom.lungLandmarks(EXHALE);
    List<Vector3> after = phantom.lungLandmarks(INHALE);
    return IntStream.range(0, before.size())
        .mapToObj(n -> new LandmarkPair(before.get(n), after.get(n), 0))
        .toList();
  }
}
