package org.breathline.study.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.study.RefusalException;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.output.Digests;
import org.breathline.study.phases.SortedSource;
import org.breathline.study.replay.ReplaySummary;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The main job on real input: a real 4DCT, replayed as an unsorted scan along a real trace, comes
 * out of the sorting as it was.
 */
@RequiresData({ReplayedScan.SORTED, ReplayedScan.TRACE})
final class ReplayAndSortTest {

  private static final int PHASES = 10;

  @TempDir static Path folder;

  private static ReplayedScan replayed;
  private static SortedSource real;
  private static Path out;
  private static SortSummary summary;

  @BeforeAll
  static void replayAndSort() throws Exception {
    replayed = ReplayedScan.into(folder.resolve("replayed"));
    real = ReplayedScan.real();
    out = folder.resolve("sorted");
    summary = replayed.sort(out);
  }

  private static Path series(int bin) {
    return out.resolve(summary.series().get(bin).folder());
  }

  private static Dataset header(CtSlice slice) throws IOException {
    return DicomReader.read(slice.file()).dataset();
  }

  /** What the replay took at an acquisition of a couch position. */
  private static double takenPhase(int couchPosition, int acquisition) {
    return replayed.truth().acquisitions().stream()
        .filter(a -> a.couchPosition() == couchPosition)
        .skip(acquisition)
        .mapToDouble(ReplaySummary.Acquisition::takenPhasePercent)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void insideItsBinEverySliceIsTheRealPhasesVoxelForVoxel() throws IOException {
    VoxelComparison slices = VoxelComparison.of(summary, out, real, ReplayAndSortTest::takenPhase);
    // The replay images every stop for the longest breath: few bins can lack their phase.
    assertThat(slices.inside()).isGreaterThan(9 * PHASES * real.grid().nz() / 10);
    ValidationRecord.write(
        "sorting",
        "real 4DCT replayed along a real trace and sorted by phase: slices whose selection lies in"
            + " its bin, all equal to the real phase's voxel for voxel",
        slices.inside(),
        "the real phase's slices",
        "exact",
        "of " + PHASES * real.grid().nz() + " slices");
    ValidationRecord.write(
        "sorting",
        "the same run: slices marked as outside their bin, each equal to the phase it was taken of",
        slices.outside(),
        "none of the bin's phase was scanned at their couch position",
        "exact",
        "slices");
    ValidationRecord.write(
        "sorting",
        "the same run: slices left as gaps and marked so",
        slices.gaps(),
        "nothing near the bin was scanned at their couch position",
        "exact",
        "slices");
  }

  @Test
  void aPhaseSeriesIsMarkedAsOthersRelyOn() throws IOException {
    CtSlice source = real.allSlices().getFirst();
    for (int bin = 0; bin < PHASES; bin++) {
      double centre = 10.0 * bin;
      for (CtSlice slice : ReplayedScan.slices(series(bin))) {
        Dataset header = header(slice);
        assertThat(header.requireDecimal(Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE))
            .isEqualTo(centre);
        assertThat(slice.seriesDescription())
            .endsWith(String.format(Locale.ROOT, "%02.1f%%", centre))
            .isEqualTo(summary.series().get(bin).description());
        assertThat(slice.seriesUid()).isEqualTo(summary.series().get(bin).seriesUid());
        assertThat(slice.studyUid()).isEqualTo(source.studyUid());
        assertThat(slice.frameOfReferenceUid()).isEqualTo(source.frameOfReferenceUid());
        assertThat(slice.patientId()).isEqualTo(source.patientId());
      }
    }
  }

  @Test
  void everyVolumeLiesOnTheRealGrid() throws IOException {
    List<CtSlice> source = real.stack(0).slices();
    List<String> folders = new ArrayList<>();
    summary.series().forEach(s -> folders.add(s.folder()));
    summary.projections().forEach(p -> folders.add(p.folder()));
    assertThat(folders).hasSize(PHASES + 3);
    for (String name : folders) {
      List<CtSlice> written = ReplayedScan.slices(out.resolve(name));
      assertThat(written).as(name).hasSize(source.size());
      for (int k = 0; k < source.size(); k++) {
        Dataset theirs = header(source.get(k));
        Dataset ours = header(written.get(k));
        for (int tag :
            new int[] {
              Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT, Tag.PIXEL_SPACING
            }) {
          assertThat(ours.decimals(tag)).as(name).containsExactly(theirs.decimals(tag));
        }
        assertThat(ours.requireInteger(Tag.ROWS)).isEqualTo(theirs.requireInteger(Tag.ROWS));
        assertThat(ours.requireInteger(Tag.COLUMNS)).isEqualTo(theirs.requireInteger(Tag.COLUMNS));
        assertThat(ours.requireInteger(Tag.INSTANCE_NUMBER)).isEqualTo(k + 1);
      }
    }
  }

  @Test
  void uidsAreDistinctAndFilesAreNamedAsDicom() throws IOException {
    Set<String> instances = new HashSet<>();
    Set<String> series = new HashSet<>();
    int files = 0;
    List<CtSlice> all = new ArrayList<>(ReplayedScan.slices(out));
    all.addAll(ReplayedScan.slices(replayed.scan()));
    all.addAll(real.allSlices());
    for (CtSlice slice : all) {
      files++;
      instances.add(slice.sopInstanceUid());
      series.add(slice.seriesUid());
    }
    assertThat(instances).hasSize(files);
    Set<String> realSeries =
        real.allSlices().stream().map(CtSlice::seriesUid).collect(Collectors.toSet());
    assertThat(series).hasSize(PHASES + 3 + 1 + realSeries.size());
    assertThat(ReplayedScan.slices(out))
        .allSatisfy(s -> assertThat(s.file().toString()).endsWith(".dcm"));
  }

  @Test
  void projectionsAreThoseOfThePhasesVoxelByVoxel() throws IOException {
    Map<String, List<CtSlice>> projections = new TreeMap<>();
    for (SortSummary.Projection projection : summary.projections()) {
      List<CtSlice> slices = ReplayedScan.slices(out.resolve(projection.folder()));
      projections.put(projection.kind(), slices);
      for (CtSlice slice : slices) {
        Dataset header = header(slice);
        assertThat(header.strings(Tag.IMAGE_TYPE))
            .startsWith("DERIVED")
            .contains(projection.kind());
        assertThat(header.contains(Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE)).isFalse();
        assertThat(slice.seriesUid()).isEqualTo(projection.seriesUid());
      }
    }
    assertThat(projections).containsOnlyKeys("MIP", "MINIP", "MEAN");
    List<List<CtSlice>> phases = new ArrayList<>();
    for (int bin = 0; bin < PHASES; bin++) {
      phases.add(ReplayedScan.slices(series(bin)));
    }
    for (int k = 0; k < real.grid().nz(); k++) {
      List<short[]> values = new ArrayList<>();
      List<Double> weights = new ArrayList<>();
      for (int bin = 0; bin < PHASES; bin++) {
        if (!VoxelComparison.isGap(phases.get(bin).get(k))) {
          values.add(VoxelComparison.hu(phases.get(bin).get(k)));
          weights.add(summary.series().get(bin).dwellShare());
        }
      }
      assertProjected(projections, k, values, weights);
    }
  }

  private static void assertProjected(
      Map<String, List<CtSlice>> projections, int k, List<short[]> values, List<Double> weights)
      throws IOException {
    short[] greatest = VoxelComparison.hu(projections.getOrDefault("MIP", List.of()).get(k));
    short[] least = VoxelComparison.hu(projections.getOrDefault("MINIP", List.of()).get(k));
    short[] mean = VoxelComparison.hu(projections.getOrDefault("MEAN", List.of()).get(k));
    double total = weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < mean.length; i++) {
      int max = Short.MIN_VALUE;
      int min = Short.MAX_VALUE;
      double sum = 0;
      for (int p = 0; p < values.size(); p++) {
        max = Math.max(max, values.get(p)[i]);
        min = Math.min(min, values.get(p)[i]);
        sum += weights.get(p) * values.get(p)[i];
      }
      if (greatest[i] != max || least[i] != min) {
        assertThat((int) greatest[i]).as("MIP, slice %d", k).isEqualTo(max);
        assertThat((int) least[i]).as("MinIP, slice %d", k).isEqualTo(min);
      }
      // Rounded to whole units; the sum is in single precision.
      if (Math.abs(mean[i] - sum / total) > 0.51) {
        assertThat((double) mean[i]).as("mean, slice %d", k).isCloseTo(sum / total, within(0.51));
      }
    }
  }

