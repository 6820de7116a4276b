package org.breathline.core.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.PhaseSeries;

/** Holds the phases of a scan against the programmed motion of a phantom. */
public final class PhantomAnalysis {

  /** Below this correlation with the programmed motion, residuals from it mean nothing. */
  private static final double LEAST_CORRELATION = 0.3;

  /** Below this share of the programmed amplitude a thing stands still. */
  private static final double LEAST_AMPLITUDE = 0.15;

  private PhantomAnalysis() {}

  /**
   * Measures every insert in every phase.
   *
   * @param rotationS the time that an image is averaged over, seconds
   * @throws PhantomNotSeen if no insert is found, or those that are move so unlike the programmed
   *     motion that no figure means anything
   */
  public static PhantomResult of(
      PhaseSeries series, MovingPhantom phantom, double rotationS, Progress progress)
      throws PhantomNotSeen {
    ProgrammedMotion.Shutter shutter =
        new ProgrammedMotion.Shutter(rotationS, 100.0 / series.phases().size());
    List<TrackedInsert> tracked = new ArrayList<>();
    List<Vector3> taken = new ArrayList<>();
    for (Insert insert : phantom.inserts()) {
      progress.report("measuring inserts", tracked.size(), phantom.inserts().size());
      TrackedInsert one =
          new InsertTracker(insert, phantom.motion(), series, shutter).track(taken, shutter);
      one.middle().ifPresent(taken::add);
      tracked.add(one);
    }
    progress.report("measuring inserts", tracked.size(), phantom.inserts().size());
    requireSeen(tracked, phantom);
    List<QaFigure> figures = new ArrayList<>();
    for (TrackedInsert insert : tracked) {
      figures.addAll(new InsertFigures(insert, phantom).figures());
    }
    return new PhantomResult(phantom, shutter, tracked, figures);
  }

  private static void requireSeen(List<TrackedInsert> inserts, MovingPhantom phantom)
      throws PhantomNotSeen {
    List<TrackedInsert> seen = inserts.stream().filter(i -> i.seen().size() >= 2).toList();
    if (seen.isEmpty()) {
      TrackedInsert first = inserts.getFirst();
      throw new PhantomNotSeen(
          String.format(
              Locale.ROOT,
              "No insert of the phantom is seen: nothing %s %.0f HU has about the volume of %s (%s,"
                  + " %.2f mL)%s.",
              first.insert().hu() > first.insert().backgroundHu() ? "above" : "below",
              first.insert().midLevelHu(),
              first.insert().name(),
              first.insert().shape().words(),
              first.insert().shape().volumeMm3() / 1000,
              first.insert().position().isPresent()
                  ? " near the position given for it; without a position it is looked for everywhere"
                  : ""));
    }
    if (seen.stream().allMatch(PhantomAnalysis::contradicts)) {
      TrackedInsert one = seen.getFirst();
      throw new PhantomNotSeen(
          one.amplitudeMm() < LEAST_AMPLITUDE * phantom.motion().peakToPeakMm()
              ? String.format(
                  Locale.ROOT,
                  "Insert %s moves by %.1f mm along the axis, not by %.1f mm: the platform stood"
                      + " still, the axis is another one, or the scan is not sorted.",
                  one.insert().name(),
                  one.amplitudeMm(),
                  phantom.motion().peakToPeakMm())
              : String.format(
                  Locale.ROOT,
                  "Insert %s moves by %.1f mm but not as programmed: best with a lag of %.0f %% of"
                      + " the cycle. Near 50 %% the end given for the 0 %% phase is the wrong one.",
                  one.insert().name(),
                  one.amplitudeMm(),
                  one.lagPercent()));
    }
  }

  private static boolean contradicts(TrackedInsert insert) {
    List<TrackedInsert.Phase> seen = insert.seen();
    double meanX = seen.stream().mapToDouble(p -> p.programmed().meanMm()).average().orElse(0);
    double meanY = seen.stream().mapToDouble(TrackedInsert.Phase::alongMm).average().orElse(0);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (TrackedInsert.Phase phase : seen) {
      double x = phase.programmed().meanMm() - meanX;
      double y = phase.alongMm() - meanY;
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    return !(xy >= LEAST_CORRELATION * Math.sqrt(xx * yy))
        || insert.amplitudeMm() < LEAST_AMPLITUDE * insert.expectedAmplitudeMm();
  }
}
