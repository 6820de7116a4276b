package org.breathline.study.dose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.progress.Progress;
import org.breathline.exchange.ct.CtCollection;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.PhaseStack;
import org.breathline.exchange.ct.PixelPass;
import org.breathline.study.InputException;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.PatientSlices;

/**
 * The CT that a plan was made on.
 *
 * @param volume Hounsfield units
 * @param input its digest
 */
record PlannedCt(ShortVolume volume, Provenance.Input input) {

  /**
   * Reads the headers of a folder that holds one CT.
   *
   * @throws InputException if it holds several series, or a 4DCT
   * @throws IOException if a file cannot be read, or slices make no volume
   */
  static PhaseStack stack(Path folder, Progress progress) throws IOException, InputException {
    List<CtSlice> slices = PatientSlices.read(folder, progress).slices();
    if (CtCollection.of(slices).isSortedByPhase()) {
      throw new InputException(folder + " is a 4DCT; --ct is a CT of one volume.");
    }
    if (slices.stream().map(CtSlice::seriesUid).distinct().count() > 1) {
      throw new InputException(
          folder + " holds several CT series; put the planning CT into a folder of its own.");
    }
    return PhaseStack.of(slices, "the planning CT");
  }

  /** Reads the pixels. */
  static PlannedCt load(PhaseStack stack, Progress progress) throws IOException {
    ShortVolume volume = new ShortVolume(stack.grid());
    int size = stack.grid().sliceSize();
    String digest =
        PixelPass.over(
            stack.slices(),
            (number, hu) -> System.arraycopy(hu, 0, volume.values(), number * size, size),
            progress);
    return new PlannedCt(volume, new Provenance.Input("ct", stack.slices().size(), digest));
  }
}
