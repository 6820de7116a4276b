package org.breathline.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.breathline.core.dose.BeamletInfluence;
import org.breathline.core.dose.CollapsedCone;
import org.breathline.core.dose.machine.Collimation;
import org.breathline.core.dose.machine.Machine;
import org.breathline.core.dose.machine.MachineFiles;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.core.treatment.Segment;
import org.junit.jupiter.api.Test;

/** Planned segments have the dose that the machine's own collimation and the engine give them. */
final class ConeDoseTest {

  private static final Grid GRID =
      new Grid(16, 16, 16, new Vector3(-75, -75, -75), new Vector3(10, 10, 10), Orientation.AXIAL);

  private static BeamFrame gantry(double degrees) {
    return BeamFrame.of(Vector3.ZERO, 1000, PatientPosition.HFS, degrees, 0, 0);
  }

  @Test
  void segmentsAddUpWithinAFrameAndOverFrames() throws IOException {
    Machine machine = MachineFiles.named(MachineFiles.GENERIC);
    Collimation collimation = machine.collimation();
    CollapsedCone engine = CollapsedCone.of(machine.beam()).withAzimuths(4);
    DensityVolume water = DensityVolume.water(GRID);
    List<Segment> segments =
        List.of(
            new Segment(gantry(0), Aperture.of(Jaws.symmetric(60, 60)), 20),
            new Segment(gantry(0), Aperture.of(new Jaws(-30, 0, -20, 30)), 10),
            new Segment(gantry(90), Aperture.of(Jaws.symmetric(50, 80)), 30));

    FloatVolume together =
        new ConeDose(engine, water, collimation, BeamletInfluence.Settings.USUAL)
            .dose(segments, Progress.SILENT);

    int isocentre = GRID.offset(8, 8, 8);
    double expected = 0;
    for (Segment segment : segments) {
      FloatVolume alone =
          engine.dose(
              water, segment.frame(), collimation.fluence(segment.aperture()), Progress.SILENT);
      expected += segment.monitorUnits() * alone.values()[isocentre];
    }
    assertThat(expected).isGreaterThan(0.1);
    assertThat((double) together.values()[isocentre]).isCloseTo(expected, within(1e-3 * expected));
  }
}
