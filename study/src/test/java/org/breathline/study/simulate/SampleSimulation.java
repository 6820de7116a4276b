package org.breathline.study.simulate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.recording.SignalColumn;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.TimedSlice;
import org.breathline.core.scan.clock.ClockAlignment;
import org.breathline.core.scan.clock.ClockEstimate;
import org.breathline.core.scan.clock.ClockVerdict;
import org.breathline.core.scan.clock.PositionShift;
import org.breathline.core.sorting.ScanSorter;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.core.sorting.SortingRequest;
import org.breathline.core.sorting.border.BorderScore;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.BreathingResult;
import org.breathline.study.report.CutGatherer;
import org.breathline.study.report.CutPlanes;
import org.breathline.study.report.FindingNotices;
import org.breathline.study.report.SortingResult;
import org.breathline.study.simulate.SimulationResult.Identity;
import org.breathline.study.simulate.SimulationResult.Phase;
import org.breathline.study.simulate.SimulationResult.Projection;

/** A small simulation: regular breathing, five couch positions, one of them with gaps. */
final class SampleSimulation {

  static final String PATIENT = "SECRET-7";
  private static final Instant CREATED = Instant.parse("2026-02-03T04:05:06Z");
  private static final int SIZE = 12;
  private static final int POSITIONS = 5;

  private SampleSimulation() {}

  static SimulationResult result() {
    BreathingResult breathing = breathing();
    TimedScan scan = scan();
    SortedScan sorted =
        ScanSorter.sort(
            scan,
            breathing.cycles(),
            ClockCorrection.ofOffset(10),
            SortingRequest.around(SortingMethod.PHASE, 10));
    List<BorderScore> borders = new ArrayList<>();
    for (int bin = 0; bin < 10; bin++) {
      borders.add(new BorderScore(0, bin, 0.98, 0.99, 0.3 * bin));
      borders.add(new BorderScore(1, bin, Double.NaN, Double.NaN, Double.NaN));
    }
    Grid grid = scan.geometry().stack(0, 3, 2 * POSITIONS);
    List<Phase> phases = new ArrayList<>();
    for (int bin = 0; bin < 10; bin++) {
      CutGatherer cuts = cuts(grid, bin);
      phases.add(
          new Phase(
              10 * bin + " %",
              cuts.coronal(),
              cuts.sagittal(),
              OptionalDouble.of(5000 + 200 * Math.cos(bin * Math.PI / 5))));
    }
    CutGatherer mip = cuts(grid, 0);
    return new SimulationResult(
        provenance("simulate"),
        CREATED,
        new Identity(Optional.of(PATIENT), Optional.of(LocalDate.of(2026, 2, 3))),
        grid,
        Optional.of(breathing),
        Optional.of(new SortingResult(sorted, Optional.of(clock()), borders)),
        phases,
        List.of(new Projection("MIP", mip.coronal(), mip.sagittal())),
        Optional.empty(),
        List.of(
            FindingNotices.of(new ScanFinding.ShortCine(2, POSITIONS, 3.0, 4.0, 0.5)),
            FindingNotices.of(clock().verdict())));
  }

  /** A 4DCT that the scanner sorted: no trace, no sorting, nothing measured. */
  static SimulationResult imported() {
    SimulationResult full = result();
    return new SimulationResult(
        full.provenance(),
        CREATED,
        new Identity(Optional.empty(), Optional.empty()),
        full.grid(),
        Optional.empty(),
        Optional.empty(),
        full.phases().stream()
            .map(p -> new Phase(p.label(), p.coronal(), p.sagittal(), OptionalDouble.empty()))
            .toList(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  static Provenance provenance(String verb) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("bins", 10);
    parameters.put("by", "phase");
    return Provenance.of(
        verb, parameters, List.of(new Provenance.Input("scan", 80, "0123456789abcdef".repeat(4))));
  }

  static BreathingResult breathing() {
    int samples = 1500;
    double[] times = new double[samples];
    double[] amplitudes = new double[samples];
    double[] beam = new double[samples];
    BreathingTrace.Validity[] validities = new BreathingTrace.Validity[samples];
    Arrays.fill(validities, BreathingTrace.Validity.VALID);
    for (int i = 0; i < samples; i++) {
      times[i] = i * 0.04;
      // Long at the end of exhalation, as people breathe.
      amplitudes[i] = 10 * Math.pow(Math.cos(Math.PI * times[i] / 4), 4);
      beam[i] = times[i] > 10 && times[i] < 50 ? 1 : 0;
    }
    TraceRecording recording =
        new TraceRecording(
            times,
            amplitudes,
            validities,
            BreathingTrace.Unit.MILLIMETRE,
            new BreathingTrace.Origin(Optional.of(PATIENT), Optional.empty(), "CSV"),
            List.of(new SignalColumn("ttlout", beam)),
            List.of(),
            List.of());
    TraceInterpretation interpretation =
        TraceInterpretation.of(
            recording, TraceOptions.DETECT.withPolarity(TraceOptions.Polarity.AS_RECORDED));
    BreathingCycles cycles = BreathDetector.detect(interpretation.trace());
    return new BreathingResult(interpretation, cycles);
  }

  private static TimedScan scan() {
    List<CouchPosition> positions = new ArrayList<>();
    int image = 0;
    for (int p = 0; p < POSITIONS; p++) {
      List<CouchPosition.Acquisition> acquisitions = new ArrayList<>();
      // The third position is scanned for half a breath only, which leaves gaps.
      for (int a = 0; a < (p == 2 ? 4 : 9); a++) {
        double timeS = 8 * p + 0.5 * a + 0.25;
        acquisitions.add(
            new CouchPosition.Acquisition(
                timeS,
                List.of(
                    new TimedSlice(image++, 6 * p, timeS),
                    new TimedSlice(image++, 6 * p + 3, timeS))));
      }
      positions.add(new CouchPosition(acquisitions));
    }
    SliceGeometry geometry = new SliceGeometry(SIZE, SIZE, 4, 4, Vector3.ZERO, Orientation.AXIAL);
    return new TimedScan(geometry, 3, 0.5, positions);
  }

  private static CutGatherer cuts(Grid grid, int seed) {
    CutGatherer cuts = new CutGatherer(grid, CutPlanes.middle(grid));
    for (int k = 0; k < grid.nz(); k++) {
      short[] slice = new short[grid.sliceSize()];
      Arrays.fill(slice, (short) (-900 + 60 * k + 10 * seed));
      cuts.accept(k, slice);
    }
    return cuts;
  }

  private static ClockAlignment clock() {
    List<PositionShift> shifts = new ArrayList<>();
    for (int p = 0; p < POSITIONS; p++) {
      boolean used = p != 2;
      double uncertainty = used ? 0.02 : Double.POSITIVE_INFINITY;
      shifts.add(new PositionShift(p, 8 * p + 2, 0.3 + 0.01 * p, uncertainty, 0.9, used));
    }
    ClockCorrection found = new ClockCorrection(18, 10.32, 1.001);
    ClockEstimate estimate = new ClockEstimate(found, 0.32, 0.01, 0.1, 0.02, 0.02, 0.4, shifts);
    return new ClockAlignment(
        ClockCorrection.ofOffset(10), new ClockVerdict.Corrected(estimate), found);
  }
}
