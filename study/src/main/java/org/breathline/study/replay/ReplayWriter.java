package org.breathline.study.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.breathline.core.motion.PhaseInterpolation;
import org.breathline.core.progress.InParallel;
import org.breathline.core.progress.Progress;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.CtSliceFile;
import org.breathline.exchange.ct.DerivedHeader;
import org.breathline.exchange.ct.PhaseStack;
import org.breathline.exchange.ct.SeriesLabel;
import org.breathline.exchange.ct.SourceSlice;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.SortedSource;

/** Writes the slices of one replay. */
final class ReplayWriter {

  private static final int SERIES_NUMBER = 4000;
  private static final double DAY_S = 86_400;

  private final SortedSource phases;
  private final Optional<PhaseInterpolation> interpolation;
  private final BreathingCycles cycles;
  private final ReplayPlan plan;
  private final Provenance provenance;
  private final Path folder;
  private final SeriesLabel label;
  private final LocalDate date;
  private final double dayTimeOfTraceZeroS;

  /**
   * Prepares.
   *
   * @param interpolation renders the slices; without it real ones are taken
   * @param folder receives the scan
   */
  ReplayWriter(
      SortedSource phases,
      Optional<PhaseInterpolation> interpolation,
      BreathingCycles cycles,
      ReplayPlan plan,
      Provenance provenance,
      Path folder) {
    this.phases = phases;
    this.interpolation = interpolation;
    this.cycles = cycles;
    this.plan = plan;
    this.provenance = provenance;
    this.folder = folder;
    String digests =
        provenance.inputs().stream().map(Provenance.Input::sha256).reduce("", String::concat);
    this.label =
        new SeriesLabel(
            Uid.fromName("org.breathline.replay " + digests + provenance.parameters()),
            SERIES_NUMBER,
            "4DCT cine, unsorted",
            List.of("ORIGINAL", "PRIMARY", "AXIAL"),
            OptionalDouble.empty(),
            0,
            0,
            interpolation.isPresent()
                ? "Replayed: interpolated between two sorted phases, along displacement fields, at the"
                    + " time of a breathing trace"
                : "Replayed: slice of a sorted phase at the time of a breathing trace; pixels"
                    + " unchanged",
            "breathline %s replay %s".formatted(provenance.version(), provenance.parameters()));
    CtSlice first = phases.allSlices().getFirst();
    this.date = first.acquisitionDate().orElse(LocalDate.of(2000, 1, 1));
    // The scan begins when the source began, if it then ends on the same day.
    double began = first.timing().map(t -> t.midTimeS() % DAY_S).orElse(DAY_S / 2);
    double beginS = Math.min(Math.max(began, 0), DAY_S - plan.window().durationS() - 1);
    this.dayTimeOfTraceZeroS = beginS - plan.window().startS();
  }

  ReplaySummary write(Path out, Progress progress) throws IOException {
    List<ReplaySummary.Acquisition> acquisitions = new ArrayList<>();
    int bridged = 0;
    for (int stop = 0; stop < plan.couchPositions(); stop++) {
      for (int a = 0; a < plan.acquisitions(); a++) {
        double midS = plan.beginS(stop, a) + plan.rotationS() / 2;
        double phase = cycles.phasePercentAt(midS);
        if (Double.isNaN(phase)) {
          bridged++;
          phase = phaseOfNearestBreath(midS);
        }
        acquisitions.add(
            new ReplaySummary.Acquisition(
                stop, midS, phase, interpolation.isPresent() ? phase : phases.nearest(phase)));
      }
    }
    InParallel.map(
        IntStream.range(0, acquisitions.size()).boxed().toList(),
        number -> {
          writeAcquisition(number, acquisitions.get(number));
          return number;
        },
        "writing slices",
        progress);
    List<String> warnings = new ArrayList<>();
    if (plan.shortened()) {
      warnings.add("The trace is too short to image every couch position for the longest breath.");
    }
    if (bridged > 0) {
      warnings.add(
          "%d of %d acquisitions lie in no breath of the trace; they show the nearest breath's end."
              .formatted(bridged, acquisitions.size()));
    }
    return new ReplaySummary(
        out.toString(),
        phases.percents(),
        plan.couchPositions(),
        plan.slicesPerPosition(),
        plan.rotationS(),
        plan.window().startS() - cycles.trace().startS(),
        plan.window().endS() - cycles.trace().startS(),
        acquisitions.stream().map(this::fromTraceStart).toList(),
        warnings,
        provenance);
  }

  /** Times are shown from the start of the recording, as {@code trace} shows them. */
  private ReplaySummary.Acquisition fromTraceStart(ReplaySummary.Acquisition taken) {
    return new ReplaySummary.Acquisition(
        taken.couchPosition(),
        taken.traceTimeS() - cycles.trace().startS(),
        taken.tracePhasePercent(),
        taken.takenPhasePercent());
  }

  /** 0 % at either end of a breath: outside all breaths the nearest end is one of inhalation. */
  private double phaseOfNearestBreath(double timeS) {
    Breath nearest = cycles.breaths().getFirst();
    for (Breath breath : cycles.breaths()) {
      if (distance(breath, timeS) < distance(nearest, timeS)) {
        nearest = breath;
      }
    }
    return cycles.phasePercentAt(
        Math.clamp(timeS, nearest.startS(), Math.nextDown(nearest.endS())));
  }

  private static double distance(Breath breath, double timeS) {
    return Math.max(breath.startS() - timeS, timeS - breath.endS());
  }

  private void writeAcquisition(int number, ReplaySummary.Acquisition acquisition)
      throws IOException {
    PhaseStack stack = phases.stack(phases.nearest(acquisition.takenPhasePercent()));
    Optional<PhaseInterpolation.Moment> moment =
        interpolation.map(i -> i.at(acquisition.takenPhasePercent()));
    short[] hu = new short[phases.grid().sliceSize()];
    int first = acquisition.couchPosition() * plan.slicesPerPosition();
    int end = Math.min(first + plan.slicesPerPosition(), phases.grid().nz());
    double beginS = acquisition.traceTimeS() - plan.rotationS() / 2 + dayTimeOfTraceZeroS;
    for (int k = first; k < end; k++) {
      CtSlice slice = stack.slices().get(k);
      SourceSlice source = SourceSlice.open(slice);
      int instance = number * plan.slicesPerPosition() + (k - first) + 1;
      Dataset header =
          DerivedHeader.compose(source.header(), label, instance, List.of(slice.sopInstanceUid()));
      header.setString(Tag.ACQUISITION_DATE, DicomDate.format(date));
      header.setString(Tag.ACQUISITION_TIME, DicomTime.format(beginS));
      header.setString(Tag.CONTENT_DATE, DicomDate.format(date));
      header.setString(Tag.CONTENT_TIME, DicomTime.format(beginS + plan.rotationS()));
      header.remove(Tag.ACQUISITION_DATE_TIME);
      header.setInteger(Tag.ACQUISITION_NUMBER, number + 1);
      header.setDecimal(Tag.REVOLUTION_TIME, plan.rotationS());
      Path file = folder.resolve(String.format(Locale.ROOT, "slice-%05d.dcm", instance));
      if (moment.isPresent()) {
        moment.get().slice(k, hu);
        CtSliceFile.writeHu(file, header, hu);
      } else {
        CtSliceFile.write(file, header, source.pixels());
      }
    }
  }
}
