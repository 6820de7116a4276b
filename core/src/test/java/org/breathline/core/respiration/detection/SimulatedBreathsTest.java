package org.breathline.core.respiration.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.BreathVariation;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.testkit.Property;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** Simulated breathing of many kinds: every breath is found, none is made up, in time. */
final class SimulatedBreathsTest {

  private static final double DURATION_S = 90;

  /** A turn that is found lies within this share of the period of the true one. */
  private static final double MATCH = 0.2;

  private static final double END_MARGIN = 0.3;

  /** Counts and timing errors, as shares of the period, of many cases. */
  private static final class Score {
    private int truth;
    private int found;
    private int real;
    private int matched;
    private final List<Double> inhaleErrors = new ArrayList<>();
    private final List<Double> exhaleErrors = new ArrayList<>();

    void add(SyntheticBreathing breathing, BreathingCycles cycles) {
      List<Breath> detected = cycles.breaths();
      for (Breath breath : breathing.breaths()) {
        // A turn at the very end of a recording is seen from one side only: it may be missed.
        double margin = END_MARGIN * breath.periodS();
        if (breath.startS() >= margin && breath.endS() <= breathing.durationS() - margin) {
          truth++;
          detected.stream()
              .filter(d -> matches(breath, d))
              .findFirst()
              .ifPresent(d -> match(breath, d));
        }
      }
      found += detected.size();
      real +=
          (int)
              detected.stream()
                  .filter(d -> breathing.breaths().stream().anyMatch(b -> matches(b, d)))
                  .count();
    }

    private static boolean matches(Breath truth, Breath found) {
      double slack = MATCH * truth.periodS();
      return Math.abs(found.startS() - truth.startS()) < slack
          && Math.abs(found.exhaleS() - truth.exhaleS()) < slack
          && Math.abs(found.endS() - truth.endS()) < slack;
    }

    private void match(Breath truth, Breath found) {
      matched++;
      inhaleErrors.add(Math.abs(found.startS() - truth.startS()) / truth.periodS());
      exhaleErrors.add(Math.abs(found.exhaleS() - truth.exhaleS()) / truth.periodS());
    }

    /** The share of true breaths that are found. */
    double sensitivity() {
      return (double) matched / truth;
    }

    /** The share of found breaths that are true. */
    double precision() {
      return (double) real / found;
    }

    /** Holds the score against its bounds, all shares, and writes it down. */
    void hold(String kind, double share, double inhaleError, double exhaleError) {
      write("breaths found, " + kind, sensitivity(), "at least", share, "%");
      write("found breaths that are real, " + kind, precision(), "at least", share, "%");
      write(
          "median error of ends of inhalation, " + kind,
          median(inhaleErrors),
          "below",
          inhaleError,
          "% of the period");
      write(
          "median error of ends of exhalation, " + kind,
          median(exhaleErrors),
          "below",
          exhaleError,
          "% of the period");
      assertThat(sensitivity()).as("%s", this).isGreaterThanOrEqualTo(share);
      assertThat(precision()).as("%s", this).isGreaterThanOrEqualTo(share);
      assertThat(median(inhaleErrors)).as("%s", this).isLessThan(inhaleError);
      assertThat(median(exhaleErrors)).as("%s", this).isLessThan(exhaleError);
    }

    private static void write(String what, double figure, String sense, double bound, String unit) {
      ValidationRecord.write(
          "respiration",
          what,
          100 * figure,
          "simulated breaths, known exactly",
          sense + " " + 100 * bound,
          unit);
    }

    private static double median(List<Double> errors) {
      return errors.stream().sorted().skip(errors.size() / 2).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
      return "sensitivity %.4f precision %.4f inhale %.4f exhale %.4f"
          .formatted(sensitivity(), precision(), median(inhaleErrors), median(exhaleErrors));
    }
  }

  private static BreathShape shape(SplittableRandom random) {
    return new BreathShape(
        random.nextDouble(2, 8),
        random.nextDouble(2, 20),
        random.nextInt(1, 4),
        random.nextDouble(0.35, 0.55));
  }

