package org.breathline.core.motion.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.motion.PeakToPeak;
import org.breathline.core.motion.SurrogateCorrelation;
import org.breathline.core.motion.TraceMotion;
import org.breathline.core.motion.management.Option.Verdict;
import org.breathline.core.respiration.BreathingStatistics;

/** Gathers the reasons for and against one technique, and sums them up. */
final class Judgement {

  private static final String TG76 = "AAPM TG-76 (Med Phys 33, 3874, 2006), section VI";
  private static final String WOLTHAUS = "Wolthaus et al., IJROBP 65, 1560 (2006)";
  private static final String OWN = "this system's own limit";

  /** A surrogate that misses the target by more is not to be steered by, mm. */
  private static final double MOST_SURROGATE_ERROR_MM = 2;

  /** Breath-holds that differ by more are not repeatable, mm. */
  private static final double MOST_HOLD_RANGE_MM = 5;

  /** Compression that takes away less of the motion is not worth its discomfort. */
  private static final double LEAST_REDUCTION = 0.3;

  private static final double LARGE_HYSTERESIS_MM = 5;
  private static final double MOST_OUTSIDE_SHARE = 0.1;

  private final Evidence evidence;
  private final GatingChoice gate;
  private final List<Reason> reasons = new ArrayList<>();
  private boolean unknown;

  private Judgement(Evidence evidence, GatingChoice gate) {
    this.evidence = evidence;
    this.gate = gate;
  }

  static Option of(Technique technique, Evidence evidence, GatingChoice gate) {
    Judgement judgement = new Judgement(evidence, gate);
    switch (technique) {
      case FREE_BREATHING_ITV -> judgement.freeBreathing();
      case MID_VENTILATION -> judgement.midVentilation();
      case GATED -> judgement.gated();
      case BREATH_HOLD -> judgement.breathHold();
      case COMPRESSION -> judgement.compression();
      case TRACKING -> judgement.tracking();
    }
    return new Option(technique, judgement.verdict(), judgement.reasons);
  }

  private Verdict verdict() {
    if (unknown) {
      return Verdict.NOT_ASSESSED;
    }
    long against = reasons.stream().filter(r -> !r.speaksFor()).count();
    if (against == 0) {
      return Verdict.SUITABLE;
    }
    // The first reason is the main one.
    return reasons.getFirst().speaksFor() ? Verdict.POSSIBLE : Verdict.UNSUITABLE;
  }

  private void add(boolean speaksFor, String source, String text) {
    reasons.add(new Reason(text, speaksFor, source));
  }

  private void unknown(String what) {
    unknown = true;
    reasons.add(new Reason(what, false, TG76));
  }

  private void freeBreathing() {
    PeakToPeak motion = evidence.target().peakToPeak();
    boolean small = !motion.isBeyondTg76();
    add(
        true,
        TG76,
        String.format(
            Locale.ROOT,
            "The target moves %.1f mm (LR %.1f, AP %.1f, SI %.1f): an ITV of all phases holds it.",
            motion.vectorMm(),
            motion.lrMm(),
            motion.apMm(),
            motion.siMm()));
    add(
        small,
        TG76,
        String.format(
            Locale.ROOT,
            "That is %s %.0f mm: motion management is %s.",
            small ? "within" : "beyond",
            PeakToPeak.TG76_MM,
            small ? "not called for" : "called for where the patient can tolerate it"));
    breathToBreath();
  }

  private void midVentilation() {
    double hysteresis = evidence.target().hysteresisMm();
    add(
        true,
        WOLTHAUS,
        String.format(
            Locale.ROOT,
            "In phase %.0f %% the target is %.1f mm from its mean position; the motion's standard"
                + " deviation is %.1f mm SI.",
            evidence.target().nearestToMean().percent(),
            evidence.target().nearestToMean().point().minus(evidence.target().mean()).length(),
            evidence.target().deviation().z()));
    boolean slim = hysteresis <= LARGE_HYSTERESIS_MM;
    add(
        slim,
        OWN,
        String.format(
            Locale.ROOT, "Hysteresis is %.1f mm (limit %.0f).", hysteresis, LARGE_HYSTERESIS_MM));
    regularity();
    breathToBreath();
  }

