package org.breathline.study.register;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.registration.LandmarkPair;
import org.breathline.study.InputException;

/**
 * Reads pairs of landmarks from a CSV file with a header line: the first six columns are x, y, z in
 * the fixed and x, y, z in the moving image; further columns are not looked at. They are
 * millimetres in patient space (LPS), unless the header says "voxel index", as in the DIR-Lab
 * tables that go around: then they are indices into the two images' own voxels, from 1 if it says
 * "1-based" and from 0 otherwise.
 */
final class LandmarkFile {

  private static final long LARGEST = 64L << 20;
  private static final int COLUMNS = 6;

  private LandmarkFile() {}

  /**
   * Reads.
   *
   * @throws InputException if a line is no pair of landmarks, saying which
   * @throws IOException if it cannot be read
   */
  static List<LandmarkPair> read(Path file, Grid fixed, Grid moving)
      throws IOException, InputException {
    if (Files.size(file) > LARGEST) {
      throw new InputException(file + ": no table of landmarks is larger than 64 MB.");
    }
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": expected a CSV file, which is text.");
    }
    if (lines.isEmpty() || isNumber(cells(lines.getFirst())[0])) {
      throw new InputException(file + ", line 1: expected a header that names the columns.");
    }
    String header = lines.getFirst().toLowerCase(Locale.ROOT);
    boolean voxels = header.contains("voxel index");
    int first = header.contains("1-based") ? 1 : 0;
    List<LandmarkPair> pairs = new ArrayList<>();
    for (int n = 1; n < lines.size(); n++) {
      if (lines.get(n).isBlank()) {
        continue;
      }
      double[] v = numbers(file, n + 1, lines.get(n));
      pairs.add(
          voxels
              ? new LandmarkPair(
                  fixed.point(v[0] - first, v[1] - first, v[2] - first),
                  moving.point(v[3] - first, v[4] - first, v[5] - first))
              : new LandmarkPair(new Vector3(v[0], v[1], v[2]), new Vector3(v[3], v[4], v[5])));
    }
    if (pairs.isEmpty()) {
      throw new InputException(file + ": there is no landmark in it.");
    }
    return pairs;
  }

  private static double[] numbers(Path file, int line, String text) throws InputException {
    String[] cells = cells(text);
    double[] numbers = new double[COLUMNS];
    for (int column = 0; column < COLUMNS; column++) {
      if (column >= cells.length || !isNumber(cells[column])) {
        throw new InputException(
            "%s, line %d, column %d: expected a number; a landmark is x, y, z in the fixed and in the moving image."
                .formatted(file, line, column + 1));
      }
      numbers[column] = Double.parseDouble(cells[column].strip());
    }
    return numbers;
  }

  private static String[] cells(String line) {
    return line.split(",", -1);
  }

  private static boolean isNumber(String text) {
    try {
      return Double.isFinite(Double.parseDouble(text.strip()));
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
