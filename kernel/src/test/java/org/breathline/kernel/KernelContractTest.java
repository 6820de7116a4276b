package org.breathline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.breathline.kernel.vector.VectorKernels;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every set of kernels does; that it agrees with the oracle bit for bit. */
@ParameterizedClass(name = "{0}")
@MethodSource("sets")
final class KernelContractTest {

  /** Around the widths of vectors, and well above them. */
  private static final int[] LENGTHS = {0, 1, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 1029};

  private final KernelSet kernels;
  private final KernelSet oracle = Kernels.scalar();

  KernelContractTest(KernelSet kernels) {
    this.kernels = kernels;
  }

  static Stream<KernelSet> sets() {
    return Stream.of(Kernels.scalar(), new VectorKernels());
  }

  /** Lengths, offsets and samples, the extreme ones among them more often than by chance. */
  private static short[] samples(SplittableRandom random, int length) {
    short[] samples = new short[length];
    for (int i = 0; i < length; i++) {
      samples[i] =
          switch (random.nextInt(6)) {
            case 0 -> Short.MIN_VALUE;
            case 1 -> Short.MAX_VALUE;
            case 2 -> (short) random.nextInt(-3, 4);
            default -> (short) random.nextInt();
          };
    }
    return samples;
  }

  private static int length(SplittableRandom random) {
    return LENGTHS[random.nextInt(LENGTHS.length)];
  }

  @Test
  void pairSumsAgree() {
    Property.holds(
        300,
        1,
        random -> {
          int count = length(random);
          int aFrom = random.nextInt(40);
          int bFrom = random.nextInt(40);
          short[] a = samples(random, aFrom + count + random.nextInt(40));
          short[] b = samples(random, bFrom + count + random.nextInt(40));
          int low = random.nextInt(-40000, 40000);
          int high = random.nextInt(-40000, 40000);
          assertThat(kernels.pairSummation().sums(a, aFrom, b, bFrom, count))
              .isEqualTo(oracle.pairSummation().sums(a, aFrom, b, bFrom, count));
          assertThat(kernels.pairSummation().sumsWithin(a, aFrom, b, bFrom, count, low, high))
              .isEqualTo(oracle.pairSummation().sumsWithin(a, aFrom, b, bFrom, count, low, high));
        });
  }

  @Test
  void pairSumsOfManyExtremeSamplesDoNotOverflow() {
    int count = 3_000_001;
    short[] a = new short[count];
    short[] b = new short[count];
    Arrays.fill(a, Short.MIN_VALUE);
    Arrays.fill(b, Short.MAX_VALUE);
    PairSums sums = kernels.pairSummation().sums(a, 0, b, 0, count);
    assertThat(sums.count()).isEqualTo(count);
    assertThat(sums.sumA()).isEqualTo(-32768L * count);
    assertThat(sums.sumB()).isEqualTo(32767L * count);
    assertThat(sums.sumAA()).isEqualTo(32768L * 32768L * count);
    assertThat(sums.sumBB()).isEqualTo(32767L * 32767L * count);
    assertThat(sums.sumAB()).isEqualTo(-32768L * 32767L * count);
  }

  @Test
  void pairSumsAreThoseOfTheFormula() {
    short[] a = {9, 1, -2, 3, 9};
    short[] b = {4, 5, -6};
    assertThat(kernels.pairSummation().sums(a, 1, b, 0, 3))
        .isEqualTo(new PairSums(3, 2, 3, 14, 77, 1 * 4 + -2 * 5 + 3 * -6));
    assertThat(kernels.pairSummation().sumsWithin(a, 1, b, 0, 3, -2, 5))
        .isEqualTo(new PairSums(2, -1, 9, 5, 41, -6));
  }

  @Test
  void countsAgree() {
    Property.holds(
        300,
        2,
        random -> {
          int count = length(random);
          int from = random.nextInt(40);
          short[] values = samples(random, from + count + random.nextInt(40));
          int low = random.nextInt(-40000, 40000);
          int high = random.nextInt(-40000, 40000);
          assertThat(kernels.thresholdCounting().within(values, from, count, low, high))
              .isEqualTo(oracle.thresholdCounting().within(values, from, count, low, high));
          assertThat(kernels.thresholdCounting().below(values, from, count, high))
              .isEqualTo(oracle.thresholdCounting().below(values, from, count, high));
        });
  }

  @Test
  void countsIncludeTheThresholds() {
    short[] values = {-1000, -999, 0, 40, 41, Short.MIN_VALUE, Short.MAX_VALUE};
    ThresholdCounting counting = kernels.thresholdCounting();
    assertThat(counting.within(values, 0, 7, -999, 40)).isEqualTo(3);
    assertThat(counting.within(values, 1, 3, -999, 40)).isEqualTo(3);
    assertThat(counting.within(values, 0, 7, 40, -999)).isZero();
    assertThat(counting.within(values, 0, 7, Integer.MIN_VALUE, Integer.MAX_VALUE)).isEqualTo(7);
    assertThat(counting.below(values, 0, 7, -999)).isEqualTo(2);
    assertThat(counting.below(values, 0, 7, Integer.MIN_VALUE)).isZero();
    assertThat(counting.below(values, 0, 7, Short.MIN_VALUE)).isZero();
    assertThat(counting.below(values, 0, 7, Integer.MAX_VALUE)).isEqualTo(7);
  }

