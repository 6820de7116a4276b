package org.breathline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kernels of registration: every set gives the oracle's bits, and the oracle the definition.
 */
final class RegistrationKernelContractTest {

  private static final KernelSet ORACLE = Kernels.scalar();

  static Stream<KernelSet> sets() {
    return Stream.concat(
        Stream.of(ORACLE), ServiceLoader.load(KernelSet.class).stream().map(p -> p.get()));
  }

  private static float[] noise(SplittableRandom random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("sets")
  void filtersAlong(KernelSet set) {
    Property.holds(
        200,
        1,
        random -> {
          int radius = random.nextInt(6);
          int count = random.nextInt(80);
          float[] weights = SymmetricFilter.gaussian(random.nextDouble(0.4, 3), radius);
          float[] values = noise(random, count + 2 * radius + 5);
          int to = random.nextInt(4);
          float[] expected = new float[count + 4];
          float[] actual = new float[count + 4];
          ORACLE.symmetricFilter().along(values, radius + 2, expected, to, count, weights);
          set.symmetricFilter().along(values, radius + 2, actual, to, count, weights);
          assertThat(actual).containsExactly(expected);
          for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int t = -radius; t <= radius; t++) {
              sum += (double) weights[Math.abs(t)] * values[radius + 2 + i + t];
            }
            assertThat((double) actual[to + i]).isCloseTo(sum, within(1e-5));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("sets")
  void filtersAcross(KernelSet set) {
    Property.holds(
        200,
        2,
        random -> {
          int radius = random.nextInt(6);
          int places = 1 + random.nextInt(12);
          int place = random.nextInt(places);
          int count = random.nextInt(60);
          int stride = count + random.nextInt(5);
          float[] weights = SymmetricFilter.gaussian(random.nextDouble(0.4, 3), radius);
          float[] values = noise(random, places * stride + 3);
          float[] expected = new float[count + 2];
          float[] actual = new float[count + 2];
          int from = 1 + place * stride;
          ORACLE
              .symmetricFilter()
              .across(values, from, stride, place, places, expected, 1, count, weights);
          set.symmetricFilter()
              .across(values, from, stride, place, places, actual, 1, count, weights);
          assertThat(actual).containsExactly(expected);
          for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int p = Math.max(0, place - radius);
                p <= Math.min(places - 1, place + radius);
                p++) {
              sum += (double) weights[Math.abs(p - place)] * values[1 + p * stride + i];
            }
            assertThat((double) actual[1 + i]).isCloseTo(sum, within(1e-5));
          }
        });
  }

  @ParameterizedTest
  @MethodSource("sets")
  void correlates(KernelSet set) {
    Property.holds(
        200,
        3,
        random -> {
          int count = random.nextInt(70);
          int run = count + random.nextInt(3);
          float[] sums = new float[3 * run];
          for (int i = 0; i < run; i++) {
            float mean = (float) random.nextDouble();
            sums[i] = mean;
            sums[run + i] = mean * mean + (float) random.nextDouble(-0.01, 0.1);
            sums[2 * run + i] = (float) random.nextDouble(-0.2, 0.2);
          }
          float[] fixed = noise(random, count + 4);
          float[] inverse = noise(random, count + 4);
          float[] reciprocal = noise(random, count + 4);
          float[] weight = noise(random, count + 4);
          float[][] factors = new float[2][3 * run + 7];
          float[][] losses = new float[2][count];
          KernelSet[] both = {ORACLE, set};
          for (int n = 0; n < 2; n++) {
            both[n]
                .localCorrelationTerms()
                .row(
                    sums,
                    run,
                    fixed,
                    inverse,
                    reciprocal,
                    weight,
                    3,
                    count,
                    1e-4f,
                    factors[n],
                    5,
                    run,
                    losses[n]);
          }
          assertThat(factors[1]).containsExactly(factors[0]);
          assertThat(losses[1]).containsExactly(losses[0]);
        });
  }

  @ParameterizedTest
  @MethodSource("sets")
  void stretchesBlendsAndTheirAdjoints(KernelSet set) {
    Property.holds(
        200,
        4,
        random -> {
          int step = 1 + random.nextInt(5);
          int count = 1 + random.nextInt(70);
          int knots = (count - 1) / step + 2;
          float[] k = noise(random, knots + 1);
          float[] row = new float[count + 2];
          set.knotRows().stretch(k, 1, step, row, 2, count);
          float[] other = noise(random, count);
          float[] back = new float[knots + 1];
          set.knotRows().gather(other, 0, count, step, back, 1);
          double there = 0;
          double here = 0;
          for (int i = 0; i < count; i++) {
            there += (double) row[2 + i] * other[i];
          }
          for (int i = 0; i < knots; i++) {
            here += (double) back[1 + i] * k[1 + i];
          }
          assertThat(here).isCloseTo(there, within(1e-4));
          float b = random.nextInt(4) / 4f;
          float c = random.nextInt(4) / 4f;
          blendsAndSpreads(set, random, count, b, c);
        });
  }

  private static void blendsAndSpreads(
      KernelSet set, SplittableRandom random, int count, float b, float c) {
    float[] rows = noise(random, 4 * count);
    float[] ones = new float[count];
    Arrays.fill(ones, 1);
    float[] other = noise(random, count);
    float[][] blended = new float[2][count + 1];
    float[][] spread = {rows.clone(), rows.clone()};
    KernelSet[] both = {ORACLE, set};
    for (int n = 0; n < 2; n++) {
      both[n].knotRows().blend(rows, 0, count, 2 * count, 3 * count, b, c, blended[n], 1, count);
      both[n]
          .knotRows()
          .spread(other, ones, 0, count, b, c, spread[n], 0, count, 2 * count, 3 * count);
    }
    assertThat(blended[1]).containsExactly(blended[0]);
    assertThat(spread[1]).containsExactly(spread[0]);
    double there = 0;
    double here = 0;
    for (int i = 0; i < count; i++) {
      there += (double) blended[1][1 + i] * other[i];
    }
    for (int i = 0; i < 4 * count; i++) {
      here += ((double) spread[1][i] - rows[i]) * rows[i];
    }
    assertThat(here).isCloseTo(there, within(1e-4));
  }

  @Test
  void warpsWithTheDerivativesOfTheInterpolant() {
    Property.holds(
        100,
        5,
        random -> {
          int nx = 2 + random.nextInt(9);
          int ny = 2 + random.nextInt(9);
          int nz = 2 + random.nextInt(9);
          float[] volume = noise(random, nx * ny * nz);
          float[] d = {
            (float) random.nextDouble(0.02, nx - 1.02),
            (float) random.nextDouble(0.02, ny - 1.02),
            (float) random.nextDouble(0.02, nz - 1.02)
          };
          float[] value = new float[1];
          float[][] gradient = new float[3][1];
          warp(volume, nx, ny, nz, d, value, gradient);
          for (int axis = 0; axis < 3; axis++) {
            float step = 1e-2f;
            float[] ahead = d.clone();
            float[] behind = d.clone();
            ahead[axis] += step;
            behind[axis] -= step;
            if ((int) ahead[axis] != (int) behind[axis]) {
              continue;
            }
            float[] a = new float[1];
            float[] b = new float[1];
            warp(volume, nx, ny, nz, ahead, a, new float[3][1]);
            warp(volume, nx, ny, nz, behind, b, new float[3][1]);
            assertThat((double) gradient[axis][0])
                .isCloseTo((a[0] - b[0]) / ((double) ahead[axis] - behind[axis]), within(2e-3));
          }
          // Beyond the border: its value, and no slope across it.
          warp(volume, nx, ny, nz, new float[] {-5, -5, nz + 5f}, value, gradient);
          assertThat(value[0]).isCloseTo(volume[(nz - 1) * nx * ny], within(1e-6f));
          assertThat(gradient[0][0]).isZero();
          assertThat(gradient[2][0]).isZero();
        });
  }

  private static void warp(
      float[] volume, int nx, int ny, int nz, float[] d, float[] value, float[][] gradient) {
    TrilinearWarp.row(volume, nx, ny, nz, 0, 0, 0, d, 1, 1, value, gradient, 0);
  }
}
