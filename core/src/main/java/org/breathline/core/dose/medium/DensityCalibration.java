package org.breathline.core.dose.medium;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.image.Volume;

/**
 * From the CT numbers of a scanner to densities: a table, straight lines between its rows. It is
 * data, each scanner's own; {@link #generic} is for one that is not known.
 */
public final class DensityCalibration {

  private static final int COLUMNS = 3;

  /** Largest table that is read, lines. */
  private static final int MOST_LINES = 10_000;

  private final double[] hu;
  private final double[] mass;
  private final double[] electrons;

  private DensityCalibration(List<double[]> rows) {
    hu = rows.stream().mapToDouble(row -> row[0]).toArray();
    mass = rows.stream().mapToDouble(row -> row[1]).toArray();
    electrons = rows.stream().mapToDouble(row -> row[2]).toArray();
  }

  /** The table that comes with the project; its source is in its first lines. */
  public static DensityCalibration generic() {
    try (InputStream in = DensityCalibration.class.getResourceAsStream("generic.csv")) {
      if (in == null) {
        throw new IllegalStateException("the resource generic.csv is missing");
      }
      return read(in, "generic.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: CSV with the columns HU, mass density (g/cm3) and electron density relative to
   * water, HU rising; lines that begin with # are remarks.
   *
   * @param name what to call the file in messages
   * @throws IOException that names the line and what was expected
   */
  public static DensityCalibration read(InputStream in, String name) throws IOException {
    List<double[]> rows = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (number > MOST_LINES) {
        throw new IOException("%s has more than %d lines".formatted(name, MOST_LINES));
      }
      if (!line.isBlank() && !line.startsWith("#")) {
        double[] row = row(line, name, number);
        if (!rows.isEmpty() && row[0] <= rows.getLast()[0]) {
          throw new IOException("%s, line %d: HU must rise".formatted(name, number));
        }
        rows.add(row);
      }
    }
    if (rows.size() < 2) {
      throw new IOException("%s: a calibration needs at least two rows".formatted(name));
    }
    return new DensityCalibration(rows);
  }

  private static double[] row(String line, String name, int number) throws IOException {
    String[] cells = line.split(",", -1);
    String problem =
        "%s, line %d: expected HU, mass density in g/cm3 and relative electron density, at least 0"
            .formatted(name, number);
    if (cells.length != COLUMNS) {
      throw new IOException(problem);
    }
    double[] row = new double[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
      try {
        row[i] = Double.parseDouble(cells[i].strip());
      } catch (NumberFormatException e) {
        throw new IOException(problem, e);
      }
    }
    if (!Double.isFinite(row[0]) || !(row[1] >= 0) || !(row[2] >= 0)) {
      throw new IOException(problem);
    }
    return row;
  }

  /** The lowest HU of the table. */
  public double lowestHu() {
    return hu[0];
  }

  /** The highest HU of the table. */
  public double highestHu() {
    return hu[hu.length - 1];
  }

  /** Mass density, g/cm3; beyond the table that of its end. */
  public double massDensity(double hounsfield) {
    return interpolated(mass, hounsfield);
  }

  /** Electron density relative to water; beyond the table that of its end. */
  public double electronDensity(double hounsfield) {
    return interpolated(electrons, hounsfield);
  }

  private double interpolated(double[] values, double hounsfield) {
    double h = Math.clamp(hounsfield, hu[0], hu[hu.length - 1]);
    int found = Arrays.binarySearch(hu, h);
    if (found >= 0) {
      return values[found];
    }
    int above = -found - 1;
    double fraction = (h - hu[above - 1]) / (hu[above] - hu[above - 1]);
    return values[above - 1] + fraction * (values[above] - values[above - 1]);
  }

  /** The densities of a CT, and how many of its voxels the table does not reach. */
  public DensityReading densities(Volume ct) {
    int size = ct.grid().size();
    float[] massValues = new float[size];
    float[] electronValues = new float[size];
    long above = 0;
    long below = 0;
    float last = Float.NaN;
    int previous = -1;
    for (int i = 0; i < size; i++) {
      float h = ct.at(i);
      above += h > highestHu() ? 1 : 0;
      below += h < lowestHu() ? 1 : 0;
      if (h == last) {
        massValues[i] = massValues[previous];
        electronValues[i] = electronValues[previous];
      } else {
        massValues[i] = (float) massDensity(h);
        electronValues[i] = (float) electronDensity(h);
        last = h;
      }
      previous = i;
    }
    return new DensityReading(
        new DensityVolume(ct.grid(), massValues, electronValues), below, above, this);
  }
}