  @Test
  void theSameRunTwiceGivesTheSameBytes() throws Exception {
    SortedMap<String, String> before = digests(out);
    replayed.sort(out);
    assertThat(digests(out)).isEqualTo(before).hasSizeGreaterThan((PHASES + 3) * real.grid().nz());
    ReplayedScan again = ReplayedScan.into(folder.resolve("again"));
    assertThat(digests(again.scan())).isEqualTo(digests(replayed.scan()));
  }

  private static SortedMap<String, String> digests(Path root) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(root.relativize(file).toString(), Digests.ofFile(file));
      }
    }
    return digests;
  }

  @Test
  void namesAndOrderOfFilesDoNotMatter() throws Exception {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> list = Files.list(replayed.scan())) {
      list.sorted().forEach(files::add);
    }
    Collections.shuffle(files, new Random(5));
    Path shuffled = folder.resolve("shuffled");
    for (int i = 0; i < files.size(); i++) {
      Path target = shuffled.resolve("disc%d/IM%06d".formatted(i % 3, i));
      Files.createDirectories(target.getParent());
      Files.copy(files.get(i), target);
    }
    Path result = folder.resolve("sorted-from-shuffled");
    ReplayedScan.sort(shuffled, ReplayedScan.trace(), result);
    SortedMap<String, String> series = digests(result);
    SortedMap<String, String> expected = digests(out);
    series.keySet().removeIf(name -> name.equals("sort.json")); // names the folder it is in
    expected.keySet().removeIf(name -> name.equals("sort.json"));
    assertThat(series).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "icu-impedance-125hz.csv",
        "markers-3d/201205101519-LAC-1-T-222-6.csv",
        "markers-3d/201205101534-LAC-1-NO-130-6.csv",
        "markers-3d/201205101541-LAC-1-N-130-6.csv"
      })
  @RequiresData({"traces/icu-impedance-125hz.csv", "traces/markers-3d"})
  void theTraceOfSomebodyElseIsRefused(String name) {
    Path target = folder.resolve("refused");
    TraceRequest other = TraceRequest.of(TestData.get("traces").resolve(name));
    assertThatThrownBy(() -> ReplayedScan.sort(replayed.scan(), other, target))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("--offset");
    assertThat(target).doesNotExist();
  }

  @Test
  void whatIsSortedAlreadyIsNotSortedAgain() {
    assertThatThrownBy(() -> ReplayedScan.sort(out, ReplayedScan.trace(), folder.resolve("twice")))
        .hasMessageContaining("sorted already (10 phases)");
    assertThat(folder.resolve("twice")).doesNotExist();
  }
}
