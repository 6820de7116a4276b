package org.breathline.study.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.breathline.core.progress.Progress;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.iod.CtImage;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real 4DCT along the real trace, with slices of any phase. */
@RequiresData({"4dct/popi-light", "traces/varian-rpm-real.vxp"})
final class InterpolatedReplayTest {

  @TempDir static Path folder;
  private static ReplaySummary replay;
  private static LoadedPhases real;

  @BeforeAll
  static void replay() throws Exception {
    replay =
        ReplayScan.run(
            TestData.get("4dct/popi-light"),
            TraceRequest.of(TestData.get("traces/varian-rpm-real.vxp")),
            ReplayScan.Slices.FIELD,
            folder.resolve("out"),
            Progress.SILENT);
    real = LoadedPhases.load(TestData.get("4dct/popi-light"), Progress.SILENT);
  }

  @Test
  void itShowsThePhaseOfTheTrace() {
    assertThat(replay.acquisitions())
        .allSatisfy(a -> assertThat(a.takenPhasePercent()).isBetween(0.0, Math.nextDown(100.0)));
    assertThat(replay.acquisitions().stream().filter(a -> a.takenPhasePercent() % 10 != 0).count())
        .isGreaterThan(replay.acquisitions().size() / 2);
  }

  /** Each slice lies between its two neighbours in time: nearer to either than they are apart. */
  @Test
  void slicesLieBetweenTheirPhases() throws Exception {
    double near = 0;
    double apart = 0;
    int slab = replay.slicesPerPosition();
    for (int number = 0; number < replay.acquisitions().size(); number += 7) {
      ReplaySummary.Acquisition taken = replay.acquisitions().get(number);
      double before = 10 * Math.floor(taken.takenPhasePercent() / 10);
      double share = (taken.takenPhasePercent() - before) / 10;
      int k = taken.couchPosition() * slab;
      short[] shown = new short[real.source().grid().sliceSize()];
      Path file =
          folder.resolve(String.format(Locale.ROOT, "out/scan/slice-%05d.dcm", number * slab + 1));
      CtImage.of(DicomReader.read(file)).readHu(shown);
      short[] first = real.nearest(before).volume().values();
      short[] second = real.nearest(before + 10).volume().values();
      short[] nearest = share < 0.5 ? first : second;
      for (int i = 0; i < shown.length; i++) {
        int at = k * shown.length + i;
        near += Math.abs(shown[i] - nearest[at]);
        apart += Math.abs(first[at] - second[at]);
      }
    }
    assertThat(near).isLessThan(0.75 * apart);
  }
}
