package org.breathline.core.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.breathline.core.dose.machine.MachineFiles;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/**
 * Against EGSnrc (DOSXYZnrc) in water and in water with a lung slab, point source, one scale factor
 * for all fields. The runs' noise is correlated along the axis (the axis of the 20 cm field lies
 * 1.4 % under the mean about it, that of 10 cm 1.1 % over), so means over the inner field are
 * compared.
 */
final class MonteCarloTest {

  private static final double SPACING_MM = 4;
  private static final CollapsedCone ENGINE =
      CollapsedCone.of(MachineFiles.named(MachineFiles.POINT).beam());

  @Test
  @RequiresData("dose/mc")
  void innerFieldsInWaterAndLung() throws IOException {
    double scale = 0;
    for (Case field :
        List.of(
            new Case("w10_water_10cm", 100, false),
            new Case("w05_water_5cm", 50, false),
            new Case("w20_water_20cm", 200, false),
            new Case("l05_lung_5cm", 50, true),
            new Case("l10_lung_10cm", 100, true))) {
      List<Double> ratios = field.ratios();
      if (scale == 0) {
        scale = ratios.stream().mapToDouble(r -> r).average().orElseThrow();
      }
      double squares = 0;
      for (double ratio : ratios) {
        squares += (ratio / scale - 1) * (ratio / scale - 1);
      }
      double rms = 100 * Math.sqrt(squares / ratios.size());
      double most = field.lung() ? 2 : 1.5;
      ValidationRecord.write(
          "dose",
          "collapsed cone against Monte Carlo, %s: rms of the inner field's mean, 1.5 to 25 cm"
              .formatted(field.name()),
          rms,
          "EGSnrc, one scale factor for all fields",
          "at most %s %%".formatted(most),
          "%");
      assertThat(rms).as(field.name()).isLessThan(most);
    }
  }

  /** A field of a side in mm at the isocentre, source to surface 90 cm. */
  private record Case(String name, int sideMm, boolean lung) {

    /** Monte Carlo over engine, at each depth of the profiles, over the inner 60 %. */
    List<Double> ratios() throws IOException {
      FloatVolume dose = dose();
      TreeMap<Double, double[]> sums = new TreeMap<>();
      for (String line :
          Files.readAllLines(TestData.get("dose/mc").resolve(name + "_profiles.csv"))) {
        if (!line.startsWith("depth")) {
          double[] cells =
              Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
          if (cells[0] >= 1.5 && cells[0] <= 25 && Math.abs(cells[1]) < sideMm * 0.03 * 0.9) {
            double[] sum = sums.computeIfAbsent(cells[0], depth -> new double[2]);
            sum[0] += cells[2];
            sum[1] += CollapsedConeTest.at(dose, 10 * cells[1], 0, 10 * cells[0]);
          }
        }
      }
      List<Double> ratios = new ArrayList<>();
      sums.values().forEach(sum -> ratios.add(sum[0] / sum[1]));
      assertThat(ratios.size()).isGreaterThan(3);
      return ratios;
    }

    private FloatVolume dose() {
      int n = (int) Math.round(300 / SPACING_MM);
      double first = -150 + SPACING_MM / 2;
      Grid grid =
          new Grid(
              n,
              n,
              n,
              new Vector3(first, first, SPACING_MM / 2),
              new Vector3(SPACING_MM, SPACING_MM, SPACING_MM),
              Orientation.AXIAL);
      float[] mass = new float[grid.size()];
      for (int i = 0; i < mass.length; i++) {
        double z = grid.point(i).z();
        mass[i] = lung && z > 50 && z < 150 ? 0.26f : 1;
      }
      BeamFrame frame =
          new BeamFrame(
              new Vector3(0, 0, 100),
              1000,
              new Vector3(1, 0, 0),
              new Vector3(0, 1, 0),
              new Vector3(0, 0, -1));
      return ENGINE.dose(
          new DensityVolume(grid, mass, mass),
          frame,
          CollapsedConeTest.open(sideMm),
          Progress.SILENT);
    }
  }
}
