package org.breathline.core.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.scan.CouchPosition.Acquisition;

/**
 * Puts slices in any order together to a {@link TimedScan}.
 *
 * <p>Neighbouring slice positions whose times coincide form one couch position: the slab of a cine
 * scan, or the whole volume of a wide detector swept repeatedly. Where a sweep takes every position
 * at a time of its own, every position is a couch position, with one acquisition a sweep.
 */
public final class ScanAssembler {

  /** Positions nearer than this are one; positions in files carry about three decimals. */
  static final double SAME_POSITION_MM = 0.02;

  /** Times nearer than this are one acquisition; a rotation takes at least 200 ms. */
  static final double SAME_TIME_S = 0.02;

  /** By how much of the spacing a slice may be off its even place. */
  static final double UNEVEN = 0.05;

  /** A gantry may be read as straight up to this angle. */
  static final double STRAIGHT_DEGREES = 0.5;

  private ScanAssembler() {}

  /**
   * Groups and checks slices.
   *
   * @param slices in any order
   * @param rotationS the rotation time, seconds
   * @return the scan with its findings; no scan if one of them refuses
   */
  public static ScanAssembly assemble(List<ScannedSlice> slices, double rotationS) {
    List<ScanFinding> findings = new ArrayList<>();
    if (slices.isEmpty()) {
      return new ScanAssembly(Optional.empty(), List.of(new ScanFinding.NoSlices()));
    }
    SliceGeometry geometry = commonGeometry(slices, findings);
    checkTilt(geometry, findings);
    List<PositionTimes> positions = PositionTimes.of(slices.stream().map(ScannedSlice::slice));
    double spacingMm = SliceSpacing.check(positions, findings);
    List<CouchPosition> couchPositions = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= positions.size(); next++) {
      if (next == positions.size()
          || !positions.get(next - 1).sharesTimesWith(positions.get(next))) {
        couchPositions.add(couchPosition(positions.subList(first, next), findings));
        first = next;
      }
    }
    if (couchPositions.stream().allMatch(c -> c.acquisitions().size() == 1)) {
      findings.add(new ScanFinding.SingleAcquisition());
    }
    MissingTimes.check(couchPositions, findings);
    findings.sort(Comparator.comparing(ScanFinding::severity));
    boolean refused = findings.stream().anyMatch(f -> f.severity() == Severity.REFUSE);
    return new ScanAssembly(
        refused
            ? Optional.empty()
            : Optional.of(new TimedScan(geometry, spacingMm, rotationS, couchPositions)),
        findings);
  }

  private static CouchPosition couchPosition(List<PositionTimes> slab, List<ScanFinding> findings) {
    List<TimedSlice> all = slab.stream().flatMap(p -> p.slices().stream()).toList();
    List<Acquisition> acquisitions = new ArrayList<>();
    for (List<TimedSlice> together : PositionTimes.byTime(all)) {
      double timeS = together.getFirst().midTimeS();
      List<TimedSlice> ordered = new ArrayList<>();
      for (PositionTimes position : slab) {
        List<TimedSlice> here = together.stream().filter(position::holds).toList();
        if (here.isEmpty()) {
          findings.add(new ScanFinding.MissingSlice(position.positionMm(), timeS));
        } else {
          ordered.add(here.getFirst());
        }
        if (here.size() > 1) {
          findings.add(new ScanFinding.DoubledSlice(position.positionMm(), timeS, here.size()));
        }
      }
      acquisitions.add(new Acquisition(timeS, ordered));
    }
    return new CouchPosition(acquisitions);
  }

  private static SliceGeometry commonGeometry(
      List<ScannedSlice> slices, List<ScanFinding> findings) {
    Map<SliceGeometry, Integer> counts = new HashMap<>();
    slices.forEach(s -> counts.merge(s.geometry(), 1, Integer::sum));
    SliceGeometry common =
        slices.stream()
            .map(ScannedSlice::geometry)
            .max(Comparator.comparing(counts::get))
            .orElseThrow();
    int different = 0;
    Optional<String> what = Optional.empty();
    for (Map.Entry<SliceGeometry, Integer> entry : counts.entrySet()) {
      Optional<String> difference = difference(common, entry.getKey());
      if (difference.isPresent()) {
        different += entry.getValue();
        what = what.or(() -> difference);
      }
    }
    if (different > 0) {
      findings.add(new ScanFinding.MixedGeometry(different, slices.size(), what.orElseThrow()));
    }
    return common;
  }

  private static Optional<String> difference(SliceGeometry a, SliceGeometry b) {
    if (a.columns() != b.columns() || a.rows() != b.rows()) {
      return Optional.of(
          "%d x %d pixels, not %d x %d".formatted(b.columns(), b.rows(), a.columns(), a.rows()));
    }
    if (Math.abs(a.columnSpacingMm() - b.columnSpacingMm()) > 1e-4
        || Math.abs(a.rowSpacingMm() - b.rowSpacingMm()) > 1e-4) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "pixels of %.4f x %.4f mm, not %.4f x %.4f mm",
              b.columnSpacingMm(),
              b.rowSpacingMm(),
              a.columnSpacingMm(),
              a.rowSpacingMm()));
    }
    double turned =
        a.orientation().row().minus(b.orientation().row()).length()
            + a.orientation().column().minus(b.orientation().column()).length();
    if (turned > 1e-3) {
      return Optional.of("another orientation");
    }
    double movedMm = a.inPlaneOrigin().minus(b.inPlaneOrigin()).length();
    return movedMm > SAME_POSITION_MM
        ? Optional.of(String.format(Locale.ROOT, "moved in the plane by %.2f mm", movedMm))
        : Optional.empty();
  }

  private static void checkTilt(SliceGeometry geometry, List<ScanFinding> findings) {
    double tilt =
        Math.toDegrees(Math.acos(Math.min(1, Math.abs(geometry.orientation().normal().z()))));
    if (tilt > STRAIGHT_DEGREES) {
      findings.add(new ScanFinding.TiltedGantry(tilt));
    }
  }
}