  @Test
  void extremesAgreeAndTouchNothingElse() {
    Property.holds(
        300,
        3,
        random -> {
          int count = length(random);
          int from = random.nextInt(40);
          int intoFrom = random.nextInt(40);
          short[] values = samples(random, from + count + random.nextInt(40));
          short[] into = samples(random, intoFrom + count + random.nextInt(40));
          short[] expected = into.clone();
          short[] found = into.clone();
          oracle.runningExtremes().greatest(expected, intoFrom, values, from, count);
          kernels.runningExtremes().greatest(found, intoFrom, values, from, count);
          assertThat(found).isEqualTo(expected);
          oracle.runningExtremes().least(expected, intoFrom, values, from, count);
          kernels.runningExtremes().least(found, intoFrom, values, from, count);
          assertThat(found).isEqualTo(expected);
        });
  }

  @Test
  void extremesAreTheGreaterAndTheLess() {
    short[] greatest = {1, 2, 3, 4};
    kernels.runningExtremes().greatest(greatest, 1, new short[] {5, 1}, 0, 2);
    assertThat(greatest).containsExactly(1, 5, 3, 4);
    short[] least = {1, 2, 3, 4};
    kernels.runningExtremes().least(least, 1, new short[] {5, 1}, 0, 2);
    assertThat(least).containsExactly(1, 2, 1, 4);
  }

  @Test
  void storedPixelsAgreeInBothDirections() {
    Property.holds(
        500,
        4,
        random -> {
          int count = length(random);
          int byteFrom = random.nextInt(40);
          int huFrom = random.nextInt(40);
          byte[] stored = new byte[byteFrom + 2 * count + random.nextInt(40)];
          random.nextBytes(stored);
          int intercept = intercept(random);
          boolean signed = random.nextBoolean();
          short[] expected = samples(random, huFrom + count + random.nextInt(40));
          short[] found = expected.clone();
          oracle
              .storedPixels()
              .toHounsfield(stored, byteFrom, signed, intercept, expected, huFrom, count);
          kernels
              .storedPixels()
              .toHounsfield(stored, byteFrom, signed, intercept, found, huFrom, count);
          assertThat(found).isEqualTo(expected);

          short[] hu = samples(random, huFrom + count);
          byte[] expectedBytes = stored.clone();
          byte[] foundBytes = stored.clone();
          oracle
              .storedPixels()
              .fromHounsfield(hu, huFrom, signed, intercept, expectedBytes, byteFrom, count);
          kernels
              .storedPixels()
              .fromHounsfield(hu, huFrom, signed, intercept, foundBytes, byteFrom, count);
          assertThat(foundBytes).isEqualTo(expectedBytes);
        });
  }

  private static int intercept(SplittableRandom random) {
    int[] edges = {
      0,
      -1024,
      -8192,
      -32768,
      32766,
      32767,
      32768,
      65534,
      65535,
      -65534,
      -65535,
      -98302,
      -98303,
      Integer.MIN_VALUE,
      Integer.MAX_VALUE
    };
    return random.nextBoolean()
        ? edges[random.nextInt(edges.length)]
        : random.nextInt(-100_000, 100_000);
  }

  @Test
  void storedPixelsAreShiftedByTheInterceptAndLimited() {
    byte[] stored = {0x00, 0x00, (byte) 0xFF, 0x03, 0x00, (byte) 0x80, (byte) 0xFF, (byte) 0xFF};
    short[] hu = new short[4];
    kernels.storedPixels().toHounsfield(stored, 0, false, -1024, hu, 0, 4);
    assertThat(hu).containsExactly(-1024, -1, 31744, 32767);
    kernels.storedPixels().toHounsfield(stored, 0, true, -1024, hu, 0, 4);
    assertThat(hu).containsExactly(-1024, -1, -32768, -1025);

    byte[] back = new byte[8];
    kernels
        .storedPixels()
        .fromHounsfield(new short[] {-1024, -2000, 0, 32767}, 0, false, -1024, back, 0, 4);
    assertThat(back).containsExactly(0, 0, 0, 0, 0, 4, 0xFF, 0x83);
    kernels
        .storedPixels()
        .fromHounsfield(new short[] {-1024, -2000, 0, 32767}, 0, true, -1024, back, 0, 4);
    assertThat(back).containsExactly(0, 0, 0x30, 0xFC, 0, 4, 0xFF, 0x7F);
  }

  @Test
  void runsOutsideTheirArraysAreRefused() {
    short[] five = new short[5];
    assertThatThrownBy(() -> kernels.pairSummation().sums(five, 1, five, 0, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> kernels.thresholdCounting().within(five, 0, -1, 0, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> kernels.runningExtremes().least(five, 0, five, -1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () -> kernels.storedPixels().toHounsfield(new byte[9], 0, true, 0, five, 0, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () -> kernels.storedPixels().fromHounsfield(five, 0, true, 0, new byte[9], 0, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
