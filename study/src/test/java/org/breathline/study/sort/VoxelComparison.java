package org.breathline.study.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.SourceSlice;
import org.breathline.study.phases.SortedSource;
import org.breathline.study.report.SortingFigures;

/**
 * The slices of a sorted scan held against those of the real phases, voxel for voxel.
 *
 * @param inside slices whose selection lies in its bin: each is the slice of the bin's real phase
 * @param outside slices whose selection lies outside: each is that of the phase it was taken of
 * @param gaps slices for which nothing was taken: each is marked as a gap and shows nothing
 */
record VoxelComparison(int inside, int outside, int gaps) {

  /** What a scan shows at an acquisition of a couch position. */
  @FunctionalInterface
  interface Truth {

    /** The real phase, per cent. */
    double phase(int couchPosition, int acquisition);
  }

  /** Compares every slice of every bin; fails at the first that is wrong. */
  static VoxelComparison of(SortSummary summary, Path out, SortedSource real, Truth truth)
      throws IOException {
    VoxelComparison all = new VoxelComparison(0, 0, 0);
    for (int bin = 0; bin < summary.series().size(); bin++) {
      List<CtSlice> written = ReplayedScan.slices(out.resolve(summary.series().get(bin).folder()));
      assertThat(written).hasSize(real.grid().nz());
      VoxelComparison slices = new VoxelComparison(0, 0, 0);
      int stopsOutside = 0;
      int stopsInGaps = 0;
      int first = 0;
      for (int stop = 0; stop < summary.sorting().couchPositions().size(); stop++) {
        SortingFigures.Position position = summary.sorting().couchPositions().get(stop);
        SortingFigures.Taken taken = position.taken().get(bin);
        for (int k = first; k < first + position.slices(); k++) {
          String where = "bin %d, couch position %d, slice %d".formatted(bin, stop, k);
          slices = slices.plus(compare(summary, bin, stop, written.get(k), k, real, truth, where));
        }
        first += position.slices();
        stopsInGaps += taken.acquisition() == null ? 1 : 0;
        stopsOutside += Boolean.FALSE.equals(taken.insideBin()) ? 1 : 0;
      }
      assertThat(summary.sorting().bins().get(bin).outside()).isEqualTo(stopsOutside);
      assertThat(summary.sorting().bins().get(bin).gaps()).isEqualTo(stopsInGaps);
      all = all.plus(slices);
    }
    assertThat(all.inside + all.outside + all.gaps)
        .isEqualTo(summary.series().size() * real.grid().nz());
    return all;
  }

  private static VoxelComparison compare(
      SortSummary summary,
      int bin,
      int stop,
      CtSlice written,
      int slice,
      SortedSource real,
      Truth truth,
      String where)
      throws IOException {
    SortingFigures.Taken taken = summary.sorting().couchPositions().get(stop).taken().get(bin);
    short[] hu = hu(written);
    Integer acquisition = taken.acquisition();
    if (acquisition == null) {
      assertGap(written, hu, where);
      return new VoxelComparison(0, 0, 1);
    }
    double shown = truth.phase(stop, acquisition);
    boolean inside = Boolean.TRUE.equals(taken.insideBin());
    if (inside) {
      assertThat(shown).as(where).isEqualTo(summary.series().get(bin).centrePercent());
    }
    assertThat(Arrays.equals(hu, hu(real.stack(shown).slices().get(slice)))).as(where).isTrue();
    assertThat(isGap(written)).as(where).isFalse();
    return inside ? new VoxelComparison(1, 0, 0) : new VoxelComparison(0, 1, 0);
  }

  private static void assertGap(CtSlice slice, short[] hu, String where) throws IOException {
    for (short value : hu) {
      assertThat(value).as(where).isEqualTo((short) -1024);
    }
    assertThat(isGap(slice)).as(where).isTrue();
    Dataset header = DicomReader.read(slice.file()).dataset();
    assertThat(header.strings(Tag.IMAGE_TYPE)).as(where).first().isEqualTo("DERIVED");
    assertThat(header.items(Tag.SOURCE_IMAGE_SEQUENCE)).as(where).isEmpty();
  }

  /** Whether a written slice says that it is a gap. */
  static boolean isGap(CtSlice slice) throws IOException {
    return DicomReader.read(slice.file())
        .dataset()
        .string(Tag.IMAGE_COMMENTS)
        .orElse("")
        .startsWith("GAP");
  }

  /** The Hounsfield units of a slice. */
  static short[] hu(CtSlice slice) throws IOException {
    short[] hu = new short[slice.geometry().size()];
    SourceSlice.open(slice).readHu(hu);
    return hu;
  }

  private VoxelComparison plus(VoxelComparison other) {
    return new VoxelComparison(inside + other.inside, outside + other.outside, gaps + other.gaps);
  }
}
