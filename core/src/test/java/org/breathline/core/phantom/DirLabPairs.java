package org.breathline.core.phantom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.core.geometry.Vector3;

/**
 * Landmark pairs of patients between the ends of exhalation and inhalation (Castillo et al., Phys
 * Med Biol 54, 1849, 2009).
 */
public final class DirLabPairs {

  private static final Pattern SPACING = Pattern.compile("mm=\\(([^,]+), ([^,]+), ([^)]+)\\)");

  /**
   * A landmark.
   *
   * @param exhaled where it is at the end of exhalation, LPS directions, any origin, mm
   * @param displacement from there to the end of inhalation, mm
   */
  public record Pair(Vector3 exhaled, Vector3 displacement) {}

  private DirLabPairs() {}

  /** Columns: T00 (inhalation) x, y, z, then T50 (exhalation); z grows downward in these files. */
  public static List<Pair> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    Matcher spacing = SPACING.matcher(lines.getFirst());
    if (!spacing.find()) {
      throw new IOException("no voxel size in the first line of " + file.getFileName());
    }
    Vector3 mm =
        new Vector3(
            Double.parseDouble(spacing.group(1)),
            Double.parseDouble(spacing.group(2)),
            -Double.parseDouble(spacing.group(3)));
    List<Pair> pairs = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Vector3 inhaled = point(cells, 0, mm);
      Vector3 exhaled = point(cells, 3, mm);
      pairs.add(new Pair(exhaled, inhaled.minus(exhaled)));
    }
    return pairs;
  }

  private static Vector3 point(String[] cells, int first, Vector3 mm) {
    return new Vector3(
        mm.x() * Double.parseDouble(cells[first]),
        mm.y() * Double.parseDouble(cells[first + 1]),
        mm.z() * Double.parseDouble(cells[first + 2]));
  }
}
