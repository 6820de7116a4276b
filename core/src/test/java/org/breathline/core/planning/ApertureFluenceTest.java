package org.breathline.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.core.treatment.Segment;
import org.junit.jupiter.api.Test;

final class ApertureFluenceTest {

  private static final BeamFrame FRAME =
      BeamFrame.of(Vector3.ZERO, 1000, PatientPosition.HFS, 0, 0, 0);
  private static final MultileafCollimator LEAVES =
      new MultileafCollimator(MultileafCollimator.Travel.X, -10, 0, 10);

  private final Aperture aperture =
      Aperture.of(
          new Jaws(-20.5, 18, -10, 10),
          new LeafPositions(LEAVES, new double[] {-12.3, 4}, new double[] {7.8, 4}));

  @Test
  void whatPassesIsTheOpenAreaAndThePartThroughLeaves() {
    FluenceMap map = new ApertureFluence(0.02, 1).of(List.of(new Segment(FRAME, aperture, 3)));

    double sum = 0;
    for (float value : map.values()) {
      sum += value;
    }
    double open = 20.1 * 10;
    assertThat(sum).isCloseTo(3 * (0.98 * open + 0.02 * 38.5 * 20), within(1e-3));
  }

  @Test
  void segmentsAddUp() {
    ApertureFluence fluence = new ApertureFluence(0.02, 1);
    Segment one = new Segment(FRAME, aperture, 1);
    Segment other = new Segment(FRAME, Aperture.of(Jaws.symmetric(10, 10)), 2);

    FluenceMap both = fluence.of(List.of(one, other));

    int column = (int) Math.round((3.5 - both.x0Mm()) / both.spacingMm());
    int row = (int) Math.round((-3.5 - both.y0Mm()) / both.spacingMm());
    assertThat(both.values()[row * both.nx() + column]).isCloseTo(1 + 2, within(1e-5f));
  }
}
