package org.breathline.core.fourd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.junit.jupiter.api.Test;

/** Segments along a trace: where there is nothing to meet, and where there is. */
final class InterplayTest {

  private static final int PHASES = 10;

  /** Breaths of a period each, one after the other. */
  private static BreathingCycles breaths(double periodS, int count) {
    int samples = 20 * count + 1;
    double[] times = new double[samples];
    double[] amplitudes = new double[samples];
    for (int i = 0; i < samples; i++) {
      times[i] = i * periodS / 20;
      amplitudes[i] = Math.cos(2 * Math.PI * i / 20);
    }
    List<Breath> breaths = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      breaths.add(new Breath(i * periodS, (i + 0.5) * periodS, (i + 1) * periodS, true));
    }
    Validity[] validities = new Validity[samples];
    Arrays.fill(validities, Validity.VALID);
    var origin = new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "test");
    return new BreathingCycles(
        new BreathingTrace(times, amplitudes, validities, null, Unit.ARBITRARY, origin), breaths);
  }

  private static List<DeliveryPart> parts(int count, double durationS) {
    List<DeliveryPart> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(new DeliveryPart(i / 5, durationS));
    }
    return parts;
  }

  /** A window that slides over points that move by up to 4 of them. */
  private static float[] sliding(int segment, int phase) {
    float[] dose = new float[20];
    double shift = 2 - 2 * Math.cos(2 * Math.PI * phase / PHASES);
    for (int point = 0; point < dose.length; point++) {
      double place = point + shift;
      dose[point] = place >= 2 * segment && place < 2 * segment + 4 ? 0.1f : 0;
    }
    return dose;
  }

  @Test
  void whatDoesNotMoveHasNoInterplay() {
    var interplay = new Interplay(parts(15, 0.7), breaths(4, 30), PHASES);
    InterplayDose dose = interplay.deliver(8, 20, (segment, phase) -> sliding(segment, 0), 1);
    for (int point = 0; point < 20; point++) {
      assertThat(dose.deviationGy(point)).isLessThan(1e-9);
      assertThat(dose.totalGy(point)).isCloseTo(8 * dose.expectedGy(point), within(1e-6));
    }
    assertThat(dose.worstOfTotalPercent()).isLessThan(1e-6);
  }

  @Test
  void wholeBreathsWithinASegmentMeetAllPhases() {
    var slow = new Interplay(parts(15, 40), breaths(4, 30), PHASES);
    var fast = new Interplay(parts(15, 0.7), breaths(4, 30), PHASES);
    InterplayDose averaged = slow.deliver(5, 20, InterplayTest::sliding, 1);
    InterplayDose caught = fast.deliver(5, 20, InterplayTest::sliding, 1);
    assertThat(averaged.worstOfFractionPercent(0)).isLessThan(1);
    assertThat(caught.worstOfFractionPercent(0)).isGreaterThan(5);
  }

  @Test
  void manyFractionsAverageOut() {
    var interplay = new Interplay(parts(15, 0.7), breaths(4.1, 30), PHASES);
    InterplayDose few = interplay.deliver(1, 20, InterplayTest::sliding, 7);
    InterplayDose many = interplay.deliver(60, 20, InterplayTest::sliding, 7);
    assertThat(many.worstOfTotalPercent()).isLessThan(few.worstOfTotalPercent() / 2);
    assertThat(many.worstOfFractionPercent(0)).isEqualTo(few.worstOfFractionPercent(0));
  }

  @Test
  void theSameSeedIsTheSameTreatment() {
    var interplay = new Interplay(parts(15, 0.7), breaths(4, 30), PHASES);
    InterplayDose once = interplay.deliver(3, 20, InterplayTest::sliding, 5);
    InterplayDose again = interplay.deliver(3, 20, InterplayTest::sliding, 5);
    InterplayDose other = interplay.deliver(3, 20, InterplayTest::sliding, 6);
    assertThat(again.fractionGy(2, 9)).isEqualTo(once.fractionGy(2, 9));
    assertThat(other.totalGy(9)).isNotEqualTo(once.totalGy(9));
  }

  @Test
  void monitorUnitsTakeTheTimeOfTheirRate() {
    assertThat(DeliveryPart.of(1, 50, 600).durationS()).isCloseTo(5, within(1e-12));
  }
}
