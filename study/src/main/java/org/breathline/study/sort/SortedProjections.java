package org.breathline.study.sort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.breathline.core.image.RunningProjection;
import org.breathline.core.progress.InParallel;
import org.breathline.core.progress.Progress;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.core.sorting.SortingRequest;
import org.breathline.dicom.data.Dataset;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.CtSliceFile;
import org.breathline.exchange.ct.DerivedHeader;
import org.breathline.exchange.ct.SourceSlice;
import org.breathline.exchange.phase.RespiratoryMark.Kind;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.SortedSource;

/**
 * Maximum, minimum and mean over the phases of a 4DCT that is sorted already, as DICOM series. How
 * long the breath dwells in each phase is not known without the scan's trace: the mean takes all
 * phases alike.
 */
public final class SortedProjections {

  private final SortedSource source;
  private final SeriesLabels labels;
  private final Path folder;
  private final SliceSink sink;

  /** Prepares the folders. */
  public SortedProjections(SortedSource source, Provenance provenance, Path folder, SliceSink sink)
      throws IOException {
    this.source = source;
    this.labels =
        SeriesLabels.of(
            SortingRequest.around(SortingMethod.PHASE, source.percents().size()),
            provenance.inputs().getFirst().sha256(),
            "breathline %s %s %s"
                .formatted(provenance.version(), provenance.verb(), provenance.parameters()));
    this.folder = folder;
    this.sink = sink;
    for (Kind kind : Kind.values()) {
      Files.createDirectories(folder.resolve(SeriesLabels.folder(kind)));
    }
  }

  /** Writes the series, slice position by slice position on all processors. */
  public void write(Progress progress) throws IOException {
    InParallel.map(
        IntStream.range(0, source.grid().nz()).boxed().toList(),
        slice -> {
          write(slice);
          return slice;
        },
        "writing projections",
        progress);
  }

  private void write(int slice) throws IOException {
    int size = source.grid().sliceSize();
    RunningProjection projection = new RunningProjection(size);
    short[] hu = new short[size];
    List<String> sources = new ArrayList<>();
    Dataset header = new Dataset();
    for (int phase = 0; phase < source.percents().size(); phase++) {
      CtSlice one = source.stack(source.percents().get(phase)).slices().get(slice);
      SourceSlice opened = SourceSlice.open(one);
      opened.readHu(hu);
      sink.bin(phase, slice, hu);
      projection.add(hu, 0, 1);
      sources.add(one.sopInstanceUid());
      header = opened.header();
    }
    projection.maximum(hu, 0);
    write(Kind.MIP, slice, hu, header, sources);
    projection.minimum(hu, 0);
    write(Kind.MINIP, slice, hu, header, sources);
    projection.average(hu, 0);
    write(Kind.MEAN, slice, hu, header, sources);
  }

  private void write(Kind kind, int slice, short[] values, Dataset header, List<String> sources)
      throws IOException {
    sink.projection(kind, slice, values);
    CtSliceFile.writeHu(
        folder
            .resolve(SeriesLabels.folder(kind))
            .resolve(String.format(Locale.ROOT, "slice-%04d.dcm", slice + 1)),
        DerivedHeader.compose(header, labels.projection(kind), slice + 1, sources),
        values);
  }
}
