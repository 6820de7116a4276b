package org.breathline.study.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.study.phases.SortedSource;
import org.breathline.study.replay.ReplaySummary;
import org.breathline.study.report.SortingFigures;
import org.breathline.testkit.RequiresData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replayed scan that lacks half a breath at one stop of the couch. */
@RequiresData({ReplayedScan.SORTED, ReplayedScan.TRACE})
final class SortWithGapsTest {

  private static final int STOP = 3;

  /** What the stop lacks, per cent of the breath. */
  private static final double FROM = 45;

  private static final double TO = 92;

  @TempDir static Path folder;

  private static ReplayedScan replayed;
  private static List<ReplaySummary.Acquisition> kept;
  private static SortedSource real;
  private static Path out;
  private static SortSummary summary;

  @BeforeAll
  static void sort() throws Exception {
    replayed = ReplayedScan.into(folder.resolve("replayed"));
    real = ReplayedScan.real();
    List<ReplaySummary.Acquisition> all = replayed.truth().acquisitions();
    kept = all.stream().filter(SortWithGapsTest::isKept).toList();
    assertThat(all.size() - kept.size()).isGreaterThan(3);
    int slab = replayed.truth().slicesPerPosition();
    Path scan = Files.createDirectories(folder.resolve("scan"));
    for (int number = 0; number < all.size(); number++) {
      for (int s = 1; isKept(all.get(number)) && s <= slab; s++) {
        String name = "slice-%05d.dcm".formatted(number * slab + s);
        if (Files.exists(replayed.scan().resolve(name))) {
          Files.copy(replayed.scan().resolve(name), scan.resolve(name));
        }
      }
    }
    out = folder.resolve("sorted");
    summary = ReplayedScan.sort(scan, ReplayedScan.trace(), out);
  }

  private static boolean isKept(ReplaySummary.Acquisition acquisition) {
    double phase = acquisition.tracePhasePercent();
    return acquisition.couchPosition() != STOP || phase < FROM || phase > TO;
  }

  private static double phase(int couchPosition, int acquisition) {
    return kept.stream()
        .filter(a -> a.couchPosition() == couchPosition)
        .skip(acquisition)
        .mapToDouble(ReplaySummary.Acquisition::takenPhasePercent)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatIsNearStandsInAndIsMarkedAndWhatIsNotIsAGap() throws Exception {
    List<SortingFigures.Taken> taken = summary.sorting().couchPositions().get(STOP).taken();
    int gaps = 0;
    int outside = 0;
    for (int bin = 0; bin < taken.size(); bin++) {
      double centre = summary.series().get(bin).centrePercent();
      double nearest =
          kept.stream()
              .filter(a -> a.couchPosition() == STOP)
              .mapToDouble(a -> Math.abs(circular(a.tracePhasePercent() - centre)))
              .min()
              .orElseThrow();
      String where = "bin at %s, nearest %s away".formatted(centre, nearest);
      if (nearest > 10) {
        gaps++;
        assertThat(taken.get(bin).gap()).as(where).isEqualTo("nothing-near");
      } else {
        outside += nearest > 5 ? 1 : 0;
        assertThat(taken.get(bin).insideBin()).as(where).isEqualTo(nearest <= 5);
      }
    }
    assertThat(gaps).isGreaterThanOrEqualTo(2);
    assertThat(outside).isGreaterThanOrEqualTo(1);
    int slab = replayed.truth().slicesPerPosition();
    assertThat(VoxelComparison.of(summary, out, real, SortWithGapsTest::phase))
        .isEqualTo(
            new VoxelComparison(
                10 * real.grid().nz() - (gaps + outside) * slab, outside * slab, gaps * slab));
  }

  private static double circular(double percent) {
    return percent - 100 * Math.rint(percent / 100);
  }

  @Test
  void gapsStayOutOfTheProjections() throws Exception {
    SortSummary.Projection least =
        summary.projections().stream()
            .filter(p -> p.kind().equals("MINIP"))
            .findFirst()
            .orElseThrow();
    List<CtSlice> slices = ReplayedScan.slices(out.resolve(least.folder()));
    int slice = STOP * replayed.truth().slicesPerPosition();
    short[] expected = new short[real.grid().sliceSize()];
    Arrays.fill(expected, Short.MAX_VALUE);
    int shown = 0;
    for (SortSummary.Series series : summary.series()) {
      CtSlice one = ReplayedScan.slices(out.resolve(series.folder())).get(slice);
      if (VoxelComparison.isGap(one)) {
        continue;
      }
      shown++;
      short[] hu = VoxelComparison.hu(one);
      for (int i = 0; i < hu.length; i++) {
        expected[i] = (short) Math.min(expected[i], hu[i]);
      }
    }
    assertThat(shown).isBetween(2, 8);
    assertThat(VoxelComparison.hu(slices.get(slice))).isEqualTo(expected);
  }

  @Test
  void aPersonIsToldWhatIsMissing() {
    assertThat(summary.findings())
        .filteredOn(f -> f.severity().equals("warn"))
        .extracting(SortSummary.Finding::message)
        .anyMatch(m -> m.contains("there is no acquisition between"));
  }
}