  private void gated() {
    boolean small = gate.residual().vectorMm() <= GatingChoice.MOST_RESIDUAL_MM;
    add(
        small,
        OWN,
        String.format(
            Locale.ROOT,
            "A gate from %.0f to %.0f %% leaves %.1f mm (limit %.0f).",
            gate.window().fromPercent(),
            gate.window().toPercent(),
            gate.residual().vectorMm(),
            GatingChoice.MOST_RESIDUAL_MM));
    add(
        gate.dutyCycle() >= GatingChoice.LEAST_DUTY_CYCLE,
        OWN,
        String.format(
            Locale.ROOT,
            "It is open for %.0f %% of the time (at least %.0f %%).",
            100 * gate.dutyCycle(),
            100 * GatingChoice.LEAST_DUTY_CYCLE));
    surrogate();
    regularity();
  }

  private void breathHold() {
    if (evidence.breathHolds().isEmpty()) {
      unknown("There are no repeated breath-hold scans; repeatability was not measured.");
      return;
    }
    BreathHoldScans holds = evidence.breathHolds().get();
    add(
        holds.rangeMm() <= MOST_HOLD_RANGE_MM,
        OWN,
        String.format(
            Locale.ROOT,
            "In %d breath-holds the target was within %.1f mm, standard deviation %.1f mm (limit %.0f).",
            holds.positions().size(),
            holds.rangeMm(),
            holds.deviationMm(),
            MOST_HOLD_RANGE_MM));
  }

  private void compression() {
    if (evidence.compressed().isEmpty()) {
      unknown("There is no scan under compression to compare with.");
      return;
    }
    double free = evidence.target().peakToPeak().vectorMm();
    double pressed = evidence.compressed().get().vectorMm();
    double reduction = free > 0 ? 1 - pressed / free : 0;
    add(
        reduction >= LEAST_REDUCTION,
        OWN,
        String.format(
            Locale.ROOT,
            "Compression takes the motion from %.1f to %.1f mm, by %.0f %% (at least %.0f %%).",
            free,
            pressed,
            100 * reduction,
            100 * LEAST_REDUCTION));
  }

  private void tracking() {
    surrogate();
    regularity();
  }

  private void surrogate() {
    Optional<SurrogateCorrelation> correlation = evidence.correlation();
    if (correlation.isEmpty()) {
      unknown("There is no breathing trace: how well it tells the target's place is not known.");
      return;
    }
    add(
        correlation.get().residualMm() <= MOST_SURROGATE_ERROR_MM,
        OWN,
        String.format(
            Locale.ROOT,
            "The trace tells the target's place to %.1f mm over the mean breath, correlation SI %.2f"
                + " (limit %.0f mm).",
            correlation.get().residualMm(),
            correlation.get().si(),
            MOST_SURROGATE_ERROR_MM));
  }

  private void regularity() {
    Optional<BreathingStatistics> breathing = evidence.breathing();
    breathing.ifPresent(b ->
        reasons.add(
            new Reason(
                "The patient's " + b.verdict() + ".",
                b.regularity() != BreathingStatistics.Regularity.IRREGULAR,
                OWN)));
  }

  private void breathToBreath() {
    Optional<TraceMotion> breaths = evidence.breathToBreath();
    breaths.ifPresent(b ->
        add(
            b.outsideShare() <= MOST_OUTSIDE_SHARE,
            OWN,
            String.format(
                Locale.ROOT,
                "Over the trace's breaths the motion is %.1f +- %.1f mm, at most %.1f; for %.0f %% of"
                    + " the time the target is beyond the range of the 4DCT by more than %.0f mm.",
                b.meanMm(),
                b.deviationMm(),
                b.largestMm(),
                100 * b.outsideShare(),
                TraceMotion.OUTSIDE_MM)));
  }
}
