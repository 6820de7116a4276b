package org.breathline.core.scan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace.Origin;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.scan.CouchPosition.Acquisition;

/** Compares a scan with the breathing trace that belongs to it. */
public final class BreathingChecks {

  /** Beam-on may outlast the scan by this share, for scout views and the like. */
  private static final double BEAM_ON_LONGER = 1.1;

  /** Times are kept to a millisecond; sums of them round. */
  private static final double CLOCK_TICK_S = 1e-3;

  private BreathingChecks() {}

  /**
   * All checks of a scan against its trace.
   *
   * @param clock how the trace's clock reads at the scan's times
   * @param beamOn when the trace says that the beam was on, if it does
   */
  public static List<ScanFinding> check(
      TimedScan scan,
      BreathingCycles cycles,
      ClockCorrection clock,
      Optional<BeamIntervals> beamOn) {
    if (cycles.breaths().isEmpty()) {
      return List.of(new ScanFinding.NoBreath());
    }
    List<ScanFinding> findings = new ArrayList<>();
    checkDuration(scan, longestBreathS(cycles)).ifPresent(findings::add);
    checkCoverage(scan, cycles, clock).ifPresent(findings::add);
    beamOn.ifPresent(on -> checkBeam(scan, clock, on, findings));
    return findings;
  }

  /** The longest breath of a trace, seconds; 0 without breaths. */
  public static double longestBreathS(BreathingCycles cycles) {
    return cycles.breaths().stream().mapToDouble(Breath::periodS).max().orElse(0);
  }

  /**
   * Whether every couch position was scanned for at least the longest breath plus a rotation, so
   * that it holds every phase (Low et al., Med Phys 30, 2003; Pan et al., Med Phys 31, 2004).
   */
  public static Optional<ScanFinding> checkDuration(TimedScan scan, double longestBreathS) {
    double rotationS = scan.rotationS();
    double[] beamOnS =
        scan.couchPositions().stream().mapToDouble(c -> c.durationS() + rotationS).toArray();
    int tooShort = 0;
    double shortest = Double.POSITIVE_INFINITY;
    for (double duration : beamOnS) {
      shortest = Math.min(shortest, duration);
      tooShort += duration < longestBreathS + rotationS - CLOCK_TICK_S ? 1 : 0;
    }
    return tooShort == 0
        ? Optional.empty()
        : Optional.of(
            new ScanFinding.ShortCine(
                tooShort, beamOnS.length, shortest, longestBreathS, rotationS));
  }

  /**
   * Whether a helical scan's pitch covers the longest breath: pitch at most T_rot / (T + T_rot).
   */
  public static Optional<ScanFinding> checkPitch(
      double pitch, double rotationS, double longestBreathS) {
    double limit = rotationS / (longestBreathS + rotationS);
    return pitch <= limit
        ? Optional.empty()
        : Optional.of(new ScanFinding.PitchTooHigh(pitch, limit, longestBreathS));
  }

  /**
   * Whether trace and scan name the same patient and day. Values are compared, never shown; an
   * identifier counts as the same whatever its case, spaces and leading zeros.
   *
   * @param patientId the scan's, if it has one
   * @param date the day of the scan, if known
   */
  public static List<ScanFinding> checkIdentity(
      Origin trace, Optional<String> patientId, Optional<LocalDate> date) {
    List<ScanFinding> findings = new ArrayList<>();
    Optional<String> traceId = trace.patientId().map(BreathingChecks::plain);
    Optional<String> scanId = patientId.map(BreathingChecks::plain);
    if (traceId.isPresent()
        && scanId.isPresent()
        && !traceId.get().isEmpty()
        && !scanId.get().isEmpty()
        && !traceId.equals(scanId)) {
      findings.add(new ScanFinding.OtherPatient());
    }
    if (trace.date().isPresent() && date.isPresent()) {
      long days = Math.abs(ChronoUnit.DAYS.between(trace.date().get(), date.get()));
      if (days > 0) {
        findings.add(new ScanFinding.OtherDate(days));
      }
    }
    return findings;
  }

  private static String plain(String identifier) {
    return identifier.strip().toUpperCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
  }

  private static Optional<ScanFinding> checkCoverage(
      TimedScan scan, BreathingCycles cycles, ClockCorrection clock) {
    int without = 0;
    int total = 0;
    int emptyCouchPositions = 0;
    for (CouchPosition couchPosition : scan.couchPositions()) {
      int before = without;
      for (Acquisition acquisition : couchPosition.acquisitions()) {
        without += cycles.breathAt(clock.toTraceS(acquisition.midTimeS())) < 0 ? 1 : 0;
      }
      total += couchPosition.acquisitions().size();
      emptyCouchPositions += without - before == couchPosition.acquisitions().size() ? 1 : 0;
    }
    return without == 0
        ? Optional.empty()
        : Optional.of(new ScanFinding.TraceTooShort(without, total, emptyCouchPositions));
  }

  private static void checkBeam(
      TimedScan scan, ClockCorrection clock, BeamIntervals beamOn, List<ScanFinding> findings) {
    int outside = 0;
    int total = 0;
    for (CouchPosition couchPosition : scan.couchPositions()) {
      for (Acquisition acquisition : couchPosition.acquisitions()) {
        outside += beamOn.contains(clock.toTraceS(acquisition.midTimeS())) ? 0 : 1;
        total++;
      }
    }
    double scanS = scan.beamSpan().durationS();
    double beamOnS = beamOn.span().map(TimeInterval::durationS).orElse(0.0);
    if (outside > 0) {
      findings.add(new ScanFinding.BeamOffDuringScan(outside, total, beamOnS, scanS));
    }
    if (beamOnS > BEAM_ON_LONGER * scanS) {
      findings.add(new ScanFinding.BeamOnBeyondScan(beamOnS, scanS));
    }
  }
}
