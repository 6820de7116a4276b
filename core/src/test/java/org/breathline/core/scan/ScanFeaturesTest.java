package org.breathline.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScanFeaturesTest {

  private static final TimedScan SCAN = SyntheticScans.cine(3, 4, 6, 5, 0.4, 2);

  /** Outer air, a body of 40 x 30 pixels in it, a lung of 10 x 8 pixels in that. */
  private static short[] slice(int lungHu) {
    short[] hu = new short[64 * 64];
    Arrays.fill(hu, (short) -1000);
    for (int row = 10; row < 40; row++) {
      Arrays.fill(hu, row * 64 + 12, row * 64 + 52, (short) 40);
    }
    for (int row = 20; row < 28; row++) {
      Arrays.fill(hu, row * 64 + 20, row * 64 + 30, (short) lungHu);
    }
    return hu;
  }

  @Test
  void airIsCountedInsideTheBodyOnlyAndByItsDensity() {
    SliceFeatures features = SliceFeatures.of(slice(-750), SyntheticScans.GEOMETRY, 1);
    assertThat(features.bodyMm2()).isCloseTo(40 * 30 * 16, within(1e-6));
    assertThat(features.airMm2()).isCloseTo(80 * 16 * 0.75, within(1e-6));
  }

  @Test
  void thumbnailsAreBlockMeans() {
    SliceFeatures features = SliceFeatures.of(slice(-750), SyntheticScans.GEOMETRY, 2);
    assertThat(features.thumbnail()).hasSize(32 * 32);
    assertThat(features.thumbnail()[0]).isEqualTo((short) -1000);
    assertThat(features.thumbnail()[11 * 32 + 12]).isEqualTo((short) -750);
    assertThat(features.airMm2()).isCloseTo(80 * 16 * 0.75, within(1e-6));
  }

  @Test
  void slicesMayComeInAnyOrderFromManyThreads() {
    SyntheticBody body = new SyntheticBody(SCAN, t -> 5 * Math.sin(t), 10, 1);
    ScanFeatures inOrder = new ScanFeatures(SCAN, 1);
    ScanFeatures mixed = new ScanFeatures(SCAN, 1);
    int slices = SCAN.sliceCount();
    for (int i = 0; i < slices; i++) {
      add(inOrder, body, i);
    }
    assertThat(mixed.isComplete()).isFalse();
    IntStream.range(0, slices).parallel().forEach(i -> add(mixed, body, (i * 31 + 7) % slices));
    assertThat(mixed.isComplete()).isTrue();
    for (int i = 0; i < slices; i++) {
      assertThat(mixed.of(i).thumbnail()).isEqualTo(inOrder.of(i).thumbnail());
      assertThat(mixed.of(i).airMm2()).isEqualTo(inOrder.of(i).airMm2());
    }
  }

  @Test
  void thumbnailsShrinkUntilTheyFit() {
    assertThat(ScanFeatures.factor(SCAN.geometry(), 72, 1 << 24)).isEqualTo(1);
    int factor = ScanFeatures.factor(SCAN.geometry(), 72, 72 * 2 * 300);
    assertThat(new ScanFeatures(SCAN, factor).columns()).isEqualTo(16);
    assertThatThrownBy(() -> ScanFeatures.factor(SCAN.geometry(), 72, 100))
        .hasMessageContaining("72 slices");
  }

  @Test
  void aSliceThatIsNotThereIsNamed() {
    ScanFeatures features = new ScanFeatures(SCAN, 1);
    assertThatThrownBy(() -> features.of(5)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> features.add(72, slice(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no image 72");
  }

  private static void add(ScanFeatures features, SyntheticBody body, int image) {
    short[] hu = new short[64 * 64];
    body.read(image, hu);
    features.add(image, hu);
  }
}
