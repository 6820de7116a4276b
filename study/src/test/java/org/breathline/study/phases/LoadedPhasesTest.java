package org.breathline.study.phases;

import static org.assertj.core.api.Assertions.assertThat;

import org.breathline.core.image.ShortVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;

final class LoadedPhasesTest {

  @Test
  @RequiresData("4dct/popi-light")
  void readsTenPhasesOnOneGrid() throws Exception {
    LoadedPhases phases = LoadedPhases.load(TestData.get("4dct/popi-light"), Progress.SILENT);

    assertThat(phases.source().percents())
        .containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0);
    for (PhaseSeries.Phase phase : phases.series().phases()) {
      ShortVolume alone = phases.source().stack(phase.percent()).load();
      assertThat(phase.volume().values()).isEqualTo(alone.values());
    }
    assertThat(phases.nearest(97).percent()).isZero();
    assertThat(phases.input().files()).isEqualTo(470);
  }
}
