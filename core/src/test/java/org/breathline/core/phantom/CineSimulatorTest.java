package org.breathline.core.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.phantom.CineSimulator.CineScan;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.SliceImages;
import org.junit.jupiter.api.Test;

final class CineSimulatorTest {

  private static final BreathingCycles BREATHING = RegularBreathing.of(4, 60);
  private static final Phantom PHANTOM =
      new Phantom(1, MotionParameters.QUIET, Optional.of(new Tumour(TumourSite.LUNG, 24)));

  private static CineProtocol protocol() {
    return new CineProtocol(CineProtocol.square(64, 6.4), -20, 2.5, 4, 3, 0.5, 0.4, 12, 1.4, 1);
  }

  private static CineScan scan(double noiseHu, ScanClock clock) {
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
    CineScan cine = scan(0, ScanClock.TRUE);
    for (int stop = 0; stop < 3; stop++) {
      CouchPosition couch = cine.scan().couchPositions().get(stop);
      assertThat(couch.acquisitions().getFirst().midTimeS() - cine.beams().get(stop).startS())
          .isCloseTo(0.25, within(1e-9));
      assertThat(cine.beams().get(stop).endS() - couch.acquisitions().getLast().midTimeS())
          .isCloseTo(0.25, within(1e-9));
    }
    assertThat(cine.scan().slicePositions()).isEqualTo(12);
    assertThat(cine.scan().sliceCount()).isEqualTo(12 * 12);
  }

  @Test
  void imagesDoNotDependOnOrderOrThread() {
    SliceImages images = scan(15, ScanClock.TRUE).images();
    short[] alone = image(images, 71);
    short[][] together =
        IntStream.range(60, 80)
            .parallel()
            .mapToObj(n -> image(scan(15, ScanClock.TRUE).images(), n))
            .toArray(short[][]::new);
    assertThat(together[11]).isEqualTo(alone);
    assertThat(together[12]).isNotEqualTo(alone);
  }

  @Test
  void anotherClockChangesTheTimesAndNotTheImages() {
    CineScan straight = scan(0, ScanClock.TRUE);
    CineScan skewed = scan(0, new ScanClock(0.3, 0.005));
    assertThat(image(skewed.images(), 50)).isEqualTo(image(straight.images(), 50));
    double there = skewed.scan().couchPositions().get(2).acquisitions().get(3).midTimeS();
    double here = straight.scan().couchPositions().get(2).acquisitions().get(3).midTimeS();
    assertThat(there).isCloseTo(0.3 + 1.005 * here, within(1e-9));
  }

  @Test
  void noiseHasTheStatedDeviationAndNoMean() {
    short[] clean = image(scan(0, ScanClock.TRUE).images(), 7);
    short[] noisy = image(scan(20, ScanClock.TRUE).images(), 7);
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
}
