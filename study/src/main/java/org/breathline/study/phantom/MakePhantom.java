package org.breathline.study.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.CineSimulator;
import org.breathline.core.phantom.CineSimulator.CineScan;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.PhantomImaging;
import org.breathline.core.phantom.PlanningCt;
import org.breathline.core.phantom.Tumour;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.respiration.format.VxpWriter;
import org.breathline.study.InputException;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;

/**
 * Scans a digital phantom while it breathes, and writes what a simulation starts from (an unsorted
 * cine scan, a planning CT and the breathing trace) beside the truth that no patient's scan has.
 */
public final class MakePhantom {

  static final String SCAN = "scan";
  static final String PLANNING = "planning";
  static final String TRACE = "trace.vxp";
  static final String TRUTH = "truth";

  private static final double TUMOUR_MM = 25;

  private MakePhantom() {}

  /**
   * Makes a phantom.
   *
   * @param out receives {@code scan/}, {@code planning/}, {@code trace.vxp}, {@code truth/} and
   *     {@code phantom.json}
   * @throws InputException if the trace holds no breath or is too short
   * @throws IOException if something cannot be read or written; nothing is left half-written
   */
  public static PhantomSummary run(PhantomRequest request, Path out, Progress progress)
      throws IOException, InputException {
    return run(request, request.size().protocol(), out, progress);
  }

  /** As {@link #run(PhantomRequest, Path, Progress)} with another protocol than the size's. */
  static PhantomSummary run(
      PhantomRequest request, CineProtocol protocol, Path out, Progress progress)
      throws IOException, InputException {
    Path[] read = request.trace().stream().flatMap(t -> t.files().stream()).toArray(Path[]::new);
    try (OutputFolder folder = OutputFolder.create(out, read)) {
      PhantomBreathing breathing =
          request.trace().isPresent()
              ? PhantomBreathing.along(request.trace().get(), protocol)
              : PhantomBreathing.synthetic(protocol, request.seed());
      Provenance provenance = Provenance.of("phantom", request.parameters(), breathing.inputs());
      PhantomSummary summary =
          new Run(request, breathing, provenance, folder.staging()).write(out, progress);
      Json.write(summary, folder.staging().resolve("phantom.json"));
      Json.write(provenance, folder.staging().resolve(OutputFolder.MANIFEST));
      folder.commit();
      return summary;
    }
  }

  /** One phantom, scanned. */
  private static final class Run {

    private final PhantomBreathing breathing;
    private final CineProtocol protocol;
    private final Provenance provenance;
    private final Path folder;
    private final String patientId;
    private final Tumour tumour;
    private final Phantom phantom;
    private final ScanWriter writer;

    Run(PhantomRequest request, PhantomBreathing breathing, Provenance provenance, Path folder) {
      this.breathing = breathing;
      this.protocol = breathing.protocol();
      this.provenance = provenance;
      this.folder = folder;
      this.patientId = "PHANTOM-" + request.seed();
      this.tumour = new Tumour(request.tumour(), TUMOUR_MM);
      this.phantom = new Phantom(request.seed(), MotionParameters.QUIET, Optional.of(tumour));
      String digests =
          provenance.inputs().stream().map(Provenance.Input::sha256).reduce("", String::concat);
      String run =
          "org.breathline.phantom %s%s %s".formatted(digests, provenance.parameters(), protocol);
      this.writer = new ScanWriter(run, patientId, protocol);
    }

    PhantomSummary write(Path out, Progress progress) throws IOException {
      CineScan cine =
          new CineSimulator(phantom, breathing.drive(), PhantomImaging.TYPICAL).scan(protocol);
      VxpWriter.write(
          breathing.recorded(cine.beam(), patientId, PhantomSeries.DATE), folder.resolve(TRACE));
      Path scan = Files.createDirectories(folder.resolve(SCAN));
      writer.writeCine(cine, scan, progress);
      Path planningFolder = Files.createDirectories(folder.resolve(PLANNING));
      PlanningCt planning = PlanningCt.like(protocol);
      writer.writePlanning(
          planning,
          planning.images(phantom, breathing.drive(), PhantomImaging.TYPICAL),
          planningFolder,
          progress);
      TimeInterval beam = cine.beam().span().orElseThrow();
      Path truth = Files.createDirectories(folder.resolve(TRUTH));
      TruthWriter.Result known = new TruthWriter(phantom, breathing, beam, truth).write(progress);
      return new PhantomSummary(
          out.toString(),
          protocol(beam),
          motion(),
          new PhantomSummary.TumourTruth(
              tumour.site().name().toLowerCase(Locale.ROOT),
              tumour.diameterMm(),
              tumour.referenceCentre(),
              known.leastMm(),
              known.mostMm()),
          known.phases(),
          new PhantomSummary.Files(
              SCAN, cine.scan().sliceCount(), PLANNING, planning.slices(), TRACE, TRUTH),
          breathing.warnings(),
          provenance);
    }

    private PhantomSummary.Protocol protocol(TimeInterval beam) {
      return new PhantomSummary.Protocol(
          protocol.geometry().columns(),
          protocol.geometry().rows(),
          protocol.geometry().columnSpacingMm(),
          protocol.sliceMm(),
          protocol.couchPositions(),
          protocol.slicesPerPosition(),
          protocol.acquisitions(),
          protocol.rotationS(),
          protocol.intervalS(),
          beam.startS(),
          beam.endS());
    }

    private PhantomSummary.Motion motion() {
      MotionParameters far = phantom.motion().parameters();
      return new PhantomSummary.Motion(
          far.domeMm(),
          far.chestApMm(),
          far.chestLrMm(),
          far.hysteresisApMm(),
          breathing.cycles().breaths().size(),
          ScanPlacement.medianPeriodS(breathing.cycles()));
    }
  }
}
