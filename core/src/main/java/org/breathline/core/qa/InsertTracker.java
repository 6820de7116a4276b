package org.breathline.core.qa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.qa.InsertFinder.Candidate;
import org.breathline.core.scan.PhaseSeries;

/** Finds and measures one insert in every phase of a scan. */
final class InsertTracker {

  /** How far a phantom may have been set up from where its file says, mm. */
  private static final double SETUP_MM = 20;

  /** Look-alikes that are followed to see whether they move. */
  private static final int MOST_CANDIDATES = 8;

  /** A core of less than this share of the largest is too blurred to tell the density. */
  private static final double GOOD_CORE = 0.5;

  private final Insert insert;
  private final ProgrammedMotion motion;
  private final List<PhaseSeries.Phase> phases;
  private final List<ProgrammedMotion.InPhase> programmed;
  private final InsertFinder finder;

  InsertTracker(
      Insert insert,
      ProgrammedMotion motion,
      PhaseSeries series,
      ProgrammedMotion.Shutter shutter) {
    this.insert = insert;
    this.motion = motion;
    this.phases = series.phases();
    this.programmed = phases.stream().map(p -> motion.inPhase(p.percent(), shutter)).toList();
    this.finder = new InsertFinder(insert);
  }

  /**
   * Follows the insert.
   *
   * @param taken the middles of those found before, which it is not
   */
  TrackedInsert track(List<Vector3> taken, ProgrammedMotion.Shutter shutter) {
    Optional<Vector3> found = find(taken);
    List<Optional<Vector3>> starts = new ArrayList<>();
    for (int phase = 0; phase < phases.size(); phase++) {
      starts.add(found.isPresent() ? near(phase, found.get()) : Optional.empty());
    }
    List<Optional<InsertInPhase>> seen = measure(starts);
    return new MotionFit(motion, shutter).of(insert, phases, programmed, seen);
  }

  /** The middle of the motion of the likeliest thing. */
  private Optional<Vector3> find(List<Vector3> taken) {
    int clear = clearest();
    ShortVolume volume = phases.get(clear).volume();
    List<Candidate> candidates =
        insert
            .position()
            .map(p -> finder.near(volume, place(p, clear), motion.peakToPeakMm() + SETUP_MM))
            .orElseGet(() -> finder.anywhere(volume));
    List<Vector3> middles =
        candidates.stream()
            .map(c -> c.centre().minus(motion.towardsPhaseZero().times(mean(clear))))
            .filter(
                m -> taken.stream().noneMatch(t -> t.minus(m).length() < insert.shape().reachMm()))
            .limit(MOST_CANDIDATES)
            .toList();
    if (middles.size() < 2 || insert.position().isPresent()) {
      return middles.stream().findFirst();
    }
    // What stands still is not it, however much it looks like it.
    return middles.stream().min(Comparator.comparingDouble(m -> missed(m, clear)));
  }

  /** How far a thing's motion between two phases is from the programmed one. */
  private double missed(Vector3 middle, int clear) {
    int far = 0;
    for (int phase = 1; phase < phases.size(); phase++) {
      far = Math.abs(mean(phase) - mean(clear)) > Math.abs(mean(far) - mean(clear)) ? phase : far;
    }
    Optional<Vector3> there = near(far, middle);
    if (there.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    // Rounded, so that of several that move as they should the likeliest by its volume is taken.
    return Math.rint(there.get().minus(place(middle, far)).length() / 2);
  }

  private Optional<Vector3> near(int phase, Vector3 middle) {
    return finder
        .near(phases.get(phase).volume(), place(middle, phase), motion.peakToPeakMm() + 5)
        .stream()
        .findFirst()
        .map(Candidate::centre);
  }

  private List<Optional<InsertInPhase>> measure(List<Optional<Vector3>> starts) {
    List<InsertMeter> meters = new ArrayList<>();
    List<InsertInPhase.Core> cores = new ArrayList<>();
    for (int phase = 0; phase < phases.size(); phase++) {
      InsertMeter meter =
          new InsertMeter(
              insert, motion.towardsPhaseZero(), phases.get(phase).volume(), programmed.get(phase));
      meters.add(meter);
      starts.get(phase).flatMap(meter::core).ifPresent(cores::add);
    }
    double level = level(cores);
    List<Optional<InsertInPhase>> seen = new ArrayList<>();
    for (int phase = 0; phase < phases.size(); phase++) {
      InsertMeter meter = meters.get(phase);
      seen.add(
          starts
              .get(phase)
              .map(s -> meter.measure(s, level))
              .filter(m -> m.volumeMm3() > 0 && Double.isFinite(m.centre().length())));
    }
    return seen;
  }

  /** The density that edges are measured against: that of the clear phases, else the nominal. */
  private double level(List<InsertInPhase.Core> cores) {
    int most = cores.stream().mapToInt(InsertInPhase.Core::voxels).max().orElse(0);
    double[] levels =
        cores.stream()
            .filter(c -> c.voxels() >= GOOD_CORE * most)
            .mapToDouble(InsertInPhase.Core::meanHu)
            .sorted()
            .toArray();
    double level = levels.length == 0 ? insert.hu() : levels[levels.length / 2];
    return insert.isInside(level) ? level : insert.hu();
  }

  /** The phase in which the insert moves least. */
  private int clearest() {
    double[] paths = programmed.stream().mapToDouble(ProgrammedMotion.InPhase::pathMm).toArray();
    double least = Arrays.stream(paths).min().orElseThrow();
    for (int phase = 0; phase < paths.length; phase++) {
      if (paths[phase] == least) {
        return phase;
      }
    }
    throw new IllegalStateException("no phase");
  }

  private Vector3 place(Vector3 middle, int phase) {
    return middle.plus(motion.towardsPhaseZero().times(mean(phase)));
  }

  private double mean(int phase) {
    return programmed.get(phase).meanMm();
  }
}
