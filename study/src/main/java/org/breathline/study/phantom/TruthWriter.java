package org.breathline.study.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.format.DisplacementFieldFiles;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.scan.SliceGeometry;
import org.jspecify.annotations.Nullable;

/** Writes what is true of a phantom: where everything is at every time and phase. */
final class TruthWriter {

  private static final List<Double> PHASES =
      IntStream.range(0, 10).mapToObj(p -> 10.0 * p).toList();

  /** Larger images than these are labelled at the ends of the breath only. */
  private static final int LARGEST_FOR_ALL_PHASES = 256;

  /** Displacements vary slowly: finer than this is only larger. */
  private static final int DISPLACEMENT_COLUMNS = 128;

  private final Phantom phantom;
  private final PhantomBreathing breathing;
  private final CineProtocol protocol;
  private final NominalBreath nominal;
  private final TimeInterval scan;
  private final Path folder;

  TruthWriter(Phantom phantom, PhantomBreathing breathing, TimeInterval scan, Path folder) {
    this.phantom = phantom;
    this.breathing = breathing;
    this.protocol = breathing.protocol();
    this.nominal = new NominalBreath(breathing.cycles(), breathing.drive(), scan);
    this.scan = scan;
    this.folder = folder;
  }

  /**
   * What a summary says of it.
   *
   * @param leastMm the least of each coordinate of the tumour's centre during the scan
   * @param mostMm the greatest
   * @param phases of the nominal breath
   */
  record Result(Vector3 leastMm, Vector3 mostMm, List<PhantomSummary.Phase> phases) {}

  Result write(Progress progress) throws IOException {
    List<Vector3> track = writeTumourInTime();
    writeLandmarks();
    List<PhantomSummary.Phase> phases = writePhases(progress);
    writeDisplacements(progress);
    Files.writeString(folder.resolve("README.txt"), TruthPage.text(labelled(), PHASES));
    return new Result(
        track.stream()
            .reduce(
                track.getFirst(),
                (a, b) ->
                    new Vector3(
                        Math.min(a.x(), b.x()), Math.min(a.y(), b.y()), Math.min(a.z(), b.z()))),
        track.stream()
            .reduce(
                track.getFirst(),
                (a, b) ->
                    new Vector3(
                        Math.max(a.x(), b.x()), Math.max(a.y(), b.y()), Math.max(a.z(), b.z()))),
        phases);
  }

  private List<Double> labelled() {
    return protocol.geometry().columns() <= LARGEST_FOR_ALL_PHASES ? PHASES : List.of(0.0, 50.0);
  }

  private Vector3 tumour(MotionState state) {
    return phantom.tumourCentre(state).orElseThrow();
  }

  private List<Vector3> writeTumourInTime() throws IOException {
    BreathingTrace trace = breathing.cycles().trace();
    List<Vector3> track = new ArrayList<>();
    StringBuilder csv = new StringBuilder("time_s,phase_percent,x_mm,y_mm,z_mm\n");
    for (int i = 0; i < trace.size(); i++) {
      double timeS = trace.timeS(i);
      if (scan.contains(timeS)) {
        Vector3 centre = tumour(breathing.drive().stateAt(timeS));
        track.add(centre);
        double phase = breathing.cycles().phasePercentAt(timeS);
        csv.append(String.format(Locale.ROOT, "%.3f,", timeS))
            .append(Double.isNaN(phase) ? "" : String.format(Locale.ROOT, "%.2f", phase))
            .append(point(centre));
      }
    }
    Files.writeString(folder.resolve("tumour-in-time.csv"), csv);
    return track;
  }

  private void writeLandmarks() throws IOException {
    StringBuilder csv = new StringBuilder("organ,landmark,phase_percent,x_mm,y_mm,z_mm\n");
    for (double phase : PHASES) {
      MotionState state = nominal.at(phase);
      append(csv, "lung", phase, phantom.lungLandmarks(state));
      append(csv, "liver", phase, phantom.liverLandmarks(state));
    }
    Files.writeString(folder.resolve("landmarks.csv"), csv);
  }

  private static void append(
      StringBuilder csv, String organ, double phase, List<Vector3> landmarks) {
    for (int i = 0; i < landmarks.size(); i++) {
      csv.append(String.format(Locale.ROOT, "%s,%d,%.0f", organ, i + 1, phase))
          .append(point(landmarks.get(i)));
    }
  }

  private static String point(Vector3 point) {
    return String.format(Locale.ROOT, ",%.4f,%.4f,%.4f\n", point.x(), point.y(), point.z());
  }

  private List<PhantomSummary.Phase> writePhases(Progress progress) throws IOException {
    List<PhantomSummary.Phase> phases = new ArrayList<>();
    StringBuilder csv = new StringBuilder("phase_percent,amplitude,lagged,x_mm,y_mm,z_mm\n");
    for (double phase : PHASES) {
      progress.report("writing the truth", phases.size(), PHASES.size() + 2L);
      MotionState state = nominal.at(phase);
      Vector3 centre = tumour(state);
      @Nullable Double lungsMl =
          labelled().contains(phase)
              ? writeLabels(String.format(Locale.ROOT, "labels-%02.0f.mha", phase), state)
              : null;
      csv.append(
              String.format(
                  Locale.ROOT, "%.0f,%.5f,%.5f", phase, state.amplitude(), state.lagged()))
          .append(point(centre));
      phases.add(new PhantomSummary.Phase(phase, state.amplitude(), centre, lungsMl));
    }
    Files.writeString(folder.resolve("tumour-by-phase.csv"), csv);
    progress.report("writing the truth", PHASES.size(), PHASES.size() + 2L);
    writeLabels("labels-end-exhale.mha", MotionState.REFERENCE);
    return phases;
  }

  /** Writes a label volume, and says how much lung is in it. */
  private double writeLabels(String name, MotionState state) throws IOException {
    ShortVolume labels = phantom.labels(grid(protocol.geometry()), state);
    VolumeFiles.write(labels, folder.resolve(name));
    long lung = 0;
    for (short label : labels.values()) {
      lung += label == Organ.LEFT_LUNG.label() || label == Organ.RIGHT_LUNG.label() ? 1 : 0;
    }
    return lung * labels.grid().voxelVolumeMm3() / 1000;
  }

  private void writeDisplacements(Progress progress) throws IOException {
    progress.report("writing the truth", PHASES.size() + 1L, PHASES.size() + 2L);
    SliceGeometry fine = protocol.geometry();
    int every = Math.ceilDiv(fine.columns(), DISPLACEMENT_COLUMNS);
    SliceGeometry coarse =
        CineProtocol.square(fine.columns() / every, fine.columnSpacingMm() * every);
    DisplacementField u = phantom.displacements(grid(coarse), nominal.at(50), nominal.at(0));
    DisplacementFieldFiles.write(u, folder.resolve("displacement-50-to-00.mha"));
    progress.report("writing the truth", PHASES.size() + 2L, PHASES.size() + 2L);
  }

  private Grid grid(SliceGeometry geometry) {
    return geometry.stack(protocol.firstPositionMm(), protocol.sliceMm(), protocol.slices());
  }
}
