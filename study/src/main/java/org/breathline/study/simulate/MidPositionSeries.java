package org.breathline.study.simulate;

import java.io.IOException;
import java.nio.file.Path;
import org.breathline.study.motion.FieldAnalysis;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.DerivedSeries;
import org.breathline.study.phases.RegisteredPhases;

/** Writes the motion-compensated mid-position CT as a DICOM series. */
final class MidPositionSeries {

  private static final DerivedSeries.Name NAME =
      new DerivedSeries.Name(
          4100,
          "4DCT mid-position",
          "Mid-position: mean of all phases, each brought to the mean position by its displacement"
              + " field");

  private MidPositionSeries() {}

  static void write(FieldAnalysis analysis, Provenance provenance, Path folder) throws IOException {
    RegisteredPhases registered = analysis.registered();
    new DerivedSeries(registered.phases(), provenance)
        .write(
            NAME,
            registered.reference().percent(),
            analysis.middle().image(),
            folder.resolve("mid-position"));
  }
}
