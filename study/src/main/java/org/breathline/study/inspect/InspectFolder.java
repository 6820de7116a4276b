package org.breathline.study.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.format.TraceFiles;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.TimedScan;
import org.breathline.exchange.ct.CtCollection;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.UnsortedScan;
import org.breathline.exchange.phase.RespiratoryMark;
import org.breathline.study.UsageException;
import org.breathline.study.inspect.FolderSummary.Finding;
import org.breathline.study.inspect.FolderSummary.Geometry;
import org.breathline.study.inspect.FolderSummary.Group;
import org.breathline.study.inspect.FolderSummary.Kind;
import org.breathline.study.inspect.FolderSummary.Phase;
import org.breathline.study.inspect.FolderSummary.Scan;
import org.jspecify.annotations.Nullable;

/** Says what a folder holds. A folder without any CT is an answer, not an error. */
public final class InspectFolder {

  /** A larger file is no breathing trace; reading it would only cost time. */
  private static final long LARGEST_TRACE = 8L << 20;

  private InspectFolder() {}

  /**
   * Looks at every file of a folder and the folders in it.
   *
   * @throws UsageException if there is no such folder
   * @throws IOException if the folder cannot be walked
   */
  public static FolderSummary inspect(Path folder, Progress progress) throws IOException {
    if (!Files.exists(folder)) {
      throw new UsageException(folder + " is not there.");
    }
    CtFolder.Contents contents = CtFolder.read(folder, progress);
    List<String> traces = traces(folder);
    CtCollection collection = CtCollection.of(contents.slices());
    long patients = contents.slices().stream().map(CtSlice::patientId).distinct().count();
    @Nullable UnsortedScan unsorted =
        !collection.isSortedByPhase() && !collection.unsorted().isEmpty()
            ? UnsortedScan.assemble(collection.unsorted())
            : null;
    Kind kind = kind(contents, collection, patients, unsorted);
    List<Finding> findings =
        unsorted != null && kind == Kind.UNSORTED_SCAN
            ? unsorted.findings().stream()
                .map(f -> new Finding(f.severity().name().toLowerCase(Locale.ROOT), f.message()))
                .toList()
            : List.of();
    return new FolderSummary(
        folder.toString(),
        kind,
        sentence(kind, contents, collection, unsorted),
        contents.slices().size(),
        contents.otherObjects(),
        contents.otherFiles() - traces.size(),
        contents.damaged().stream().map(e -> String.valueOf(e.getMessage())).toList(),
        (int) patients,
        traces,
        geometry(contents.slices()),
        phases(collection),
        groups(collection.amplitudes()),
        groups(collection.projections()),
        unsorted != null && kind == Kind.UNSORTED_SCAN ? scan(unsorted) : null,
        findings);
  }

  private static Kind kind(
      CtFolder.Contents contents,
      CtCollection collection,
      long patients,
      @Nullable UnsortedScan unsorted) {
    if (contents.slices().isEmpty()) {
      return Kind.NO_CT;
    }
    if (patients > 1) {
      return Kind.MIXED_PATIENTS;
    }
    if (collection.isSortedByPhase()) {
      return Kind.SORTED_4DCT;
    }
    if (!collection.amplitudes().isEmpty()) {
      return Kind.SORTED_BY_AMPLITUDE;
    }
    return unsorted != null && !unsorted.isSingleVolume() ? Kind.UNSORTED_SCAN : Kind.SINGLE_CT;
  }

