package org.breathline.core.dose.photon;

import java.util.ArrayList;
import java.util.List;

/**
 * Energy deposition kernels of photons in water: what part of the energy that is released at a
 * point (terma) is left in each cone around the photon's direction and each shell around the point,
 * by charged particles set free there (primary) and by all that follows (scatter).
 */
public final class DepositionKernels {

  /** Cones of equal opening from forward to backward. */
  public static final int CONES = 48;

  /** Outer radii of the shells, cm. */
  private static final double[] RADII = {
    0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.5, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 40, 50,
    60
  };

  private static final Mono PRIMARY = Mono.read("water-primary.csv");
  private static final Mono TOTAL = Mono.read("water-total.csv");

  private DepositionKernels() {}

  /** The number of shells. */
  public static int shells() {
    return RADII.length;
  }

  /** The outer radius of a shell, cm (g/cm2). */
  public static double outerRadiusCm(int shell) {
    return RADII[shell];
  }

  /** The part of the released energy that charged particles set free there leave. */
  public static double primaryPart(double energyMeV) {
    double sum = 0;
    for (double[] shells : PRIMARY.at(energyMeV)) {
      for (double part : shells) {
        sum += part;
      }
    }
    return sum;
  }

  /** Primary kernel by cone and shell, parts of the released energy. */
  static double[][] primary(double energyMeV) {
    return PRIMARY.at(energyMeV);
  }

  /** Scatter kernel by cone and shell, parts of the released energy. */
  static double[][] scatter(double energyMeV) {
    double[][] scatter = TOTAL.at(energyMeV);
    double[][] primary = PRIMARY.at(energyMeV);
    for (int cone = 0; cone < CONES; cone++) {
      for (int shell = 0; shell < RADII.length; shell++) {
        scatter[cone][shell] = Math.max(0, scatter[cone][shell] - primary[cone][shell]);
      }
    }
    return scatter;
  }

  /** Kernels of single energies, and what lies between. */
  private record Mono(List<Double> energiesMeV, List<double[][]> kernels) {

    static Mono read(String resource) {
      List<Double> energies = new ArrayList<>();
      List<double[][]> kernels = new ArrayList<>();
      List<double[]> rows = NumberTable.rows(resource);
      for (int row = 0; row < rows.size(); row++) {
        int cone = row % CONES;
        if (cone == 0) {
          energies.add(rows.get(row)[0]);
          kernels.add(new double[CONES][RADII.length]);
        }
        double[] cells = rows.get(row);
        System.arraycopy(cells, 2, kernels.getLast()[cone], 0, cells.length - 2);
      }
      return new Mono(energies, kernels);
    }

    double[][] at(double energyMeV) {
      int above = 1;
      while (above < energiesMeV.size() - 1 && energiesMeV.get(above) < energyMeV) {
        above++;
      }
      double low = energiesMeV.get(above - 1);
      double high = energiesMeV.get(above);
      double fraction = Math.clamp((energyMeV - low) / (high - low), 0, 1);
      double[][] mixed = new double[CONES][RADII.length];
      for (int cone = 0; cone < CONES; cone++) {
        for (int shell = 0; shell < RADII.length; shell++) {
          double a = kernels.get(above - 1)[cone][shell];
          mixed[cone][shell] = a + fraction * (kernels.get(above)[cone][shell] - a);
        }
      }
      return mixed;
    }
  }
}
