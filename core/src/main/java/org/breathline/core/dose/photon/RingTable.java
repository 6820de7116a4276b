package org.breathline.core.dose.photon;

import java.util.ArrayList;
import java.util.List;
import org.breathline.kernel.ConeExponentials;

/**
 * The kernels of a spectrum as rings of exponentials, made so that no energy is lost: the fractions
 * of the primary sum to 1, and so do those of scatter, of which what the kernels leave beyond 60 cm
 * is shared out by what each ring leaves between 20 and 60 cm.
 *
 * @param rings from forward to backward
 */
public record RingTable(List<Ring> rings) {

  /** Outer cones of the rings; narrow forward, where the energy goes. */
  private static final int[] OUTER_CONES = {1, 3, 5, 8, 11, 15, 19, 24, 30, 36, 42, 48};

  /** The first shell beyond 20 cm. */
  private static final int FAR_SHELL = 20;

  /** Copies the list. */
  public RingTable {
    rings = List.copyOf(rings);
  }

  /** The rings of a spectrum, usually one behind a few g/cm2 of water. */
  public static RingTable of(Spectrum spectrum) {
    double[][] primary = new double[DepositionKernels.CONES][DepositionKernels.shells()];
    double[][] scatter = new double[DepositionKernels.CONES][DepositionKernels.shells()];
    double primaryReleased = 0;
    double scatterReleased = 0;
    for (int line = 0; line < spectrum.lines(); line++) {
      double energy = spectrum.energyMeV(line);
      double terma = spectrum.weight(line) * energy * WaterAttenuation.attenuation(energy);
      double part = DepositionKernels.primaryPart(energy);
      primaryReleased += terma * part;
      scatterReleased += terma * (1 - part);
      add(terma, DepositionKernels.primary(energy), primary);
      add(terma, DepositionKernels.scatter(energy), scatter);
    }
    return of(scaled(primary, primaryReleased), scaled(scatter, scatterReleased));
  }

  private static RingTable of(double[][] primary, double[][] scatter) {
    double missing = 1 - sum(scatter, 0);
    double far = sum(scatter, FAR_SHELL);
    List<Ring> rings = new ArrayList<>();
    int from = 0;
    for (int to : OUTER_CONES) {
      double[] primaryShells = new double[DepositionKernels.shells()];
      double[] scatterShells = new double[DepositionKernels.shells()];
      double cosines = 0;
      double energy = 0;
      double beyond = 0;
      for (int cone = from; cone < to; cone++) {
        double cosine = meanCosine(cone);
        for (int shell = 0; shell < primaryShells.length; shell++) {
          primaryShells[shell] += primary[cone][shell];
          scatterShells[shell] += scatter[cone][shell];
          cosines += cosine * (primary[cone][shell] + scatter[cone][shell]);
          energy += primary[cone][shell] + scatter[cone][shell];
          beyond += shell >= FAR_SHELL ? scatter[cone][shell] * missing / far : 0;
        }
      }
      ExponentialPair steep = ExponentialPair.steep(primaryShells);
      ExponentialPair flat = ExponentialPair.flat(scatterShells, beyond);
      ConeExponentials exponentials =
          new ConeExponentials(
              (float) steep.fraction1(),
              (float) steep.attenuation1(),
              (float) steep.fraction2(),
              (float) steep.attenuation2(),
              (float) flat.fraction1(),
              (float) flat.attenuation1(),
              (float) flat.fraction2(),
              (float) flat.attenuation2());
      rings.add(new Ring(Math.acos(cosines / energy), exponentials));
      from = to;
    }
    return new RingTable(rings);
  }

  private static double meanCosine(int cone) {
    double width = Math.PI / DepositionKernels.CONES;
    return (Math.cos(cone * width) + Math.cos((cone + 1) * width)) / 2;
  }

  private static void add(double factor, double[][] kernel, double[][] to) {
    for (int cone = 0; cone < to.length; cone++) {
      for (int shell = 0; shell < to[cone].length; shell++) {
        to[cone][shell] += factor * kernel[cone][shell];
      }
    }
  }

  private static double[][] scaled(double[][] kernel, double released) {
    double[][] parts = new double[kernel.length][kernel[0].length];
    add(1 / released, kernel, parts);
    return parts;
  }

  private static double sum(double[][] kernel, int fromShell) {
    double sum = 0;
    for (double[] shells : kernel) {
      for (int shell = fromShell; shell < shells.length; shell++) {
        sum += shells[shell];
      }
    }
    return sum;
  }
}
