package org.breathline.study.phantom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.CineSimulator.CineScan;
import org.breathline.core.phantom.PlanningCt;
import org.breathline.core.progress.InParallel;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.CouchPosition.Acquisition;
import org.breathline.core.scan.SliceImages;
import org.breathline.core.scan.TimedSlice;
import org.breathline.exchange.ct.CtSliceFile;

/**
 * Images the phantom and writes CT files, slice by slice on all processors; no more slices than
 * processors are in memory.
 */
final class ScanWriter {

  /** When the cine scan begins, seconds of the day. */
  private static final double CINE_BEGINS_S = 10 * 3600;

  /** By how much the planning CT comes before it. */
  private static final double PLANNING_BEFORE_S = 300;

  private final String run;
  private final String patientId;
  private final double dayTimeOfTraceZeroS;

  /** The writer of a run whose cine scan follows a protocol. */
  ScanWriter(String run, String patientId, CineProtocol cine) {
    this.run = run;
    this.patientId = patientId;
    this.dayTimeOfTraceZeroS = CINE_BEGINS_S - cine.startS();
  }

  private record Image(TimedSlice slice, int acquisition) {}

  void writeCine(CineScan cine, Path folder, Progress progress) throws IOException {
    List<Image> images = new ArrayList<>();
    int acquisitions = 0;
    for (CouchPosition stop : cine.scan().couchPositions()) {
      for (Acquisition acquisition : stop.acquisitions()) {
        acquisitions++;
        for (TimedSlice slice : acquisition.slices()) {
          images.add(new Image(slice, acquisitions));
        }
      }
    }
    PhantomSeries series =
        new PhantomSeries(
            run,
            patientId,
            2,
            "4DCT cine, unsorted",
            "CINE",
            cine.scan().geometry(),
            cine.scan().sliceSpacingMm(),
            cine.scan().rotationS());
    write(images, series, cine.images(), dayTimeOfTraceZeroS, folder, "scanning", progress);
  }

  void writePlanning(PlanningCt planning, SliceImages pixels, Path folder, Progress progress)
      throws IOException {
    List<Image> images =
        IntStream.range(0, planning.slices())
            .mapToObj(k ->
                new Image(
                    new TimedSlice(
                        k,
                        planning.firstPositionMm() + k * planning.sliceMm(),
                        planning.midTimeS(k)),
                    1))
            .toList();
    PhantomSeries series =
        new PhantomSeries(
            run,
            patientId,
            1,
            "Planning CT, free breathing",
            "HELICAL",
            planning.geometry(),
            planning.sliceMm(),
            planning.rotationS());
    write(
        images,
        series,
        pixels,
        dayTimeOfTraceZeroS - PLANNING_BEFORE_S,
        folder,
        "scanning for planning",
        progress);
  }

  private static void write(
      List<Image> images,
      PhantomSeries series,
      SliceImages pixels,
      double dayTimeOfTraceZeroS,
      Path folder,
      String stage,
      Progress progress)
      throws IOException {
    InParallel.map(
        images,
        image -> {
          TimedSlice slice = image.slice();
          short[] hu = new short[series.geometry().size()];
          pixels.read(slice.image(), hu);
          int instance = slice.image() + 1;
          CtSliceFile.writeHu(
              folder.resolve(String.format(Locale.ROOT, "slice-%05d.dcm", instance)),
              series.header(
                  instance,
                  image.acquisition(),
                  slice.positionMm(),
                  slice.midTimeS() + dayTimeOfTraceZeroS),
              hu);
          return instance;
        },
        stage,
        progress);
  }
}
