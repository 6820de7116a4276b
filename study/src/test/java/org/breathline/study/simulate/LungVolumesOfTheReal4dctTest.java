package org.breathline.study.simulate;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Optional;
import org.breathline.core.progress.Progress;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A 4DCT that the scanner sorted, imported: its lungs are as full as they are known to be. */
@RequiresData(LungVolumesOfTheReal4dctTest.SORTED)
final class LungVolumesOfTheReal4dctTest {

  static final String SORTED = "4dct/popi-light";

  @TempDir static Path folder;

  private static SimulationFigures figures;

  @BeforeAll
  static void importIt() throws Exception {
    figures =
        Simulate.run(
            new SimulateRequest(TestData.get(SORTED), Optional.empty()).withoutRegistration(),
            folder.resolve("imported"),
            Progress.SILENT);
  }

  @Test
  void theLungsHoldWhatTheyAreKnownToHold() {
    assertVolume("20 %", 5322);
    assertVolume("60 %", 4876);
  }

  private static void assertVolume(String phase, double knownMl) {
    double found =
        figures.phases().stream()
            .filter(p -> p.label().equals(phase))
            .map(p -> requireNonNull(p.lungVolumeMl()))
            .findFirst()
            .orElseThrow();
    assertThat(found).isCloseTo(knownMl, within(0.005 * knownMl));
    ValidationRecord.write(
        "import",
        "lung volume of the real 4DCT at " + phase,
        found,
        "%.0f mL, connected air under -400 HU inside the body".formatted(knownMl),
        "0.5 %",
        "mL");
  }

  @Test
  void fullestAndEmptiestAreFoundFromTheImages() {
    assertThat(figures.phases()).hasSize(10);
    assertThat(figures.fullestPhase()).isEqualTo("20 %");
    assertThat(figures.emptiestPhase()).isEqualTo("60 %");
    assertThat(figures.volume().slices()).isEqualTo(47);
    assertThat(figures.volume().sliceSpacingMm()).isEqualTo(6);
  }
}
