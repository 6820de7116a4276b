package org.breathline.core.structure;

import java.util.List;
import org.breathline.core.geometry.Vector3;

/**
 * A named region of the patient, as it was drawn.
 *
 * @param number its number in its set, at least 0
 * @param name what it is called
 * @param type what it is for
 * @param colour to draw it in
 * @param contours closed polygons in any order; in a plane, one inside another is a hole
 * @param points single points, LPS mm
 */
public record Structure(
    int number,
    String name,
    StructureType type,
    DisplayColour colour,
    List<Contour> contours,
    List<Vector3> points) {

  /** Keeps copies of the lists. */
  public Structure {
    contours = List.copyOf(contours);
    points = List.copyOf(points);
  }

  /** A structure in the colour of its type, without points. */
  public static Structure of(int number, String name, StructureType type, List<Contour> contours) {
    return new Structure(number, name, type, DisplayColour.of(type), contours, List.of());
  }
}
