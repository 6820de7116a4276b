package org.breathline.study.sort;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.format.SampleType;
import org.breathline.core.image.format.VolumeWriter;
import org.breathline.core.progress.Progress;
import org.breathline.exchange.ct.SourceSlice;

/**
 * Writes the sorted volumes for research tools, one MetaImage or NRRD file a bin, slice by slice.
 */
final class SortedVolumes {

  private SortedVolumes() {}

  /**
   * Writes the volumes beside the series.
   *
   * @param ending mha or nrrd
   */
  static void write(
      Sorting sorting, SeriesLabels labels, String ending, Path folder, Progress progress)
      throws IOException {
    Grid grid = sorting.grid();
    short[] hu = new short[grid.sliceSize()];
    int bins = labels.bins().size();
    for (int bin = 0; bin < bins; bin++) {
      Path file = folder.resolve(labels.folders().get(bin) + "." + ending.toLowerCase(Locale.ROOT));
      try (VolumeWriter writer = VolumeWriter.create(file, grid, SampleType.INT16)) {
        for (OptionalInt image : sorting.sorted().images(bin)) {
          if (image.isPresent()) {
            SourceSlice.open(sorting.slices().get(image.getAsInt())).readHu(hu);
          } else {
            Arrays.fill(hu, SortedSeriesWriter.GAP_HU);
          }
          writer.slice(hu, 0);
        }
        writer.finish();
      }
      progress.report("writing volumes", bin + 1, bins);
    }
  }
}
