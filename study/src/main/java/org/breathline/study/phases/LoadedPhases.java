package org.breathline.study.phases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.PixelPass;
import org.breathline.study.InputException;
import org.breathline.study.output.Provenance;

/**
 * A sorted 4DCT in memory, with the slices that it was read from: two bytes a voxel and phase, 790
 * MB for ten phases of 512 x 512 x 150.
 *
 * @param source the slices of every phase, in the order of the voxels: what derived objects refer
 *     to
 * @param series the Hounsfield units
 * @param input the digest of what was read
 */
public record LoadedPhases(SortedSource source, PhaseSeries series, Provenance.Input input) {

  /**
   * Reads a folder's 4DCT, each file once for its header and once for its pixels.
   *
   * @throws InputException if the folder holds no 4DCT of one patient, sorted by phase, on one grid
   * @throws IOException if a file cannot be read
   */
  public static LoadedPhases load(Path folder, Progress progress)
      throws IOException, InputException {
    return load(SortedSource.of(PatientSlices.read(folder, progress), folder), progress);
  }

  /**
   * Reads the pixels of a 4DCT whose headers are known.
   *
   * @throws IOException if a file cannot be read
   */
  public static LoadedPhases load(SortedSource source, Progress progress) throws IOException {
    List<PhaseSeries.Phase> phases = new ArrayList<>();
    for (double percent : source.percents()) {
      // Every phase on the very same grid: files differ in the last decimals of their positions.
      phases.add(new PhaseSeries.Phase(percent, new ShortVolume(source.grid())));
    }
    List<CtSlice> slices = source.allSlices();
    int slicesInPhase = source.grid().nz();
    int sliceSize = source.grid().sliceSize();
    String digest =
        PixelPass.over(
            slices,
            (number, hu) ->
                System.arraycopy(
                    hu,
                    0,
                    phases.get(number / slicesInPhase).volume().values(),
                    number % slicesInPhase * sliceSize,
                    sliceSize),
            progress);
    return new LoadedPhases(
        source, new PhaseSeries(phases), new Provenance.Input("4dct", slices.size(), digest));
  }

  /** The volume of the phase nearest to a phase in per cent, on the circle. */
  public PhaseSeries.Phase nearest(double percent) {
    double nearest = source.nearest(percent);
    return series.phases().get(source.percents().indexOf(nearest));
  }
}
