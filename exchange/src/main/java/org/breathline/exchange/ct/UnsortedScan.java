package org.breathline.exchange.ct;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.scan.ScanAssembler;
import org.breathline.core.scan.ScanAssembly;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.ScannedSlice;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.TimedSlice;

/**
 * Unmarked CT slices put together to a scan with times, counted from the middle of the first
 * acquisition. {@link TimedSlice#image()} is the number in {@code slices}.
 *
 * @param slices as they were given
 * @param scan the scan; empty if a finding refuses it
 * @param findings what was found, refusals first
 * @param clock where the times were found
 */
public record UnsortedScan(
    List<CtSlice> slices,
    Optional<TimedScan> scan,
    List<ScanFinding> findings,
    SliceTiming.Clock clock) {

  /** Copies the lists. */
  public UnsortedScan {
    slices = List.copyOf(slices);
    findings = List.copyOf(findings);
  }

  /**
   * Assembles a scan. Times count only if all slices have them from one clock; the most trusted
   * clock that all share is taken, and without one the slices are of no use for sorting.
   */
  public static UnsortedScan assemble(List<CtSlice> slices) {
    Map<SliceTiming.Clock, Integer> clocks = new EnumMap<>(SliceTiming.Clock.class);
    double rotationS = 0;
    double firstS =
        slices.stream()
            .flatMap(s -> s.timing().stream())
            .mapToDouble(SliceTiming::midTimeS)
            .min()
            .orElse(0);
    List<ScannedSlice> scanned = new ArrayList<>();
    for (int i = 0; i < slices.size(); i++) {
      CtSlice slice = slices.get(i);
      Optional<SliceTiming> timing = slice.timing();
      timing.ifPresent(t -> clocks.merge(t.clock(), 1, Integer::sum));
      rotationS = Math.max(rotationS, timing.map(SliceTiming::rotationS).orElse(0.0));
      scanned.add(
          new ScannedSlice(
              new TimedSlice(
                  i, slice.positionMm(), timing.map(t -> t.midTimeS() - firstS).orElse(0.0)),
              slice.geometry()));
    }
    SliceTiming.Clock clock =
        clocks.isEmpty() ? SliceTiming.Clock.CONTENT_TIME : clocks.keySet().iterator().next();
    ScanAssembly assembly = ScanAssembler.assemble(scanned, rotationS);
    List<ScanFinding> findings = new ArrayList<>(assembly.findings());
    int timed = clocks.getOrDefault(clock, 0);
    if (timed < slices.size()) {
      findings.addFirst(new ScanFinding.UntimedSlices(slices.size() - timed, slices.size()));
      return new UnsortedScan(slices, Optional.empty(), findings, clock);
    }
    return new UnsortedScan(slices, assembly.scan(), findings, clock);
  }

  /** Whether every position was imaged once only: an ordinary CT. */
  public boolean isSingleVolume() {
    return findings.stream().anyMatch(f -> f instanceof ScanFinding.SingleAcquisition);
  }
}
