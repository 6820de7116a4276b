package org.breathline.core.dose.photon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tables of numbers that come with the project: CSV with remarks on lines that begin with #. */
final class NumberTable {

  private NumberTable() {}

  /** The rows of a resource of this package. */
  static List<double[]> rows(String resource) {
    List<double[]> rows = new ArrayList<>();
    try (InputStream in = NumberTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split(",", -1);
          double[] row = new double[cells.length];
          for (int i = 0; i < cells.length; i++) {
            row[i] = Double.parseDouble(cells[i]);
          }
          rows.add(row);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
