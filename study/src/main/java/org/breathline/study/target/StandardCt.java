package org.breathline.study.target;

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
import org.breathline.study.phases.SortedSource;

/**
 * The standard planning CT that was taken beside a 4DCT.
 *
 * @param stack its slices
 * @param volume Hounsfield units
 * @param input its digest
 */
record StandardCt(PhaseStack stack, ShortVolume volume, Provenance.Input input) {

  /**
   * Reads it.
   *
   * @throws InputException if the folder holds no single CT, or that of another patient than the
   *     4DCT
   * @throws IOException if a file cannot be read, or slices make no volume
   */
  static StandardCt read(Path folder, SortedSource scan, Progress progress)
      throws IOException, InputException {
    List<CtSlice> slices = PatientSlices.read(folder, progress).slices();
    if (CtCollection.of(slices).isSortedByPhase()) {
      throw new InputException(folder + " is a 4DCT; --planning-ct is a CT of one volume.");
    }
    if (slices.stream().map(CtSlice::seriesUid).distinct().count() > 1) {
      throw new InputException(
          folder + " holds several CT series; put the planning CT into a folder of its own.");
    }
    CtSlice other = scan.allSlices().getFirst();
    if (slices.getFirst().patientId().isPresent()
        && other.patientId().isPresent()
        && !slices.getFirst().patientId().equals(other.patientId())) {
      throw new InputException(folder + " is the CT of another patient than the 4DCT.");
    }
    PhaseStack stack = PhaseStack.of(slices, "the planning CT");
    ShortVolume volume = new ShortVolume(stack.grid());
    int size = stack.grid().sliceSize();
    String digest =
        PixelPass.over(
            stack.slices(),
            (number, hu) -> System.arraycopy(hu, 0, volume.values(), number * size, size),
            progress);
    return new StandardCt(
        stack, volume, new Provenance.Input("planning-ct", stack.slices().size(), digest));
  }
}
