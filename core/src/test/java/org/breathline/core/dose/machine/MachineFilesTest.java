package org.breathline.core.dose.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.breathline.core.dose.CollapsedCone;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.Jaws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MachineFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {MachineFiles.GENERIC, MachineFiles.MEASURED, MachineFiles.POINT})
  void aMonitorUnitGivesItsDoseUnderTheReferenceCondition(String name) {
    Machine machine = MachineFiles.named(name);
    OutputReference reference = machine.reference();
    Grid grid =
        new Grid(76, 76, 75, new Vector3(-150, -150, 2), new Vector3(4, 4, 4), Orientation.AXIAL);
    BeamFrame frame =
        new BeamFrame(
            new Vector3(0, 0, machine.sourceAxisMm() - reference.surfaceMm()),
            machine.sourceAxisMm(),
            new Vector3(1, 0, 0),
            new Vector3(0, 1, 0),
            new Vector3(0, 0, -1));
    Aperture field = Aperture.of(Jaws.symmetric(reference.fieldMm(), reference.fieldMm()));
    FloatVolume dose =
        CollapsedCone.of(machine.beam())
            .dose(
                DensityVolume.water(grid),
                frame,
                machine.collimation().fluence(field),
                Progress.SILENT);
    Vector3 place = grid.index(new Vector3(0, 0, reference.depthMm()));
    int k = (int) place.z();
    double fraction = place.z() - k;
    int at = grid.offset((int) Math.round(place.x()), (int) Math.round(place.y()), k);
    double there = dose.at(at) + fraction * (dose.at(at + grid.sliceSize()) - dose.at(at));
    assertThat(there).isCloseTo(reference.gyPerMonitorUnit(), Assertions.withinPercentage(0.5));
  }

  @Test
  void theGenericMachineHasSixtyPairs() {
    assertThat(MachineFiles.named(MachineFiles.GENERIC).leaves().orElseThrow().pairs())
        .isEqualTo(60);
  }

  @Test
  void saysWhatIsWrongWithAFile() {
    assertThatThrownBy(() -> read("name")).hasMessage("my.machine, line 1: expected key = value");
    assertThatThrownBy(() -> read("name = x"))
        .isInstanceOf(MachineFileException.class)
        .hasMessage("my.machine: there is no line spectrum = ...");
    assertThatThrownBy(() -> read("spectrum = 1:2, 3"))
        .hasMessage("my.machine, spectrum: expected pairs x:y, not 3");
    assertThatThrownBy(() -> read("spectrum = 1:2, 3:much"))
        .hasMessage("my.machine, spectrum: expected a number, not much");
    assertThatThrownBy(() -> MachineFiles.named("linac"))
        .hasMessage(
            "no machine is called linac; there are generic-6mv, umcu-6mv, monte-carlo-point");
  }

  private static Machine read(String text) throws IOException {
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    return MachineFiles.read(in, "my.machine");
  }
}
