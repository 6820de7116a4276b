package org.breathline.study.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.breathline.core.field.format.DisplacementFieldFiles;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.format.VxpWriter;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.TimedScan;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.PhaseStack;
import org.breathline.exchange.ct.UnsortedScan;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.output.Json;
import org.breathline.study.phantom.PhantomRequest.Size;
import org.breathline.study.report.Schemas;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A phantom far smaller than {@code --size small}, made once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MakePhantomTest {

  private static final CineProtocol TINY =
      new CineProtocol(CineProtocol.square(32, 12.8), 30, 5, 2, 4, 0.5, 0.5, 8, 1.4, 2);

  private final Path made;
  private final PhantomSummary summary;

  MakePhantomTest(@TempDir Path folder) throws IOException, InputException {
    made = folder.resolve("made");
    summary = make(Optional.empty(), made, Progress.SILENT);
  }

  private static PhantomSummary make(Optional<TraceRequest> trace, Path out, Progress progress)
      throws IOException, InputException {
    return MakePhantom.run(
        new PhantomRequest(Size.SMALL, TumourSite.LUNG, 7, trace), TINY, out, progress);
  }

  private List<CtSlice> slices(String folder) throws IOException {
    CtFolder.Contents contents = CtFolder.read(made.resolve(folder), Progress.SILENT);
    assertThat(contents.damaged()).isEmpty();
    return contents.slices();
  }

  private static TraceRequest regularTrace(Path file, double durationS) throws IOException {
    BreathingTrace trace =
        SyntheticBreathing.regular(BreathShape.QUIET, durationS).record(Recorder.PERFECT);
    VxpWriter.write(BreathDetector.detect(trace), file);
    return TraceRequest.of(file);
  }

  @Test
  void theScanReadsBackWithTheSimulatorsTimesAndPlaces() throws IOException {
    UnsortedScan unsorted = UnsortedScan.assemble(slices("scan"));
    assertThat(unsorted.findings()).isEmpty();
    TimedScan scan = unsorted.scan().orElseThrow();
    PhantomSummary.Protocol protocol = summary.protocol();
    assertThat(scan.rotationS()).isEqualTo(TINY.rotationS());
    assertThat(scan.sliceSpacingMm()).isEqualTo(5);
    assertThat(scan.geometry()).isEqualTo(TINY.geometry());
    assertThat(scan.couchPositions()).hasSize(4);
    double firstS = scan.couchPositions().getFirst().acquisitions().getFirst().midTimeS();
    CineProtocol used =
        TINY.withAcquisitions(protocol.acquisitionsPerPosition())
            .startingAt(protocol.beamOnFromS());
    for (int stop = 0; stop < 4; stop++) {
      CouchPosition couch = scan.couchPositions().get(stop);
      assertThat(couch.acquisitions()).hasSize(used.acquisitions());
      assertThat(couch.positionMm(0)).isEqualTo(30 + 10 * stop);
      for (int a = 0; a < used.acquisitions(); a++) {
        // DICOM times are kept to a microsecond
        assertThat(couch.acquisitions().get(a).midTimeS() - firstS)
            .isCloseTo(used.beamStartS(stop) - used.startS() + a * used.intervalS(), within(3e-6));
      }
    }
  }

  @Test
  void theTraceIsThatOfTheScan() throws IOException, InputException {
    LoadedTrace loaded = LoadedTrace.load(TraceRequest.of(made.resolve("trace.vxp")));
    BreathingTrace trace = loaded.interpretation().trace();
    assertThat(loaded.interpretation().inverted()).isFalse();
    BeamIntervals beam = BeamIntervals.of(trace).orElseThrow();
    assertThat(beam.intervals()).hasSize(4);
    // an edge lies between two samples at 25 Hz
    assertThat(beam.intervals().getFirst().startS())
        .isCloseTo(summary.protocol().beamOnFromS(), within(0.025));
    assertThat(beam.intervals().getLast().endS())
        .isCloseTo(summary.protocol().beamOnToS(), within(0.025));
    CtSlice slice = slices("scan").getFirst();
    assertThat(trace.origin().patientId()).isEqualTo(slice.patientId());
    assertThat(trace.origin().date()).isEqualTo(slice.acquisitionDate());
  }

  @Test
  void thePlanningCtIsOneVolumeInTheSameFrameOfReference() throws IOException {
    List<CtSlice> planning = slices("planning");
    assertThat(PhaseStack.of(planning, "planning").grid())
        .isEqualTo(TINY.geometry().stack(30, 5, 8));
    CtSlice scan = slices("scan").getFirst();
    assertThat(planning)
        .allSatisfy(slice -> {
          assertThat(slice.frameOfReferenceUid()).isEqualTo(scan.frameOfReferenceUid());
          assertThat(slice.seriesUid()).isNotEqualTo(scan.seriesUid());
        });
  }

  @Test
  void theTruthIsThere() throws IOException {
    Volume labels = VolumeFiles.read(made.resolve("truth/labels-50.mha"));
    assertThat(labels.grid()).isEqualTo(TINY.geometry().stack(30, 5, 8));
    Path track = made.resolve("truth/tumour-in-time.csv");
    double spanS = summary.protocol().beamOnToS() - summary.protocol().beamOnFromS();
    assertThat(Files.readAllLines(track).size() - 1).isCloseTo((int) (25 * spanS), within(2));
    assertThat(Files.readAllLines(made.resolve("truth/tumour-by-phase.csv"))).hasSize(11);
    assertThat(summary.phases()).hasSize(10);
    // the lungs are the fuller the further the breath is in, and the tumour goes down with them
    var full = summary.phases().getFirst();
    var empty = summary.phases().get(6);
    assertThat(full.amplitude()).isGreaterThan(empty.amplitude() + 0.8);
    assertThat(full.tumour().z()).isLessThan(empty.tumour().z() - 3);
    var u = DisplacementFieldFiles.read(made.resolve("truth/displacement-50-to-00.mha"));
    var from = u.grid().index(summary.phases().get(5).tumour());
    int voxel =
        u.grid()
            .offset(
                (int) Math.round(from.x()), (int) Math.round(from.y()), (int) Math.round(from.z()));
    assertThat(labels.at(voxel)).isEqualTo(Organ.TUMOUR.label());
    // inside the ball the field is the ball's own
    assertThat(u.at(voxel).minus(full.tumour().minus(summary.phases().get(5).tumour())).length())
        .isCloseTo(0, within(1e-3));
    assertThat(made.resolve("truth/README.txt")).content().contains("19  tumour");
  }

  @Test
  void theSameRequestGivesTheSameFiles(@TempDir Path folder) throws IOException, InputException {
    Path again = folder.resolve("again");
    make(Optional.empty(), again, Progress.SILENT);
    for (String file :
        List.of(
            "scan/slice-00017.dcm", "planning/slice-00003.dcm", "trace.vxp", "breathline.json")) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(made.resolve(file));
    }
  }

  @Test
  void theSummaryIsWhatItsSchemaSays() throws IOException {
    assertThat(Schemas.check("phantom", Json.text(summary))).isEmpty();
    assertThat(Schemas.check("phantom", Files.readString(made.resolve("phantom.json")))).isEmpty();
    assertThat(Schemas.check("phantom", Json.text(summary).replace("\"lung\"", "\"knee\"")))
        .isNotEmpty();
  }

  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNoError() {
    for (String file : List.of("scan/slice-00017.dcm", "planning/slice-00003.dcm")) {
      String said = Tool.run(List.of("dciodvfy", made.resolve(file).toString()), 60).output();
      assertThat(said).contains("CTImage").doesNotContain("Error");
    }
  }

  @Test
  void aShortTraceIsScannedInWiderSlabs(@TempDir Path folder) throws IOException, InputException {
    PhantomSummary wide =
        make(
            Optional.of(regularTrace(folder.resolve("short.vxp"), 24)),
            folder.resolve("out"),
            Progress.SILENT);
    assertThat(wide.protocol().slicesPerPosition()).isEqualTo(4);
    assertThat(wide.protocol().couchPositions()).isEqualTo(2);
    assertThat(wide.warnings()).isEmpty();
  }

  @Test
  void aTraceThatIsMuchTooShortIsRefused(@TempDir Path folder) throws IOException {
    TraceRequest trace = regularTrace(folder.resolve("short.vxp"), 9);
    Path out = folder.resolve("out");
    assertThatThrownBy(() -> make(Optional.of(trace), out, Progress.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("too short");
    assertThat(out).doesNotExist();
  }

  @Test
  void theTraceThatIsReadIsNotReplaced() {
    TraceRequest own = TraceRequest.of(made.resolve("trace.vxp"));
    assertThatThrownBy(() -> make(Optional.of(own), made, Progress.SILENT))
        .isInstanceOf(UsageException.class);
    assertThat(own.file()).exists();
  }

  @Test
  void cancellingLeavesNothingBehind(@TempDir Path folder) throws IOException {
    Progress impatient =
        (stage, done, total) -> {
          if (done > 5) {
            throw new CancellationException();
          }
        };
    assertThatThrownBy(() -> make(Optional.empty(), folder.resolve("out"), impatient))
        .isInstanceOf(CancellationException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
