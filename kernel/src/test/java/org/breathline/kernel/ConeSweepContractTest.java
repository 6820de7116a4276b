package org.breathline.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Energy carried along cones: every set gives the oracle's bits, and the oracle the definition. */
final class ConeSweepContractTest {

  private static final ConeExponentials CONE =
      new ConeExponentials(0.3f, 2.2f, 0.1f, 40f, 0.9f, 0.05f, -0.4f, 0.09f);

  static Stream<KernelSet> sets() {
    return Stream.concat(
        Stream.of(Kernels.scalar()),
        ServiceLoader.load(KernelSet.class).stream().map(p -> p.get()));
  }

  private static ConeMedium medium(SplittableRandom random, int nx, int ny, int nz) {
    ConeMedium medium = new ConeMedium(nx, ny, nz);
    for (int row = 0; row < ny * nz; row++) {
      int first = random.nextInt(nx);
      for (int i = 0; i < nx; i++) {
        int at = row * medium.stride() + i;
        medium.density()[at] = random.nextInt(5) == 0 ? 0 : (float) random.nextDouble(0, 2);
        if (i >= first && i < first + 9 && row % 3 > 0 && medium.density()[at] > 0) {
          medium.primary()[at] = (float) random.nextDouble();
          medium.scatter()[at] = (float) random.nextDouble();
        }
      }
    }
    medium.findExtents();
    return medium;
  }

  private static ConePath path(SplittableRandom random, ConeMedium medium) {
    boolean alongZ = random.nextBoolean();
    return new ConePath(
        alongZ,
        random.nextBoolean(),
        random.nextDouble(-1, 1),
        random.nextDouble(-1, 1),
        alongZ ? medium.nz() : medium.ny(),
        0.4,
        CONE);
  }

  private static void sweep(KernelSet set, ConeMedium medium, ConePath path) {
    float[] carried = new float[path.carriedLength(medium)];
    for (int sheet = path.firstSheet(); sheet < path.endSheet(medium); sheet++) {
      set.coneSweep().sweep(medium, path, sheet, carried);
    }
  }

  @ParameterizedTest
  @MethodSource("sets")
  void givesTheOraclesBits(KernelSet set) {
    Property.holds(
        50,
        1,
        random -> {
          long seed = random.nextLong();
          int nx = 1 + random.nextInt(50);
          int ny = 1 + random.nextInt(8);
          int nz = 1 + random.nextInt(8);
          ConeMedium expected = medium(new SplittableRandom(seed), nx, ny, nz);
          ConeMedium actual = medium(new SplittableRandom(seed), nx, ny, nz);
          ConePath path = path(random, expected);
          sweep(Kernels.scalar(), expected, path);
          sweep(set, actual, path);
          for (int row = 0; row < ny * nz; row++) {
            for (int i = 0; i < nx; i++) {
              int at = row * actual.stride() + i;
              assertThat(actual.dose()[at]).isEqualTo(expected.dose()[at]);
            }
          }
        });
  }

  @Test
  void noEnergyIsLostAndItFallsOffAsTheExponentialsSay() {
    ConeMedium medium = new ConeMedium(3, 1, 4000);
    for (int row = 0; row < 4000; row++) {
      for (int i = 0; i < 3; i++) {
        medium.density()[row * medium.stride() + i] = row % 2 == 0 ? 0.3f : 1.2f;
      }
    }
    int source = 5 * medium.stride() + 1;
    medium.primary()[source] = 1;
    medium.scatter()[source] = 2;
    medium.findExtents();
    ConePath path = new ConePath(true, false, 0, 0, 4000, 0.5, CONE);
    sweep(Kernels.scalar(), medium, path);
    double energy = 0;
    double far = 0;
    for (int row = 0; row < 4000; row++) {
      int at = row * medium.stride() + 1;
      energy += medium.dose()[at] * medium.density()[at];
      far += row >= 46 ? medium.dose()[at] * medium.density()[at] : 0;
    }
    double released = 1.2 * (0.3 + 0.1 + 2 * (0.9 - 0.4));
    assertThat(energy).isCloseTo(released, within(1e-4));
    // From the source's voxel (0.6 g/cm2, evenly released in it) through 40 voxels of 15 g/cm2.
    double beyond = 0;
    double[][] scatter = {{0.9, 0.05}, {-0.4, 0.09}};
    for (double[] term : scatter) {
      double g = (1 - Math.exp(-0.6 * term[1])) / (0.6 * term[1]);
      beyond += 1.2 * 2 * term[0] * g * Math.exp(-15 * term[1]);
    }
    assertThat(far).isCloseTo(beyond, within(1e-4));
  }

  @Test
  void powersOfTwoAreAsGoodAsSaid() {
    for (float x = 0; x > -125; x -= 0.0137f) {
      assertThat(PowerOfTwo.of(x) / Math.pow(2, x) - 1).isCloseTo(0, within(3e-7));
    }
    assertThat(PowerOfTwo.of(-1e6f)).isLessThan(1.2e-38f);
  }
}
