package org.breathline.study.sort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.breathline.core.image.RunningProjection;
import org.breathline.core.progress.InParallel;
import org.breathline.core.progress.Progress;
import org.breathline.core.sorting.SortedScan;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.CtSliceFile;
import org.breathline.exchange.ct.DerivedHeader;
import org.breathline.exchange.ct.SeriesLabel;
import org.breathline.exchange.ct.SourceSlice;
import org.breathline.exchange.phase.RespiratoryMark.Kind;

/**
 * Writes a sorted scan as DICOM series, slice position by slice position on all processors: each
 * chosen source slice is read once, copied under its new header, and goes into the projections. A
 * place without a slice is written as air, says so in its header, and stays out of the projections.
 */
final class SortedSeriesWriter {

  /** What a gap shows. */
  static final short GAP_HU = -1024;

  private static final double LEAST_WEIGHT = 1e-6;

  private final SortedScan sorted;
  private final List<CtSlice> slices;
  private final double[] weights;
  private final SeriesLabels labels;
  private final Path folder;
  private final SliceSink sink;
  private final List<List<OptionalInt>> images;

  /**
   * Prepares the folders.
   *
   * @param slices the scan's, by the image number of the sorted scan
   * @param weights of the average, one a bin
   */
  SortedSeriesWriter(
      SortedScan sorted,
      List<CtSlice> slices,
      double[] weights,
      SeriesLabels labels,
      Path folder,
      SliceSink sink)
      throws IOException {
    this.sorted = sorted;
    this.slices = slices;
    // A bin in which the breath never dwells may still be all that a gap leaves at a position.
    this.weights = Arrays.stream(weights).map(w -> Math.max(w, LEAST_WEIGHT)).toArray();
    this.labels = labels;
    this.folder = folder;
    this.sink = sink;
    this.images = IntStream.range(0, labels.bins().size()).mapToObj(sorted::images).toList();
    for (String name : labels.folders()) {
      Files.createDirectories(folder.resolve(name));
    }
    for (Kind kind : Kind.values()) {
      Files.createDirectories(folder.resolve(SeriesLabels.folder(kind)));
    }
  }

  void write(Progress progress) throws IOException {
    InParallel.map(
        IntStream.range(0, sorted.scan().slicePositions()).boxed().toList(),
        slice -> {
          new Position(slice).write();
          return slice;
        },
        "writing phases",
        progress);
  }

  private Path file(String name, int slice) {
    return folder.resolve(name).resolve(String.format(Locale.ROOT, "slice-%04d.dcm", slice + 1));
  }

  /** One slice position of all volumes. */
  private final class Position {

    private final int slice;
    private final int size = sorted.scan().geometry().size();
    private final short[] hu = new short[size];
    private final RunningProjection projection = new RunningProjection(size);
    private final List<String> sources = new ArrayList<>();
    private Dataset anyHeader = new Dataset();

    Position(int slice) {
      this.slice = slice;
    }

    void write() throws IOException {
      List<Integer> gaps = new ArrayList<>();
      for (int bin = 0; bin < images.size(); bin++) {
        OptionalInt image = images.get(bin).get(slice);
        if (image.isPresent()) {
          writeBin(bin, slices.get(image.getAsInt()));
        } else {
          gaps.add(bin);
        }
      }
      if (sources.isEmpty()) {
        anyHeader = SourceSlice.open(slices.get(anyImage())).header();
      }
      for (int bin : gaps) {
        writeGap(bin);
      }
      if (!sources.isEmpty()) {
        writeProjections();
      } else {
        Arrays.fill(hu, GAP_HU);
        for (Kind kind : Kind.values()) {
          writeProjection(kind, hu);
        }
      }
    }

    private void writeBin(int bin, CtSlice chosen) throws IOException {
      SourceSlice source = SourceSlice.open(chosen);
      source.readHu(hu);
      sink.bin(bin, slice, hu);
      projection.add(hu, 0, weights[bin]);
      sources.add(chosen.sopInstanceUid());
      anyHeader = source.header();
      SeriesLabel label = labels.bins().get(bin);
      CtSliceFile.write(
          file(labels.folders().get(bin), slice),
          DerivedHeader.compose(
              source.header(), label, slice + 1, List.of(chosen.sopInstanceUid())),
          source.pixels());
    }

    private void writeGap(int bin) throws IOException {
      Dataset header =
          DerivedHeader.compose(anyHeader, labels.bins().get(bin), slice + 1, List.of());
      header.setString(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY", "AXIAL");
      header.setString(
          Tag.IMAGE_COMMENTS, "GAP: no acquisition near enough to this bin; not an image");
      Arrays.fill(hu, GAP_HU);
      CtSliceFile.writeHu(file(labels.folders().get(bin), slice), header, hu);
    }

    private void writeProjections() throws IOException {
      projection.maximum(hu, 0);
      writeProjection(Kind.MIP, hu);
      projection.minimum(hu, 0);
      writeProjection(Kind.MINIP, hu);
      projection.average(hu, 0);
      writeProjection(Kind.MEAN, hu);
    }

    private void writeProjection(Kind kind, short[] values) throws IOException {
      sink.projection(kind, slice, values);
      Dataset header =
          DerivedHeader.compose(anyHeader, labels.projection(kind), slice + 1, sources);
      CtSliceFile.writeHu(file(SeriesLabels.folder(kind), slice), header, values);
    }

    /** Any source image at this slice position, for the geometry of a gap. */
    private int anyImage() {
      int first = 0;
      for (var couchPosition : sorted.scan().couchPositions()) {
        int next = first + couchPosition.slicesPerAcquisition();
        if (slice < next) {
          return couchPosition.acquisitions().getFirst().slices().get(slice - first).image();
        }
        first = next;
      }
      throw new IllegalStateException("no couch position holds slice " + slice);
    }
  }
}
