package org.breathline.study.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.format.VxpWriter;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.phantom.PhantomRequest.Size;
import org.breathline.study.phases.SortedSource;
import org.breathline.study.sort.SortScan;
import org.breathline.study.sort.SortScanRequest;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole chain over files: phantom, DICOM, sorting, DICOM, and where the tumour then is. */
final class PhantomChainTest {

  private static final double SLICE_MM = 2.5;

  /** The lung about the tumour at every phase. */
  private static final CineProtocol ABOUT_THE_TUMOUR =
      new CineProtocol(CineProtocol.square(72, 5), 12.5, SLICE_MM, 4, 6, 0.3, 0.2, 22, 1.4, 2);

  @TempDir private Path folder;

  @Test
  void sortedTumourIsWithinHalfASliceOfTheTruth()
      throws IOException, InputException, RefusalException {
    Path trace = folder.resolve("regular.vxp");
    VxpWriter.write(
        BreathDetector.detect(
            SyntheticBreathing.regular(BreathShape.QUIET, 90).record(Recorder.PERFECT)),
        trace);
    Path made = folder.resolve("phantom");
    PhantomSummary truth =
        MakePhantom.run(
            new PhantomRequest(Size.SMALL, TumourSite.LUNG, 3, Optional.of(TraceRequest.of(trace))),
            ABOUT_THE_TUMOUR,
            made,
            Progress.SILENT);
    Path sorted = folder.resolve("sorted");
    SortScan.run(
        new SortScanRequest(
            made.resolve("scan"),
            TraceRequest.of(made.resolve("trace.vxp")),
            10,
            SortingMethod.PHASE,
            OptionalDouble.empty()),
        sorted,
        Progress.SILENT);
    SortedSource phases = SortedSource.of(CtFolder.read(sorted, Progress.SILENT), sorted);
    double worst = 0;
    for (PhantomSummary.Phase phase : truth.phases()) {
      Vector3 seen = centre(phases.stack(phase.percent()).load(), phase.tumour());
      worst = Math.max(worst, Math.abs(seen.z() - phase.tumour().z()));
      assertThat(seen.minus(phase.tumour()).length())
          .as("%.0f %%", phase.percent())
          .isLessThan(SLICE_MM / 2);
    }
    ValidationRecord.write(
        "sorting",
        "tumour of a phantom after sorting, over DICOM files: worst of ten phases, SI",
        worst,
        "the phantom's formulae",
        "half a slice, 1.25 mm",
        "mm");
  }

  /** The centre of what is denser than half-way between lung and tumour, near the tumour. */
  private static Vector3 centre(ShortVolume volume, Vector3 near) {
    Vector3 sum = Vector3.ZERO;
    double weight = 0;
    for (int k = 0; k < volume.grid().nz(); k++) {
      for (int j = 0; j < volume.grid().ny(); j++) {
        for (int i = 0; i < volume.grid().nx(); i++) {
          Vector3 point = volume.grid().point(i, j, k);
          if (point.minus(near).length() < 18 && volume.at(volume.grid().offset(i, j, k)) > -400) {
            sum = sum.plus(point);
            weight++;
          }
        }
      }
    }
    return sum.times(1 / weight);
  }
}
