package org.breathline.study.phantom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.scan.BreathingChecks;
import org.breathline.study.InputException;

/**
 * Where along a trace a cine scan is taken. Every stop should last for the longest breath and a
 * rotation. Where the trace is too short for that, more slices are imaged together, and if that
 * does not help either, the stops become shorter, down to the median breath.
 *
 * @param protocol the scan, placed where breaths are
 * @param shortened whether the stops are shorter than the longest breath asks for
 */
record ScanPlacement(CineProtocol protocol, boolean shortened) {

  /** 40 mm of detector with slices of 2.5 mm. */
  private static final int MOST_SLICES = 16;

  static ScanPlacement of(CineProtocol wanted, BreathingCycles cycles) throws InputException {
    TimeInterval breathing =
        new TimeInterval(cycles.breaths().getFirst().startS(), cycles.breaths().getLast().endS());
    CineProtocol widest = wanted;
    for (int slab = wanted.slicesPerPosition(); slab <= MOST_SLICES; slab++) {
      if (wanted.slices() % slab == 0) {
        widest = wanted.withSlab(slab);
        CineProtocol covering = widest.covering(cycles);
        if (covering.durationS() <= breathing.durationS()) {
          return new ScanPlacement(placed(covering, cycles, breathing), false);
        }
      }
    }
    CineProtocol shorter = widest.withAcquisitions(possible(widest, breathing));
    if (shorter.durationS() > breathing.durationS()
        || shorter.beamS() < medianPeriodS(cycles) + shorter.rotationS()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "The trace is too short to scan along: its breaths cover %.0f s, and %d couch"
                  + " positions with a breath of %.1f s each do not fit in.",
              breathing.durationS(),
              widest.couchPositions(),
              medianPeriodS(cycles)));
    }
    return new ScanPlacement(placed(shorter, cycles, breathing), true);
  }

  private static int possible(CineProtocol protocol, TimeInterval breathing) {
    int stops = protocol.couchPositions();
    double beamS = (breathing.durationS() - (stops - 1) * protocol.travelS()) / stops;
    return Math.max(1, 1 + (int) Math.floor((beamS - protocol.rotationS()) / protocol.intervalS()));
  }

  static double medianPeriodS(BreathingCycles cycles) {
    double[] sorted = cycles.breaths().stream().mapToDouble(Breath::periodS).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  /** From where on the scan meets breaths all the time, at best where the trace's own beam was. */
  private static CineProtocol placed(
      CineProtocol protocol, BreathingCycles cycles, TimeInterval breathing) {
    double latest = breathing.endS() - protocol.durationS();
    List<Double> starts = new ArrayList<>();
    Optional<TimeInterval> beam = BeamIntervals.of(cycles.trace()).flatMap(BeamIntervals::span);
    beam.ifPresent(b -> starts.add(Math.clamp(b.startS(), breathing.startS(), latest)));
    starts.add(Math.clamp(protocol.startS(), breathing.startS(), latest));
    cycles.breaths().stream().map(Breath::startS).filter(s -> s <= latest).forEach(starts::add);
    double best =
        starts.stream()
            .min(Comparator.comparingDouble(s -> -breathedS(cycles, s, s + protocol.durationS())))
            .orElseThrow();
    return protocol.startingAt(best);
  }

  /** How much of a time lies in breaths, to a millisecond so that rounding decides nothing. */
  private static double breathedS(BreathingCycles cycles, double fromS, double toS) {
    double sum = 0;
    for (Breath breath : cycles.breaths()) {
      sum += Math.max(0, Math.min(toS, breath.endS()) - Math.max(fromS, breath.startS()));
    }
    return Math.rint(1000 * sum);
  }

  /** What a person should know of it. */
  List<String> warnings(BreathingCycles cycles) {
    return shortened
        ? List.of(
            String.format(
                Locale.ROOT,
                "The trace is too short to image every couch position for its longest breath of"
                    + " %.1f s; it is done for %.1f s.",
                BreathingChecks.longestBreathS(cycles),
                protocol.beamS()))
        : List.of();
  }
}