  private static String sentence(
      Kind kind,
      CtFolder.Contents contents,
      CtCollection collection,
      @Nullable UnsortedScan unsorted) {
    int images = contents.slices().size();
    return switch (kind) {
      case NO_CT -> "There is no CT image in it.";
      case MIXED_PATIENTS -> "CT images of more than one patient; separate them first.";
      case SORTED_4DCT ->
          "A 4DCT sorted by phase: %d phases (%s), %d images."
              .formatted(
                  collection.phases().size(),
                  collection.phases().keySet().stream()
                      .map(p -> String.format(Locale.ROOT, "%.0f %%", p))
                      .collect(Collectors.joining(", ")),
                  images);
      case SORTED_BY_AMPLITUDE ->
          "A 4DCT sorted by amplitude: %s; %d images."
              .formatted(String.join(", ", collection.amplitudes().keySet()), images);
      case SINGLE_CT ->
          collection.phases().isEmpty()
              ? "A single CT of %d images; no breathing phases.".formatted(images)
              : String.format(
                  Locale.ROOT,
                  "One phase of a 4DCT (%.0f %%), %d images.",
                  collection.phases().firstKey(),
                  images);
      case UNSORTED_SCAN -> {
        if (unsorted == null || unsorted.scan().isEmpty()) {
          yield "An unsorted scan of %d images that cannot be sorted as it is.".formatted(images);
        }
        TimedScan scan = unsorted.scan().get();
        yield String.format(
            Locale.ROOT,
            "An unsorted respiration-correlated scan: %d couch positions, %d slice positions"
                + " %.2f mm apart, %d images.",
            scan.couchPositions().size(),
            scan.slicePositions(),
            scan.sliceSpacingMm(),
            images);
      }
    };
  }

  private static List<String> traces(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> candidates;
    try (Stream<Path> files = Files.list(folder)) {
      candidates =
          files
              .filter(Files::isRegularFile)
              .filter(f -> f.toString().toLowerCase(Locale.ROOT).matches(".*\\.(vxp|csv|txt)"))
              .sorted()
              .toList();
    }
    List<String> traces = new ArrayList<>();
    for (Path candidate : candidates) {
      if (Files.size(candidate) <= LARGEST_TRACE && isTrace(candidate)) {
        traces.add(String.valueOf(candidate.getFileName()));
      }
    }
    return traces;
  }

  private static boolean isTrace(Path file) {
    try {
      TraceFiles.read(file);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable Geometry geometry(List<CtSlice> slices) {
    if (slices.isEmpty()) {
      return null;
    }
    CtSlice first = slices.getFirst();
    double[] positions = slices.stream().mapToDouble(CtSlice::positionMm).sorted().toArray();
    int different = 1;
    for (int i = 1; i < positions.length; i++) {
      different += positions[i] - positions[i - 1] > 0.02 ? 1 : 0;
    }
    return new Geometry(
        first.geometry().columns(),
        first.geometry().rows(),
        first.geometry().columnSpacingMm(),
        first.geometry().rowSpacingMm(),
        different,
        positions[0],
        positions[positions.length - 1]);
  }

  private static List<Phase> phases(CtCollection collection) {
    List<Phase> phases = new ArrayList<>();
    collection
        .phases()
        .forEach((percent, slices) ->
            phases.add(
                new Phase(
                    percent,
                    slices.size(),
                    slices.getFirst().mark() instanceof RespiratoryMark.Phase phase
                        ? phase.source().words()
                        : "")));
    return phases;
  }

  private static <K> List<Group> groups(Map<K, List<CtSlice>> slices) {
    return slices.entrySet().stream()
        .map(e -> new Group(String.valueOf(e.getKey()), e.getValue().size()))
        .toList();
  }

  private static @Nullable Scan scan(UnsortedScan unsorted) {
    if (unsorted.scan().isEmpty()) {
      return null;
    }
    TimedScan scan = unsorted.scan().get();
    List<Integer> acquisitions =
        scan.couchPositions().stream().map(c -> c.acquisitions().size()).sorted().toList();
    List<CouchPosition.Acquisition> all =
        scan.couchPositions().stream().flatMap(c -> c.acquisitions().stream()).toList();
    double from = all.stream().mapToDouble(CouchPosition.Acquisition::midTimeS).min().orElse(0);
    double to = all.stream().mapToDouble(CouchPosition.Acquisition::midTimeS).max().orElse(0);
    return new Scan(
        scan.couchPositions().size(),
        List.of(acquisitions.getFirst(), acquisitions.getLast()),
        to - from,
        scan.rotationS(),
        unsorted.clock().words());
  }
}
