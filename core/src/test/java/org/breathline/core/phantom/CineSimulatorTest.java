package org.breathline.core.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.CineSimulator.CineScan;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.SliceImages;
import org.junit.jupiter.api.Test;

final class CineSimulatorTest {

  private static final BreathingCycles BREATHING =
      cycles(SyntheticBreathing.regular(BreathShape.QUIET, 60));
  private static final Phantom PHANTOM =
      new Phantom(1, MotionParameters.QUIET, Optional.of(new Tumour(TumourSite.LUNG, 24)));

  private static BreathingCycles cycles(SyntheticBreathing breathing) {
    return new BreathingCycles(breathing.record(Recorder.PERFECT), breathing.breaths());
  }

  private static CineProtocol protocol() {
    return new CineProtocol(CineProtocol.square(64, 6.4), -20, 2.5, 4, 3, 0.5, 0.4, 12, 1.4, 1);
  }

  private static CineScan scan(double noiseHu, ClockCorrection clock) {
    return new CineSimulator(PHANTOM, BreathingDrive.of(BREATHING), new PhantomImaging(noiseHu, 2))
        .scan(protocol(), clock);
  }

  private static short[] image(SliceImages images, int number) {
    short[] hu = new short[64 * 64];
    try {
      images.read(number, hu);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hu;
  }

  @Test
  void beamBeginsHalfARotationBeforeTheFirstMidScanTime() {
    CineScan cine = scan(0, ClockCorrection.NONE);
    for (int stop = 0; stop < 3; stop++) {
      CouchPosition couch = cine.scan().couchPositions().get(stop);
      assertThat(
              couch.acquisitions().getFirst().midTimeS()
                  - cine.beam().intervals().get(stop).startS())
          .isCloseTo(0.25, within(1e-9));
      assertThat(
              cine.beam().intervals().get(stop).endS() - couch.acquisitions().getLast().midTimeS())
          .isCloseTo(0.25, within(1e-9));
    }
    assertThat(cine.scan().slicePositions()).isEqualTo(12);
    assertThat(cine.scan().sliceCount()).isEqualTo(12 * 12);
  }

  @Test
  void imagesDoNotDependOnOrderOrThread() {
    SliceImages images = scan(15, ClockCorrection.NONE).images();
    short[] alone = image(images, 71);
    short[][] together =
        IntStream.range(60, 80)
            .parallel()
            .mapToObj(n -> image(scan(15, ClockCorrection.NONE).images(), n))
            .toArray(short[][]::new);
    assertThat(together[11]).isEqualTo(alone);
    assertThat(together[12]).isNotEqualTo(alone);
  }

  @Test
  void anotherClockChangesTheTimesAndNotTheImages() {
    CineScan straight = scan(0, ClockCorrection.NONE);
    CineScan skewed = scan(0, new ClockCorrection(0, -0.3, 0.995));
    assertThat(image(skewed.images(), 50)).isEqualTo(image(straight.images(), 50));
    double there = skewed.scan().couchPositions().get(2).acquisitions().get(3).midTimeS();
    double here = straight.scan().couchPositions().get(2).acquisitions().get(3).midTimeS();
    assertThat(there).isCloseTo((here + 0.3) / 0.995, within(1e-9));
  }

  @Test
  void noiseHasTheStatedDeviationAndNoMean() {
    short[] clean = image(scan(0, ClockCorrection.NONE).images(), 7);
    short[] noisy = image(scan(20, ClockCorrection.NONE).images(), 7);
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int i = 0; i < clean.length; i++) {
      if (clean[i] > -900) {
        double difference = noisy[i] - clean[i];
        sum += difference;
        squares += difference * difference;
        count++;
      }
    }
    assertThat(count).isGreaterThan(1000);
    assertThat(sum / count).isCloseTo(0, within(2.0));
    assertThat(Math.sqrt(squares / count)).isCloseTo(20, within(1.5));
  }

  @Test
  void coversTheLongestBreath() {
    CineProtocol covering = protocol().withAcquisitions(2).covering(BREATHING);
    assertThat((covering.acquisitions() - 1) * covering.intervalS())
        .isGreaterThanOrEqualTo(4 + 0.5);
  }

  @Test
  void aSliceIsTheMeanOverItsRotation() {
    CineScan cine = scan(0, ClockCorrection.NONE);
    // exhaling through the tumour's level: within the rotation it moves by millimetres
    short[] blurred = image(cine.images(), 20);
    var drive = BreathingDrive.of(BREATHING);
    double mid = cine.scan().couchPositions().getFirst().acquisitions().get(5).midTimeS();
    double z = cine.scan().couchPositions().getFirst().positionMm(0);
    double worst = 0;
    for (int pixel = 0; pixel < blurred.length; pixel += 7) {
      var point =
          cine.scan()
              .geometry()
              .origin(z)
              .plus(new Vector3(6.4 * (pixel % 64), 6.4 * Math.floorDiv(pixel, 64), 0));
      double early =
          PHANTOM.hu(point.plus(new Vector3(0, 0, 0.625)), drive.stateAt(mid - 0.125), 6.4);
      double late =
          PHANTOM.hu(point.minus(new Vector3(0, 0, 0.625)), drive.stateAt(mid + 0.125), 6.4);
      worst =
          Math.max(worst, Math.abs(blurred[pixel] - Math.clamp((early + late) / 2, -1024, 3071)));
    }
    assertThat(worst).isLessThan(0.51);
  }

  @Test
  void theDriveFollowsTheTraceFromZeroToOne() {
    var drive = BreathingDrive.of(BREATHING);
    var breath = BREATHING.breaths().get(3);
    assertThat(drive.stateAt(breath.exhaleS()).amplitude()).isCloseTo(0, within(0.01));
    assertThat(drive.stateAt(breath.startS()).amplitude()).isCloseTo(1, within(0.01));
    double middle = breath.startS() + 0.8;
    assertThat(drive.stateAt(middle).lagged())
        .isEqualTo(drive.stateAt(middle - BreathingDrive.LAG_S).amplitude());
  }

  @Test
  void thePlanningScanTakesEachSliceAtItsOwnTime() {
    PlanningCt protocol = PlanningCt.like(protocol());
    var drive = BreathingDrive.of(BREATHING);
    ShortVolume volume = protocol.scan(PHANTOM, drive, new PhantomImaging(0, 2));
    ShortVolume again = protocol.scan(PHANTOM, drive, new PhantomImaging(0, 2));
    assertThat(again.values()).isEqualTo(volume.values());
    assertThat(volume.grid().nz()).isEqualTo(12);
    assertThat(protocol.midTimeS(8) - protocol.midTimeS(0)).isCloseTo(1, within(1e-9));
    short[] last = new short[64 * 64];
    System.arraycopy(volume.values(), 11 * 64 * 64, last, 0, last.length);
    var still = PHANTOM.volume(protocol.geometry().stack(7.5, 2.5, 1), MotionState.REFERENCE);
    assertThat(last).isNotEqualTo(still.values());
  }
}