  @Test
  void regularBreathing() {
    Score score = new Score();
    Property.holds(
        40,
        100,
        random -> {
          SyntheticBreathing breathing = SyntheticBreathing.regular(shape(random), DURATION_S);
          score.add(breathing, BreathDetector.detect(breathing.record(Recorder.PERFECT)));
        });
    score.hold("regular", 1, 0.005, 0.02);
  }

  @Test
  void irregularBreathingWithNoiseJitterAndDrift() {
    Score score = new Score();
    Property.holds(
        60,
        200,
        random -> {
          BreathShape shape = shape(random);
          BreathVariation variation =
              new BreathVariation(
                  random.nextDouble(0.15),
                  random.nextDouble(0.2),
                  random.nextDouble(0.06) * shape.amplitudeMm(),
                  random.nextDouble(-1, 1) * shape.amplitudeMm());
          Recorder recorder =
              new Recorder(
                  random.nextDouble(10, 60),
                  random.nextDouble(0.005),
                  random.nextDouble(0.04) * shape.amplitudeMm());
          SyntheticBreathing breathing =
              SyntheticBreathing.of(shape, variation, DURATION_S, random.nextLong());
          score.add(breathing, BreathDetector.detect(breathing.record(recorder)));
        });
    score.hold("irregular, noise to 4 %, drift to one amplitude a minute", 0.98, 0.015, 0.04);
  }

  @Test
  void spikesAndShortDropouts() {
    Score score = new Score();
    Property.holds(
        30,
        300,
        random -> {
          SyntheticBreathing breathing =
              SyntheticBreathing.of(
                  shape(random),
                  new BreathVariation(0.08, 0.1, 0, 0),
                  DURATION_S,
                  random.nextLong());
          score.add(
              breathing, BreathDetector.detect(spoiled(breathing.record(Recorder.CAMERA), random)));
        });
    score.hold("spikes and dropouts", 0.98, 0.015, 0.04);
  }

  /** One spike in 100 samples, up to ten amplitudes high, and a lost fifth of a second in 300. */
  private static BreathingTrace spoiled(BreathingTrace trace, SplittableRandom random) {
    double[] amplitudes = trace.amplitudes();
    Validity[] validities = new Validity[trace.size()];
    Arrays.fill(validities, Validity.VALID);
    for (int i = 0; i < trace.size(); i++) {
      if (random.nextInt(100) == 0) {
        amplitudes[i] += random.nextDouble(-100, 100);
      }
      if (random.nextInt(300) == 0) {
        int to = Math.min(i + 5, trace.size());
        Arrays.fill(validities, i, to, Validity.LOST);
        Arrays.fill(amplitudes, i, to, 0);
      }
    }
    return new BreathingTrace(
        trace.timesS(), amplitudes, validities, null, trace.unit(), trace.origin());
  }

  @Test
  void breathingThatChangesItsRate() {
    // A patient who calms down: from 2.5 s to 6 s within the recording.
    double[] timesS = new double[3000];
    Arrays.setAll(timesS, i -> i / 25.0);
    double[] amplitudes = new double[timesS.length];
    double turns = 0;
    for (int i = 0; i < timesS.length; i++) {
      turns += 0.04 / (2.5 + 3.5 * timesS[i] / 120);
      amplitudes[i] = 5 * Math.cos(2 * Math.PI * turns);
    }
    Validity[] valid = new Validity[timesS.length];
    Arrays.fill(valid, Validity.VALID);
    BreathingTrace trace =
        new BreathingTrace(
            timesS,
            amplitudes,
            valid,
            null,
            BreathingTrace.Unit.MILLIMETRE,
            SyntheticBreathing.regular(BreathShape.QUIET, 1).record(Recorder.PERFECT).origin());

    // 30.01 turns in all; the ends of inhalation at the very start and end are not seen from both
    // sides, which leaves 29.
    assertThat(turns).isBetween(30.0, 30.1);
    assertThat(BreathDetector.detect(trace).breaths()).hasSize(28).allMatch(Breath::trusted);
  }
}
